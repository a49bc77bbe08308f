// Whether an edit puts a negation before what both texts say, or takes it away: "shall" and "shall not", "con" and "sin".
#include <algorithm>
#include <optional>

#include "diff/ladder.h"
#include "diff/words.h"
#include "text/unicode.h"

namespace travaux {

namespace {

/// A text and the part of it that was changed.
struct Side {
  const TokenText& text;
  std::size_t begin, end;

  bool changed(std::size_t i) const { return begin <= i && i < end; }
};

using At = std::optional<std::size_t>;

std::string loose(const TokenText& text, std::size_t i) { return i < text.size() ? loose_form(text.word(i)) : std::string(); }

bool stands_at(const TokenText& text, std::size_t i, const std::vector<std::string>& phrase) {
  for (std::size_t k = 0; k < phrase.size(); ++k) {
    if (loose(text, i + k) != phrase[k]) return false;
  }
  return true;
}

/// Tokens of the negation that begins at a token; 0: none does, or it only looks like one ("not only", "sin perjuicio").
std::size_t negation_at(const TokenText& text, std::size_t i) {
  const auto begins = [&](const auto& phrase) { return stands_at(text, i, phrase); };
  const auto found = std::find_if(ladder().negators.begin(), ladder().negators.end(), begins);
  if (found == ladder().negators.end()) return 0;
  for (const std::vector<std::string>& phrase : ladder().no_negators) {
    for (std::size_t k = 0; k < phrase.size() && k <= i; ++k) {
      if (phrase[k] == found->front() && stands_at(text, i - k, phrase)) return 0;
    }
  }
  return found->size();
}

bool is_bracket(const TokenText& text, std::size_t i) { return text.word(i) == "[" || text.word(i) == "]"; }

/// The word at or after a token, brackets aside; none where a mark or a figure stands there ("No. 5").
At word_from(const TokenText& text, std::size_t i) {
  while (i < text.size() && is_bracket(text, i)) ++i;
  if (i >= text.size() || text.tokens[i].kind != TokenKind::kWord) return std::nullopt;
  return i;
}

At word_before(const TokenText& text, std::size_t i) {
  while (i > 0 && is_bracket(text, i - 1)) --i;
  if (i == 0 || text.tokens[i - 1].kind != TokenKind::kWord) return std::nullopt;
  return i - 1;
}

bool is_modal(const TokenText& text, std::size_t i) {
  const auto rungs = ladder().rungs.find(loose(text, i));
  if (rungs == ladder().rungs.end()) return false;
  std::size_t at = 0;
  if (ladder().months.contains(loose(text, i)) && is_upper(next_code_point(text.word(i), at))) return false;
  return std::any_of(rungs->second.begin(), rungs->second.end(),
                     [](const Rung& rung) { return rung.role == LadderRole::kModal && rung.words.size() == 1; });
}

/// Whether a negation stands right before a word, or right after it where it is a modal.
bool is_negated(const TokenText& text, std::size_t i) {
  if (is_modal(text, i)) {
    const At next = word_from(text, i + 1);
    if (next && negation_at(text, *next) > 0) return true;
  }
  At before = word_before(text, i);
  for (std::size_t length = 1; before && length <= ladder().longest_negator; ++length) {
    if (negation_at(text, *before) == length) return true;
    before = word_before(text, *before);
  }
  return false;
}

/// Whether the other text has the word at the same place, or among what was changed, and does not negate it.
bool affirmed_in(const Side& other, const Side& side, std::size_t word) {
  const std::string form = loose(side.text, word);
  const auto affirms = [&](std::size_t i) { return loose(other.text, i) == form && !is_negated(other.text, i); };
  if (word >= side.end) return affirms(other.end + (word - side.end));
  if (word < side.begin) return other.begin + word >= side.begin && affirms(other.begin + word - side.begin);
  for (std::size_t i = other.begin; i < other.end; ++i) {
    if (affirms(i)) return true;
  }
  return false;
}

At first_modal(const Side& side) {
  for (std::size_t i = side.begin; i < side.end; ++i) {
    if (is_modal(side.text, i)) return i;
  }
  return std::nullopt;
}

/// Whether a side negates, in what was changed, a word or a modal that the other affirms.
bool negates(const Side& side, const Side& other) {
  for (std::size_t i = side.begin; i < side.end; ++i) {
    const std::size_t length = negation_at(side.text, i);
    if (length == 0) continue;
    const At next = word_from(side.text, i + length);
    if (next && affirmed_in(other, side, *next)) return true;
    const At before = word_before(side.text, i);
    if (before && is_modal(side.text, *before) && affirmed_in(other, side, *before)) return true;
  }
  const At modal = first_modal(side), others = first_modal(other);
  return modal && others && is_negated(side.text, *modal) && !is_negated(other.text, *others);
}

}  // namespace

Polarity polarity_of(const TokenText& from, const TokenText& to, const Hunk& hunk) {
  const Side before{from, hunk.from_begin, hunk.from_end}, after{to, hunk.to_begin, hunk.to_end};
  const bool negated = negates(after, before), affirmed = negates(before, after);
  if (negated == affirmed) return Polarity::kNone;
  return negated ? Polarity::kNegated : Polarity::kAffirmed;
}

}  // namespace travaux
