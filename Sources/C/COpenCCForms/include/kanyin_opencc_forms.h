#ifndef KANYIN_OPENCC_FORMS_H
#define KANYIN_OPENCC_FORMS_H

#include <stddef.h>

// OpenCC's door in C converts and says nothing of its choices; its dictionaries, which know them,
// have a door in C++ only.

#ifdef __cplusplus
extern "C" {
#endif

typedef struct kanyin_forms kanyin_forms;

/// Opens a dictionary of characters and one of phrases (.ocd2); NULL when that fails.
kanyin_forms *kanyin_forms_open(const char *characters, const char *phrases);

void kanyin_forms_close(kanyin_forms *forms);

/// How many characters have several forms in the other script.
size_t kanyin_forms_count(const kanyin_forms *forms);

/// Finds in UTF-8 text each character with several forms of which no phrase chooses one.
///
/// `found` is called with the offset of its first byte, its length in bytes, and its forms between
/// spaces, the one that conversion takes first.
void kanyin_forms_undecided(
  const kanyin_forms *forms,
  const char *text,
  size_t length,
  void *context,
  void (*found)(void *context, size_t offset, size_t length, const char *forms)
);

#ifdef __cplusplus
}
#endif

#endif
