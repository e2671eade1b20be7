#ifndef KANYIN_ICU_H
#define KANYIN_ICU_H

/// The version of ICU that is linked, "72.1".
const char *kanyin_icu_version(void);

#endif
