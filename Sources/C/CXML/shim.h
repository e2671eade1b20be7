// Debian's libxml/encoding.h includes ICU's headers, of which Foundation brings another copy: without
// them the two do not meet. No struct that would then differ (_xmlCharEncodingHandler) is used.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
