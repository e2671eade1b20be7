#include "kanyin_icu_bidi.h"

#include <stdlib.h>
#include <unicode/ubidi.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

int32_t kanyin_icu_bidi_levels(const char *text, int32_t length, uint8_t *levels) {
  UErrorCode status = U_ZERO_ERROR;
  // UTF-16 has no more units than UTF-8 has bytes.
  UChar *units = malloc(sizeof(UChar) * ((size_t)length + 1));
  UBiDi *bidi = ubidi_open();
  int32_t count = 0;
  const UBiDiLevel *found = NULL;
  if (!units || !bidi) status = U_MEMORY_ALLOCATION_ERROR;
  u_strFromUTF8(units, length + 1, &count, text, length, &status);
  ubidi_setPara(bidi, units, count, 0, NULL, &status);
  if (count > 0) found = ubidi_getLevels(bidi, &status);
  if (U_SUCCESS(status) && found) {
    int32_t byte = 0, unit = 0;
    while (byte < length && unit < count) {
      int32_t start = byte;
      UChar32 character;
      U8_NEXT(text, byte, length, character);
      for (int32_t i = start; i < byte; i++) levels[i] = found[unit];
      unit += character > 0xFFFF ? 2 : 1;
    }
  }
  if (bidi) ubidi_close(bidi);
  free(units);
  return U_FAILURE(status) ? (int32_t)status : 0;
}
