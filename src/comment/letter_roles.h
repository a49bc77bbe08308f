// What each quotation and place of a request is to its verb: the small words before it tell.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "comment/letter_operators.h"

namespace travaux::letter {

/// The part of a quotation or a place.
enum class Slot : std::uint8_t {
  kObject,
  kAfterVerb,  ///< of "read": behind it
  kWith,
  kTo,
  kFor,
  kFrom,
  kInstead,
  kAfter,
  kBefore,
  kBetween,
  kEnd,
  kStart,
  kIn,
  kUnder,
  kTitled,
  kSays,
  kWherever,
};

struct Words {
  std::string text;
  Slot slot = Slot::kObject;
};

struct Places {
  std::vector<Target> targets;
  Slot slot = Slot::kObject;
};

/// The words of one request, by their parts.
struct Parts {
  std::vector<Words> words;
  std::vector<Places> places;
  std::vector<std::pair<std::string, std::string>> pairs;  ///< of "replace “A” with “B” and “C” with “D”"
  Roles roles = 0;                                         ///< of all its words
  Role object_noun = Role::kCourtesy;                      ///< kReference, kPassage, kWords, …; kCourtesy: none
  std::string instrument;
  std::string relabel;  ///< "by its symbol, Y": Y
  std::string portion;
  Slot portion_slot = Slot::kObject;
  Slot pronoun_slot = Slot::kObject;
  std::string new_place;  ///< "the new section"
  bool new_place_section = false;
  std::string new_printed;  ///< "a new section"
  bool new_item = false, new_section = false;
  bool heading_noun = false;   ///< a title is spoken of
  bool under = false;          ///< "under INSTRUMENT"
  bool from_mandates = false;  ///< "drop INSTRUMENT from the mandates"
  bool at_end = false, at_start = false;
  bool prefers = false;
  bool colon = false;

  bool has(Role role) const { return (roles & bit(role)) != 0; }
  bool places_in(Slot slot) const;
};

Parts parts_of(const Pieces& pieces, const Verbs& verbs, const Operator& op);

}  // namespace travaux::letter
