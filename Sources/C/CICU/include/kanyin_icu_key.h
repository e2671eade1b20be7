#ifndef KANYIN_ICU_KEY_H
#define KANYIN_ICU_KEY_H

#include <stdint.h>

/// Writes the NFKC form of UTF-16 text (UAX #15).
///
/// Returns the number of units of the result, which may be more than `capacity` (then nothing
/// useful was written: call again with room enough), or -1 when ICU refuses.
int32_t kanyin_icu_nfkc(const uint16_t *source, int32_t length, uint16_t *target,
                        int32_t capacity);

/// Replaces traditional characters in place by ICU's transliterator `Traditional-Simplified`.
///
/// Every rule of it for U+3400 to U+9FFF gives one unit for one, so the length stays.
/// Opening the transliterator costs tens of milliseconds. Returns 0, or -1 when ICU refuses.
int32_t kanyin_icu_simplify(uint16_t *text, int32_t length);

#endif
