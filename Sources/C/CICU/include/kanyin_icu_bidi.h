#ifndef KANYIN_ICU_BIDI_H
#define KANYIN_ICU_BIDI_H

#include <stdint.h>

/// Finds the embedding levels of a UTF-8 text whose paragraphs run from left to right (UAX #9).
///
/// `levels` has `length` bytes; each becomes the level of the character it belongs to. Returns 0,
/// or ICU's error number.
int32_t kanyin_icu_bidi_levels(const char *text, int32_t length, uint8_t *levels);

#endif
