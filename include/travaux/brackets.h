// Square brackets, options and placeholders of a negotiating text: what is not agreed yet, as structure.
//
// A bracket's marks and an option's label stay in the text as they are printed, so that blocks tile the source; here they are
// values that say what they hold and where. Spans refer to Document::source.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/model.h"

namespace travaux {

enum class BracketKind {
  kPlain,        ///< "[and local]": words that are not agreed
  kNamed,        ///< "[CARICOM: and local]", "[MEX, ARG: …]": by the groups it names
  kPlaceholder,  ///< "[__]", "[x]", "[TBD]", "[insert date]", "[…]": words still to come
  kLabel,        ///< "[Option 1]": an option's label and nothing else
  kStatus,       ///< "[Agreed]": of a status line
  kEditorial,    ///< "[T]he", "[…]" within a citation: the editor's, nothing that is negotiated
};
/// "plain", "named", …: the name in reports and JSON.
std::string_view name_of(BracketKind kind);

/// How much a bracket holds.
enum class BracketExtent {
  kWords,       ///< part of a paragraph
  kParagraph,   ///< a whole one: an item's, a point's
  kParagraphs,  ///< it opens in one and closes in another
  kHeading,     ///< it opens and closes in a heading
};
std::string_view name_of(BracketExtent extent);

/// A pair of square brackets, or one mark whose partner is missing.
struct SquareBracket {
  Span span;     ///< with its marks; of a lone mark the mark
  Span content;  ///< between the marks, behind the names; empty for a lone mark
  Place place;   ///< where it opens; of a lone mark where that stands
  Place end_place;
  std::size_t depth = 0;  ///< how many pairs it stands in
  BracketKind kind = BracketKind::kPlain;
  BracketExtent extent = BracketExtent::kWords;
  std::vector<std::string> names;  ///< as printed: "MEX", "ARG"; empty: nobody's
  bool balanced = true;
  bool opens = true;  ///< of a lone mark: it is an opening one
};

/// One of several texts for the same place: "Option 1: …", "Alternativa A", "Variante 2".
struct TextOption {
  std::string name;        ///< word and number as printed, without marks: "Option 1"
  Span label;              ///< with the mark that sets it off: "Option 1:"
  Span text;               ///< behind the label, to the next option or to where the choice ends; may hold whole items
  Place place;             ///< where the label stands
  std::size_t series = 0;  ///< options of one choice share it
};

/// So many brackets are read within one another; what is nested deeper is text of the innermost.
inline constexpr std::size_t kDeepestNesting = 64;

struct Bracketing {
  std::vector<SquareBracket> brackets;  ///< in the order of their first marks
  std::vector<TextOption> options;      ///< in the order of their labels
};

/// The brackets and options of a document. Marks are paired within a paragraph first; what is left pairs across paragraphs where
/// one of the two stands at its paragraph's edge, or both within one item. Near-linear.
Bracketing brackets_of(const Document& document);

/// What a draft leaves open.
struct OpenCounts {
  std::size_t brackets = 0;    ///< pairs around words, and marks without partners; no placeholders
  std::size_t named = 0;       ///< of those: with groups' names
  std::size_t unbalanced = 0;  ///< of those: marks without partners
  std::size_t options = 0;
  std::size_t placeholders = 0;
  friend bool operator==(const OpenCounts&, const OpenCounts&) = default;
};

OpenCounts count_open(const Bracketing& bracketing);

/// Whether a text may have brackets or options at all: a square bracket, an option's word. Linear; saves a parse.
bool may_be_open(std::string_view text);

/// "12 brackets, 3 options, 2 placeholders open"; empty where nothing is.
std::string open_words(const OpenCounts& counts);

/// Whether a token sequence "Option 1 :" begins at the start of `text`: the end of the label with its mark; 0 where none does.
/// A sentence that begins with the words ("Option 1 was preferred") is no label. `name`, when given, receives the label's name.
std::size_t option_label(std::string_view text, std::string* name = nullptr);

}  // namespace travaux
