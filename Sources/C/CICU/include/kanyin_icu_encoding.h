#ifndef KANYIN_ICU_ENCODING_H
#define KANYIN_ICU_ENCODING_H

#include <stdint.h>

/// How sure ICU's charset detector is that bytes are text in each of some charsets, from 0 to
/// 100; -1 for a charset that it does not think of at all.
void kanyin_icu_confidences(
  const uint8_t *bytes,
  int32_t length,
  const char *const *charsets,
  int32_t count,
  int32_t *confidences
);

/// Decodes bytes into UTF-16 code units, with the offset of the first byte of each.
///
/// Bytes that are no character of the charset become U+FFFD. Both arrays have `capacity` places;
/// no charset offered here makes more code units than it reads bytes. Returns the number of code
/// units, or -1 when ICU has no such charset.
int32_t kanyin_icu_decode(
  const char *charset,
  const uint8_t *bytes,
  int32_t length,
  uint16_t *units,
  int32_t *offsets,
  int32_t capacity
);

/// The unified ideograph that a compatibility ideograph or radical stands for under NFKC, or the
/// scalar itself when it stands for no single other scalar.
uint32_t kanyin_icu_unified(uint32_t scalar);

/// The one scalar that a letter and the mark behind it are as one (NFC), or 0.
uint32_t kanyin_icu_composed(uint32_t letter, uint32_t mark);

#endif
