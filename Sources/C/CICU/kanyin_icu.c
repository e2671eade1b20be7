#include "kanyin_icu.h"

#include <unicode/uvernum.h>

const char *kanyin_icu_version(void) { return U_ICU_VERSION; }
