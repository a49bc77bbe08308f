// The words in which comments are couched: what a verb asks for, and what part the small words give to what they stand before.
// Data (lexicon.json), by language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace travaux::letter {

enum class Language : std::uint8_t { kEnglish, kSpanish };

/// What a verb asks for, before its object is known: "delete" a word or an item.
enum class Verb : std::uint8_t {
  kNone,
  kInsert,
  kDelete,
  kReplace,
  kChange,
  kUse,
  kRead,
  kMove,
  kPlace,
  kSplit,
  kMerge,
  kRetitle,
  kCite,
  kBracket,
  kUnbracket,
  kLift,
  kKeep,
  kSwap,  ///< "swap X for Y": Y is to come, where "substitute Y for X" has it the other way round
};

/// The form a verb stands in, as far as it tells a request from a report.
enum class Mood : std::uint8_t { kAsk, kParticiple, kNoun, kPresent, kReport };

/// What a word does in a request. A word may do several things; which, its place tells.
enum class Role : std::uint8_t {
  kWith,
  kTo,
  kFor,
  kFrom,
  kInstead,
  kAfter,
  kBefore,
  kBetween,
  kAtEnd,
  kAtStart,
  kIn,
  kUnder,
  kWords,
  kSentence,
  kLine,
  kParagraph,
  kSection,
  kHeading,
  kTitled,
  kReference,
  kPassage,
  kBrackets,
  kNew,
  kNegation,
  kCondition,
  kReason,
  kRequest,
  kPrefer,
  kAuxiliary,
  kPast,
  kSee,
  kOther,
  kOwn,
  kThird,
  kSupport,
  kReserve,
  kOppose,
  kWithdraw,
  kPronoun,
  kNewPlace,
  kConjunction,
  kWhole,
  kThroughout,
  kEverything,
  kBegins,
  kSame,
  kSays,
  kAsRead,
  kSymbol,
  kCourtesy,
  kSeparable,
  kParticle,
  kWherever,
};

using Roles = std::uint64_t;
constexpr Roles bit(Role role) { return Roles{1} << static_cast<unsigned>(role); }

/// A word or phrase of the lexicon.
struct Entry {
  std::vector<std::string> words;  ///< as `plain_form` has them
  Roles roles = 0;
  Verb verb = Verb::kNone;
  Mood mood = Mood::kAsk;
  int ordinal = 0;  ///< "third": 3, "last": -1
};

struct Lexicon {
  /// By language and first word, the longest first; entries of one phrase are one.
  std::unordered_map<std::string, std::vector<Entry>> entries[2];
  std::unordered_set<std::string> function_words[2];
  std::unordered_set<std::string> months;
  std::vector<std::string> general_headings;
  std::vector<std::string> heading_leads;  ///< the longest first
  /// By name, phrases that keep verbs from asking, as `plain_phrase` has them.
  std::unordered_map<std::string, std::vector<std::string>> bars;
  /// By name, turns of phrase that are read as a whole, in the same form.
  std::unordered_map<std::string, std::vector<std::string>> turns;
};

/// The lexicon that travaux was built with.
const Lexicon& lexicon();

/// The form in which words are looked up: loose, without diacritical marks.
std::string plain_form(std::string_view word);

/// Whether a phrase, in the form of `plain_phrase`, is one of the turns of that name.
bool is_turn(const char* name, std::string_view phrase);

/// The words of a phrase in that form, a space between them.
std::string plain_phrase(std::string_view phrase);

}  // namespace travaux::letter
