#ifndef KANYIN_WORDS_H
#define KANYIN_WORDS_H

#include <stdint.h>

// Words of printed Chinese with how often they stand there and as which parts of speech. The table
// lies in the program as it is read; nothing is made at start. Costs are in tenths of a nat.

/// One word found: how long it is, what it costs, and up to three tags with what each adds.
struct kanyin_word {
  int32_t length;
  int32_t cost;
  int32_t tag_count;
  uint8_t tags[3];
  uint8_t tag_costs[3];
};

/// The longest word, in characters.
enum { kanyin_longest_word = 8 };

/// How many tags there are.
int32_t kanyin_word_tags(void);

/// What a tag costs after another, less what it costs anywhere: negative when it likes to follow.
int32_t kanyin_word_affinity(int32_t tag, int32_t after);

/// Finds the words that begin at a text's first scalar, the shortest first; returns how many there
/// are, `kanyin_longest_word` at most.
int32_t kanyin_words_at(const uint32_t *scalars, int64_t count, struct kanyin_word *found);

#endif
