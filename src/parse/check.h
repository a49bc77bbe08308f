// What the rules of `check` share: the document, the way from a byte to its line and place, and the findings.
#pragma once

#include <re2/stringpiece.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "parse/lead.h"
#include "travaux/check.h"

namespace travaux {

/// The document under check and what was found in it so far.
class Checking {
 public:
  Checking(const Document& document, const Registry& registry);

  const Document& document() const { return document_; }
  const Registry& registry() const { return registry_; }
  std::string_view source() const { return document_.source; }

  /// The block that holds a byte of the source. Logarithmic.
  const Block& block_at(std::size_t offset) const;
  /// The line of a byte of the source. Logarithmic.
  std::size_t line_at(std::size_t offset) const;
  /// The address of the item at a place; empty for none.
  std::string address_of(const Place& place) const;
  FindingPlace place_at(std::size_t offset) const;

  /// Whether a paragraph that begins in the span labels an option ("Option 2:"), so that numbers may stand twice. Logarithmic.
  bool has_option_label(Span span) const;
  /// Where the section at a byte begins.
  std::size_t section_begin(std::size_t offset) const;
  /// The section at a byte, from its heading to the next.
  Span section_span(std::size_t offset) const;

  /// Whether a paragraph that begins in the span prints this number, whatever the parser made of it. What is printed is not
  /// missing. Logarithmic.
  bool prints(LeadStyle style, const std::vector<int>& values, Span span) const;
  Span whole() const { return {0, document_.source.size()}; }

  /// Adds a finding about a byte of the source; to be completed by the caller.
  Finding& report(std::string_view rule, std::size_t offset, std::string message);

  std::vector<Finding> take();

 private:
  const Document& document_;
  const Registry& registry_;
  std::vector<std::size_t> line_begins_;
  std::vector<std::size_t> option_labels_;                                              ///< offsets of paragraphs
  std::map<std::pair<LeadStyle, std::vector<int>>, std::vector<std::size_t>> printed_;  ///< numbers -> offsets of paragraphs
  std::vector<std::size_t> section_begins_;                                             ///< of each section
  std::vector<Finding> findings_;
};

inline re2::StringPiece piece_of(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view view_of(const re2::StringPiece& piece) { return {piece.data(), piece.size()}; }

/// The words around a place, for a message: at most `size` bytes from `begin`, cut at a word's end.
std::string excerpt(std::string_view text, std::size_t size = 60);

// One function for each family of rules.
void check_symbols(Checking& checking);
void check_united_nations(Checking& checking);
void check_passages(Checking& checking);
void check_quotation_marks(Checking& checking);
void check_brackets(Checking& checking);
void check_numbers(Checking& checking);
void check_references(Checking& checking);
void check_headings(Checking& checking);

}  // namespace travaux
