// A round of edits as data: what a chair, or a delegation, changes in a draft. Playing it, printing it and judging an answer to
// it are separate things, and so is asking for it in a letter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "negotiations/text.h"

namespace travaux::negotiations {

enum class Kind {
  kReword,   ///< target's own text becomes `to` (it was `from`)
  kAddItem,  ///< `item` under `place` at `position`
  kRemoveItem,
  kMoveItem,        ///< target under `place` at `position`
  kSplitItem,       ///< target becomes `items`; citations go to the part in whose list they stand
  kMergeItems,      ///< target and `others` become `items[0]`
  kSetStatus,       ///< status line becomes `to`
  kRetitleSection,  ///< heading becomes `to`
  kRewordSection,   ///< own text becomes `to`
  kAddSection,      ///< `section` at `position`
  kRemoveSection,
  kMoveSection,  ///< to `position`
  kAddCitation,  ///< `citation` under `place` at `position`
  kRemoveCitation,
  kMoveCitation,     ///< under `place` at `position`
  kRelabelCitation,  ///< heading becomes `to`
  kSetLocator,       ///< locator becomes `to`
  kRewordPassage,    ///< passage `target` becomes `to`
  kUnquotePassage,   ///< quotation marks off or on, words as they are
  kAddPassage,       ///< `passage` in citation `place` at `position`
  kRemovePassage,
  kReorderCitations,  ///< the citations of item `target` stand in the order `others`
  kRenumber,          ///< numbers are printed anew, consecutively
};

/// "move item", …
std::string_view name_of(Kind kind);

struct Operation {
  Kind kind = Kind::kReword;
  Id target = 0;
  Id place = 0;
  std::size_t position = 0;
  std::string from, to;
  std::vector<Id> others;
  std::vector<Item> items;  ///< the new item, or the parts; ids are given beforehand
  std::vector<Section> sections;
  std::vector<Citation> citations;
  std::vector<Passage> passages;
  std::string why;  ///< what the planner meant: "new item in an old one's words"
};

/// Items that were divided or joined: the ids on both sides.
struct Division {
  std::vector<Id> from, to;
  bool reworded = false;  ///< its parts hold other words than the whole, beyond the seams
};

/// Operations in the order in which they are played.
struct Plan {
  std::vector<Operation> operations;
};

/// Plays one operation. False, with the text unchanged, where a target is not there any more.
bool play(Text& text, const Operation& operation);

/// The divisions that a plan makes.
std::vector<Division> divisions_of(const Plan& plan);

/// One line for a person: "reword 14: from … to …".
std::string describe(const Operation& operation);

}  // namespace travaux::negotiations
