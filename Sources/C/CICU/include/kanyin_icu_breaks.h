#ifndef KANYIN_ICU_BREAKS_H
#define KANYIN_ICU_BREAKS_H

#include <stdint.h>

/// Where a text may be broken: a line (UAX #14) or a word (UAX #29 with ICU's dictionaries).
typedef enum { KANYIN_BREAK_LINE = 0, KANYIN_BREAK_WORD = 1 } kanyin_break_kind;

/// Marks the break opportunities of a UTF-8 text.
///
/// `marks` has `length + 1` bytes; a byte becomes 1 where the text may be broken before that
/// offset, 2 where it must be, and 0 elsewhere. Returns 0, or ICU's error number.
int32_t kanyin_icu_breaks(kanyin_break_kind kind, const char *language, const char *text,
                          int32_t length, uint8_t *marks);

#endif
