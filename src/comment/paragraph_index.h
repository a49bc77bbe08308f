// The paragraphs of a draft, found by their words and the number printed before them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "comment/fields.h"

namespace travaux {

/// One paragraph of a draft's text.
struct DraftParagraph {
  DraftText text;          ///< the paragraph alone
  std::size_t offset = 0;  ///< where it begins in the text that field and place name
  std::string address;     ///< of its item; empty where it stands in none, or is not its item's first
  std::string number;      ///< of its item, as printed
};

/// What another paper prints of a paragraph.
struct PrintedParagraph {
  std::string words;      ///< its own words, without the number
  std::string address;    ///< where its paper has it: "2.1", "Article 4/3"; empty: not known
  std::string number;     ///< printed before it: "2.1", "(a)"; empty: none
  std::size_t after = 0;  ///< the draft's paragraph that was found last: of several alike, the next one is meant
};

class ParagraphIndex {
 public:
  /// Linear in the draft. Keeps a reference to its texts.
  explicit ParagraphIndex(const Document& draft);

  const std::vector<DraftParagraph>& paragraphs() const { return paragraphs_; }
  /// The paragraph that a printed one reproduces, by the words of both, the number where the words leave a choice. Empty: none is
  /// like enough. Words that stand nearly everywhere are not looked up, so that it is near linear in the paragraph.
  std::optional<std::size_t> find(const PrintedParagraph& printed) const;

 private:
  void add(const DraftText& text, const Document& draft);
  std::vector<std::size_t> candidates(const PrintedParagraph& printed) const;

  std::vector<DraftParagraph> paragraphs_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_, by_number_, by_form_;
};

}  // namespace travaux
