#include "kanyin_icu_encoding.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

void kanyin_icu_confidences(
  const uint8_t *bytes,
  int32_t length,
  const char *const *charsets,
  int32_t count,
  int32_t *confidences
) {
  for (int32_t i = 0; i < count; i++) confidences[i] = -1;
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  ucsdet_setText(detector, (const char *)bytes, length, &status);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
  for (int32_t match = 0; U_SUCCESS(status) && match < found; match++) {
    const char *name = ucsdet_getName(matches[match], &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; i++) {
      if (strcmp(name, charsets[i]) == 0) {
        confidences[i] = ucsdet_getConfidence(matches[match], &status);
      }
    }
  }
  ucsdet_close(detector);
}

// ICU's own substitution writes U+001A for some single bytes: here it is U+FFFD always.
static void substitute(
  const void *context,
  UConverterToUnicodeArgs *arguments,
  const char *bytes,
  int32_t length,
  UConverterCallbackReason reason,
  UErrorCode *status
) {
  (void)context;
  (void)bytes;
  (void)length;
  if (reason > UCNV_IRREGULAR) return;
  static const UChar replacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

int32_t kanyin_icu_decode(
  const char *charset,
  const uint8_t *bytes,
  int32_t length,
  uint16_t *units,
  int32_t *offsets,
  int32_t capacity
) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return -1;
  ucnv_setToUCallBack(converter, substitute, NULL, NULL, NULL, &status);
  UChar *target = (UChar *)units;
  const char *source = (const char *)bytes;
  ucnv_toUnicode(
    converter, &target, target + capacity, &source, source + length, offsets, 1, &status
  );
  ucnv_close(converter);
  return U_SUCCESS(status) ? (int32_t)(target - (UChar *)units) : -1;
}

uint32_t kanyin_icu_unified(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return scalar;
  UChar source[2], result[8];
  int32_t length = 0;
  UBool failed = 0;
  U16_APPEND(source, length, 2, scalar, failed);
  if (failed) return scalar;
  int32_t made = unorm2_normalize(normalizer, source, length, result, 8, &status);
  if (U_FAILURE(status)) return scalar;
  int32_t index = 0;
  UChar32 unified;
  U16_NEXT(result, index, made, unified);
  return index == made ? (uint32_t)unified : scalar;
}

uint32_t kanyin_icu_composed(uint32_t letter, uint32_t mark) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  UChar32 composed = unorm2_composePair(normalizer, (UChar32)letter, (UChar32)mark);
  return composed < 0 ? 0 : (uint32_t)composed;
}
