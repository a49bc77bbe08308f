// Who asked for what: a round of edits in which it is known, for each, which groups wanted it and in what words, and for each
// wish what became of it. What `attribute` is judged by.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "negotiations/text.h"
#include "travaux/attribute.h"

namespace travaux::negotiations {

/// What is wanted, or done; kPassage: other words in a cited passage.
enum class Act { kInsert, kDelete, kReplace, kReword, kAdd, kRemove, kMove, kRetitle, kCite, kUncite, kPassage };
/// Words inside an item: insert, delete, replace.
bool is_in_words(Act act);

/// How a wish fared, or how an edit came about. The rows of the report.
enum class Treatment {
  kVerbatim,     ///< granted as asked
  kAdapted,      ///< granted in other words, another order, shorter
  kInPart,       ///< the first of two wishes, or a part of what was to go
  kRefused,      ///< nothing happened
  kJoint,        ///< several groups asked for the same, and had it
  kCompeting,    ///< two groups wanted different words at one place; one had them
  kElsewhere,    ///< granted, but in another item
  kUnprompted,   ///< done, and nobody asked
  kOtherWords,   ///< refused, while the chair put words of its own at the very place: nobody's
  kStockPhrase,  ///< a phrase of every text, asked for here, and put in somewhere else too: nobody's there
};
std::string_view name_of(Treatment treatment);
inline constexpr std::size_t kTreatments = 10;

/// One change of a text, wanted or made.
struct Wanted {
  Act act = Act::kInsert;
  Id target = 0;                   ///< the item; of kRetitle the section; of kAdd the id that the new item gets
  std::size_t begin = 0, end = 0;  ///< of kInsert, kDelete, kReplace: bytes of the item's text; of kPassage of the passage's
  std::string text;                ///< the new words; of kAdd and kReword the whole text; of kRetitle the heading
  Id after = 0;                    ///< of kAdd and kMove: the item behind which it is to stand
  Citation citation;               ///< of kCite the new one, of kUncite and kPassage the old
  Id passage = 0;                  ///< of kPassage
  std::string old, anchor, next;   ///< words that are to go, words before the place, words behind it; as printed
  bool at_end = false;             ///< the place is the end of the item's text
};

/// One wish of one group.
struct Request {
  std::string by;
  Wanted wanted;
  Treatment treatment = Treatment::kVerbatim;
  std::set<ProposalFate> fates;  ///< what may rightly be said to have become of it
};

/// One edit that was made.
struct Made {
  Wanted wanted;
  Treatment treatment = Treatment::kUnprompted;
  std::vector<std::size_t> asked;  ///< the wishes behind it, indices into AskedRound::requests; empty: nobody asked for it
};

struct AskedRound {
  Text before, after;
  std::vector<std::string> groups;
  std::vector<Request> requests;
  std::vector<Made> made;
};

/// The text with these changes made, numbered anew. Spans count in `text`; no two may overlap. Changes whose target is not there
/// are passed over.
Text with(const Text& text, const std::vector<Wanted>& changes);

/// The text of an item with the changes of words that are wanted in it.
std::string with_words(const std::string& text, std::vector<Wanted> changes);

/// The passage in which kPassage wants other words, as it was.
std::string passage_text(const Wanted& wanted);

/// A line for a person.
std::string describe(const Wanted& wanted, const Text& text);

}  // namespace travaux::negotiations
