#include "kanyin_words.h"

#include "kanyin_words_table.h"

// The tree lies in rows of siblings: those with children first, each part in the order of its
// characters. Row k is that of the k-th node with children; row 0 holds the first characters.

static uint32_t digit(char c) {
  uint32_t code = (unsigned char)c;
  return code - 0x23 - (code > 0x3F) - (code > 0x5C);
}

static uint32_t number(const char *digits) {
  return (digit(digits[0]) * 90 + digit(digits[1])) * 90 + digit(digits[2]);
}

/// The place of a label between two nodes, or -1.
static int64_t find(uint32_t low, uint32_t high, uint32_t label) {
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (words_labels[middle] < label) {
      low = middle + 1;
    } else if (words_labels[middle] > label) {
      high = middle;
    } else {
      return middle;
    }
  }
  return -1;
}

/// What a level of rareness of a tag costs.
static const uint8_t level_costs[] = {0, 2, 5, 10, 15, 20, 28, 35};

static void fill(struct kanyin_word *word, const char *value, int32_t length) {
  const unsigned char *profile = words_profiles + 3 * (digit(value[0]) * 90 + digit(value[1]));
  word->length = length;
  // A step is a quarter of a nat.
  word->cost = (int32_t)(digit(value[2]) * 5 / 2);
  word->tag_count = 0;
  for (int i = 0; i < 3 && profile[i] != 255; i++) {
    word->tags[i] = profile[i] >> 3;
    word->tag_costs[i] = level_costs[profile[i] & 7];
    word->tag_count = i + 1;
  }
}

int32_t kanyin_word_tags(void) { return WORDS_TAGS; }

int32_t kanyin_word_affinity(int32_t tag, int32_t after) {
  return words_affinity[after * WORDS_TAGS + tag];
}

int32_t kanyin_words_at(const uint32_t *scalars, int64_t count, struct kanyin_word *found) {
  int32_t total = 0;
  uint32_t row = 0;
  for (int32_t depth = 0; depth < count && depth < kanyin_longest_word; depth++) {
    uint32_t first = number(words_rows + 6 * row);
    uint32_t inner = number(words_rows + 6 * row + 3);
    uint32_t end = number(words_rows + 6 * row + 6);
    uint32_t next_inner = number(words_rows + 6 * row + 9);
    uint32_t leaves = first + (next_inner - inner);
    int64_t node = find(first, leaves, scalars[depth]);
    int hasChildren = node >= 0;
    if (!hasChildren) node = find(leaves, end, scalars[depth]);
    if (node < 0) break;
    const char *value = words_values + 3 * node;
    if (value[0] != '#' || value[1] != '#') fill(found + total++, value, depth + 1);
    if (!hasChildren) break;
    row = inner + (uint32_t)(node - first);
  }
  return total;
}
