// The words by which the rules of `check` read a text: data (check.json), so that a language is added without code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/families.h"

namespace travaux {

/// Lower case, without diacritical marks.
struct CheckWords {
  WordSet paragraph_words, article_words, section_words, part_words;  ///< what a cross-reference may name
  WordSet joiners;                                                    ///< between the numbers of a list: "and"
  WordSet range_words;                                                ///< between its ends: "to"
  WordSet option_words;                                               ///< that label alternatives: "Option 2"
  WordSet document_nouns;                                             ///< that name instruments
  WordSet foreign_before, own_before;                                 ///< right before a reference, or a document's noun
  std::vector<std::string> own;      ///< phrases that tie a reference to this text: "of this", "above"
  std::vector<std::string> foreign;  ///< phrases that tie it to another, or to something unknown: "of the", "thereof"
};

const CheckWords& check_words();

/// The first word of a text behind marks and brackets, plain; empty for none.
std::string first_word(std::string_view text);

}  // namespace travaux
