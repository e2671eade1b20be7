#include "kanyin_icu_breaks.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

int32_t kanyin_icu_breaks(kanyin_break_kind kind, const char *language, const char *text,
                          int32_t length, uint8_t *marks) {
  UErrorCode status = U_ZERO_ERROR;
  memset(marks, 0, (size_t)length + 1);
  UBreakIteratorType type = kind == KANYIN_BREAK_LINE ? UBRK_LINE : UBRK_WORD;
  UBreakIterator *iterator = ubrk_open(type, language, NULL, 0, &status);
  UText *source = utext_openUTF8(NULL, text, length, &status);
  if (U_SUCCESS(status)) ubrk_setUText(iterator, source, &status);
  if (U_SUCCESS(status)) {
    for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
      int32_t rule = ubrk_getRuleStatus(iterator);
      int hard = kind == KANYIN_BREAK_LINE && rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT;
      marks[at] = hard && at < length ? 2 : 1;
    }
  }
  utext_close(source);
  if (iterator) ubrk_close(iterator);
  return U_FAILURE(status) ? (int32_t)status : 0;
}
