// What became of the brackets and options of one draft in another: which were opened, which settled and in whose favour.
//
// Computed from the ledger of a comparison, so that it follows the same words as everything else that is reported. The brackets
// of both drafts are matched by the words they hold, not by their marks, which are all alike.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/brackets.h"
#include "travaux/ledger.h"

namespace travaux {

enum class BracketEvent {
  kOpened,   ///< put around words
  kSettled,  ///< gone
  kEdited,   ///< the words within changed
  kBounds,   ///< holds more or fewer of the words around it; a missing mark came or went
  kRenamed,  ///< other groups are named
};
/// "opened", "settled", …: the name in reports and JSON.
std::string_view name_of(BracketEvent event);

/// What became of the words of a bracket that was settled; the same said backwards of one that was opened.
enum class Favour {
  kNone,     ///< edited, renamed
  kKept,     ///< settled: the words stay; opened: around words that were there
  kPart,     ///< some of them
  kDeleted,  ///< settled: the words went; opened: with new words
  kFilled,   ///< settled: other words stand in their place; opened: in the place of other words
  kOption,   ///< one option was chosen
};

struct BracketChange {
  BracketEvent event = BracketEvent::kOpened;
  Favour favour = Favour::kNone;
  std::string from_item, to_item;         ///< address or section's name; empty where the side has no such place
  std::string option;                     ///< the option chosen, or opened: "Option 1"; "Option 1, Option 2" where several came
  std::vector<std::string> alternatives;  ///< of a choice: all its options
  std::vector<std::string> from_groups, groups;  ///< the names printed in it: before, after; of what is settled the earlier ones
  std::string from_text, text;                   ///< what it held and holds, white space folded; empty for the side that has none
  std::string instead;                           ///< kPart: what stays of the words; kFilled: what stands in their place
  BracketKind kind = BracketKind::kPlain;
  BracketExtent extent = BracketExtent::kWords;
  bool is_option = false;   ///< an option or a choice of options, not a bracket
  Span from_span, to_span;  ///< in the sources, with marks or label
  friend bool operator==(const BracketChange&, const BracketChange&) = default;
};

struct BracketDiff {
  OpenCounts from, to;
  std::vector<BracketChange> changes;  ///< in the order of the later draft; what is gone stands where it stood
};

/// Precondition: `ledger` came from the same two documents. `diff_brackets(b, a)` mirrors it. Near-linear.
BracketDiff diff_brackets(const Document& from, const Document& to, const Ledger& ledger);

/// "kept", "deleted", "option 1", …; of what was opened "existing", "new"; empty where nothing is favoured.
std::string favour_words(const BracketChange& change);

}  // namespace travaux
