#include "kanyin_opencc_forms.h"

#include <cstdio>
#include <memory>
#include <string>

#include <opencc/DictEntry.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>

struct kanyin_forms {
  opencc::MarisaDictPtr characters;
  opencc::MarisaDictPtr phrases;
};

static opencc::MarisaDictPtr open_dictionary(const char *path) {
  std::FILE *file = std::fopen(path, "rb");
  if (!file) return nullptr;
  opencc::MarisaDictPtr dictionary;
  try {
    dictionary = opencc::MarisaDict::NewFromFile(file);
  } catch (...) {
    dictionary = nullptr;
  }
  std::fclose(file);
  return dictionary;
}

kanyin_forms *kanyin_forms_open(const char *characters, const char *phrases) {
  auto forms = std::make_unique<kanyin_forms>();
  forms->characters = open_dictionary(characters);
  forms->phrases = open_dictionary(phrases);
  return forms->characters && forms->phrases ? forms.release() : nullptr;
}

void kanyin_forms_close(kanyin_forms *forms) { delete forms; }

size_t kanyin_forms_count(const kanyin_forms *forms) {
  size_t count = 0;
  for (const auto &entry : *forms->characters->GetLexicon()) {
    if (entry->NumValues() > 1) count += 1;
  }
  return count;
}

// The bytes of the UTF-8 sequence that a byte begins; text from Swift is valid.
static size_t sequence_length(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

void kanyin_forms_undecided(
  const kanyin_forms *forms,
  const char *text,
  size_t length,
  void *context,
  void (*found)(void *context, size_t offset, size_t length, const char *forms)
) {
  size_t offset = 0;
  while (offset < length) {
    size_t width = sequence_length(static_cast<unsigned char>(text[offset]));
    if (width == 1) {
      offset += 1;
      continue;
    }
    size_t rest = length - offset;
    // OpenCC takes the longest phrase at each place, as here.
    auto phrase = forms->phrases->MatchPrefix(text + offset, rest);
    if (!phrase.IsNull() && phrase.Get()->KeyLength() > width) {
      offset += phrase.Get()->KeyLength();
      continue;
    }
    auto character = forms->characters->Match(text + offset, width < rest ? width : rest);
    if (!character.IsNull() && character.Get()->NumValues() > 1) {
      std::string all;
      for (const auto &value : character.Get()->Values()) all += (all.empty() ? "" : " ") + value;
      found(context, offset, width, all.c_str());
    }
    offset += width;
  }
}
