// hyphen.h speaks of FILE without including its header.
#include <stdio.h>
#include <hyphen.h>
