#include "kanyin_icu_key.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

int32_t kanyin_icu_nfkc(const uint16_t *source, int32_t length, uint16_t *target,
                        int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFKCInstance(&status);
  int32_t count = unorm2_normalize(form, source, length, target, capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return count;
  return U_FAILURE(status) ? -1 : count;
}

int32_t kanyin_icu_simplify(uint16_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UChar id[32];
  u_uastrcpy(id, "Traditional-Simplified");
  UTransliterator *rules = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  int32_t count = length;
  int32_t limit = length;
  if (U_SUCCESS(status)) utrans_transUChars(rules, text, &count, length, 0, &limit, &status);
  utrans_close(rules);
  return U_FAILURE(status) || count != length ? -1 : 0;
}
