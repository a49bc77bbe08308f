// The words of a document's passages, as numbers: what the rules about passages compare.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "parse/check.h"

namespace travaux {

/// Where a stretch of words is cited.
struct PassageUse {
  std::size_t offset = 0;  ///< of the passage in the source
  std::string item;        ///< its address
  std::string locator;     ///< the subdivision cited; empty where none is
  bool quotation = false;
};

/// What is cited from one instrument without a gap: a passage, or its part between ellipses. Equal ones are one.
struct PassageWords {
  std::string instrument;
  std::vector<std::uint32_t> words;  ///< their loose forms, numbered alike throughout the document
  std::vector<Span> spans;           ///< of the words in `text`
  std::string text;                  ///< as first printed
  std::vector<PassageUse> uses;      ///< in the order of the text
  bool quoted() const;
};

/// All passages of a document, in the order of their first use. A heading that nobody knows but that differs by a slip of the
/// pen from a known title counts as that title's instrument. Linear in the passages, but for sorting.
std::vector<PassageWords> passage_words(const Checking& checking);

/// A shorter stretch laid against a longer one.
struct WordAlignment {
  /// Words of either side that differ, between words that agree.
  struct Difference {
    Span shorter, longer;  ///< in words
  };
  std::vector<Difference> differences;
  std::size_t changed_at_ends = 0;  ///< words exchanged before the first that agrees and after the last, not told apart
  std::size_t agreeing = 0;         ///< words
};

/// Lays `shorter` along `window` of `longer` with the fewest words changed. Words by which one side merely begins earlier or
/// ends later are no difference. Time and space: the product of the two lengths.
WordAlignment align(const std::vector<std::uint32_t>& shorter, const std::vector<std::uint32_t>& longer, Span window);

}  // namespace travaux
