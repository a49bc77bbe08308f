// Passes: align the tokens, slide pure insertions and deletions to a boundary, widen to whole words, group neighbours into
// phrases.
#include "diff/words.h"

#include <algorithm>
#include <unordered_set>

#include "diff/ladder.h"
#include "diff/sequence.h"

namespace travaux {

namespace {

bool is_mark(const TokenText& text, std::size_t i) { return text.tokens[i].kind == TokenKind::kPunctuation; }

bool ends_clause(std::string_view form) { return form == "." || form == ";" || form == "?" || form == "!" || form == ":"; }

bool ends_clause(const TokenText& text, std::size_t i) { return is_mark(text, i) && ends_clause(token_form(text.word(i))); }

std::vector<Hunk> hunks_between(const Alignment& alignment, std::size_t from_size, std::size_t to_size) {
  std::vector<Hunk> hunks;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto close = [&](std::size_t next_i, std::size_t next_j) {
    if (i < next_i || j < next_j) hunks.push_back({i, next_i, j, next_j});
    i = next_i + 1;
    j = next_j + 1;
  };
  for (const auto& [a, b] : alignment.kept) close(a, b);
  close(from_size, to_size);
  return hunks;
}

// --- sliding ---------------------------------------------------------------------------------------------------------

/// How well a phrase may begin or end between two tokens of the text that holds it.
int boundary_score(const TokenText& text, std::size_t next) {
  if (next == 0 || next >= text.size()) return 4;
  if (ends_clause(text, next - 1)) return 4;
  if (is_mark(text, next)) return 0;
  if (is_mark(text, next - 1)) return 3;
  const std::string word = loose_form(text.word(next));
  return word == "and" || word == "or" || word == "y" || word == "o" || word == "including" || word == "incluido" ? 2 : 1;
}

/// Room to slide a run [begin, end) of one text: the same tokens leave at one end and enter at the other.
struct Room {
  std::size_t left = 0, right = 0;
};

Room room_for(const TokenText& text, std::size_t begin, std::size_t end, std::size_t least, std::size_t most) {
  Room room;
  while (begin - room.left > least && text.ids[begin - room.left - 1] == text.ids[end - room.left - 1]) ++room.left;
  while (end + room.right < most && text.ids[begin + room.right] == text.ids[end + room.right]) ++room.right;
  return room;
}

std::ptrdiff_t best_shift(const TokenText& text, std::size_t begin, std::size_t end, const Room& room) {
  std::ptrdiff_t best = 0;
  int best_score = -1;
  for (auto shift = -static_cast<std::ptrdiff_t>(room.left); shift <= static_cast<std::ptrdiff_t>(room.right); ++shift) {
    const auto at = [shift](std::size_t i) { return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + shift); };
    const int score = boundary_score(text, at(begin)) + boundary_score(text, at(end));
    if (score >= best_score) {
      best = shift;
      best_score = score;
    }
  }
  return best;
}

void shift_hunk(Hunk& hunk, std::ptrdiff_t shift) {
  for (std::size_t* at : {&hunk.from_begin, &hunk.from_end, &hunk.to_begin, &hunk.to_end}) {
    *at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(*at) + shift);
  }
}

void slide(const TokenText& from, const TokenText& to, std::vector<Hunk>& hunks) {
  for (std::size_t k = 0; k < hunks.size(); ++k) {
    Hunk& hunk = hunks[k];
    if (hunk.removed() > 0 && hunk.inserted() > 0) continue;
    const bool inserted = hunk.inserted() > 0;
    const TokenText& text = inserted ? to : from;
    const std::size_t begin = inserted ? hunk.to_begin : hunk.from_begin;
    const std::size_t end = inserted ? hunk.to_end : hunk.from_end;
    // One kept token stays between neighbours, else two edits would become one by accident.
    const std::size_t least = k == 0 ? 0 : (inserted ? hunks[k - 1].to_end : hunks[k - 1].from_end) + 1;
    const std::size_t most =
        k + 1 == hunks.size() ? text.size() : (inserted ? hunks[k + 1].to_begin : hunks[k + 1].from_begin) - 1;
    shift_hunk(hunk, best_shift(text, begin, end, room_for(text, begin, end, least, std::max(most, end))));
  }
}

// --- whole words -----------------------------------------------------------------------------------------------------

/// A mark that joins two words into one where no space stands beside it: "well-known", "and/or", "d'État".
bool joins_words(const TokenText& text, std::size_t i) {
  static const std::unordered_set<std::string> kJoiners = {"-", "/", "'", "&", "_", "@"};
  return is_mark(text, i) && kJoiners.contains(token_form(text.word(i)));
}

bool is_wordlike(const TokenText& text, std::size_t i) {
  return text.tokens[i].kind == TokenKind::kWord || text.tokens[i].kind == TokenKind::kNumber;
}

/// Whether a word goes on over the place before token `i`.
bool inside_word(const TokenText& text, std::size_t i) {
  const auto touch = [&text](std::size_t k) {
    return k > 0 && k < text.size() && text.tokens[k - 1].span.end == text.tokens[k].span.begin;
  };
  if (!touch(i)) return false;
  if (is_wordlike(text, i - 1)) return is_wordlike(text, i) || (joins_words(text, i) && touch(i + 1) && is_wordlike(text, i + 1));
  return joins_words(text, i - 1) && touch(i - 1) && is_wordlike(text, i - 2) && is_wordlike(text, i);
}

bool splits_word(const TokenText& from, std::size_t i, const TokenText& to, std::size_t j) {
  return inside_word(from, i) || inside_word(to, j);
}

/// Nobody changes half a word: an edit that begins or ends inside one takes in the rest of it. What edits meet is one.
std::vector<Hunk> to_whole_words(const TokenText& from, const TokenText& to, const std::vector<Hunk>& hunks) {
  std::vector<Hunk> whole;
  for (std::size_t k = 0; k < hunks.size(); ++k) {
    Hunk hunk = hunks[k];
    const std::size_t least = whole.empty() ? 0 : whole.back().from_end;
    const std::size_t most = k + 1 < hunks.size() ? hunks[k + 1].from_begin : from.size();
    for (; hunk.from_begin > least && splits_word(from, hunk.from_begin, to, hunk.to_begin); --hunk.from_begin) --hunk.to_begin;
    for (; hunk.from_end < most && splits_word(from, hunk.from_end, to, hunk.to_end); ++hunk.from_end) ++hunk.to_end;
    if (!whole.empty() && hunk.from_begin == whole.back().from_end && hunk.to_begin == whole.back().to_end) {
      whole.back().from_end = hunk.from_end;
      whole.back().to_end = hunk.to_end;
    } else {
      whole.push_back(hunk);
    }
  }
  return whole;
}

// --- grouping --------------------------------------------------------------------------------------------------------

struct Weight {
  std::size_t content = 0;  ///< words that carry meaning
  std::size_t words = 0;
  bool boundary = false;  ///< a clause ends inside
};

Weight weight_of(const TokenText& text, std::size_t begin, std::size_t end) {
  Weight weight;
  for (std::size_t i = begin; i < end; ++i) {
    weight.boundary = weight.boundary || ends_clause(text, i);
    if (is_mark(text, i)) continue;
    ++weight.words;
    weight.content += ladder().light.contains(loose_form(text.word(i))) ? 0 : 1;
  }
  return weight;
}

std::size_t words_in(const TokenText& from, const TokenText& to, const Hunk& hunk) {
  return std::max(weight_of(from, hunk.from_begin, hunk.from_end).words, weight_of(to, hunk.to_begin, hunk.to_end).words);
}

/// Whether what stands between two edits is too little to be read apart from them.
bool belong_together(const TokenText& from, const TokenText& to, const Hunk& left, const Hunk& right) {
  const Weight island = weight_of(from, left.from_end, right.from_begin);
  if (island.boundary) return false;
  if (island.content == 0 && island.words <= 3) return true;
  const std::size_t least = std::min(words_in(from, to, left), words_in(from, to, right));
  return island.content * 2 <= least && island.words <= 4;
}

std::vector<Hunk> group(const TokenText& from, const TokenText& to, const std::vector<Hunk>& hunks) {
  std::vector<Hunk> grouped;
  for (const Hunk& hunk : hunks) {
    grouped.push_back(hunk);
    // A grown edit may now draw in the one before it.
    while (grouped.size() > 1 && belong_together(from, to, grouped[grouped.size() - 2], grouped.back())) {
      const Hunk last = grouped.back();
      grouped.pop_back();
      grouped.back().from_end = last.from_end;
      grouped.back().to_end = last.to_end;
    }
  }
  return grouped;
}

/// Which of two texts is compared as the first, so that both directions run one computation. Ids would not do: they depend on
/// which text was numbered first.
bool in_order(const TokenText& a, const TokenText& b) {
  if (a.size() != b.size()) return a.size() < b.size();
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a.ids[i] != b.ids[i]) return token_form(a.word(i)) < token_form(b.word(i));
  }
  return true;
}

Alignment align_texts(const TokenText& from, const TokenText& to, std::size_t limit) {
  if (in_order(from, to)) return align(from.ids, to.ids, limit);
  Alignment turned = align(to.ids, from.ids, limit);
  for (auto& [i, j] : turned.kept) std::swap(i, j);
  return turned;
}

Span span_of(const TokenText& text, std::size_t begin, std::size_t end) {
  if (begin < end) return {text.tokens[begin].span.begin, text.tokens[end - 1].span.end};
  const std::size_t at = begin == 0 ? 0 : text.tokens[begin - 1].span.end;
  return {at, at};
}

}  // namespace

bool is_content(const TokenText& text, std::size_t i) {
  return text.loose[i] != kNoToken && !ladder().light.contains(loose_form(text.word(i)));
}

WordDiff compare_words(const TokenText& from, const TokenText& to, const DiffOptions& options) {
  if (from.ids == to.ids) return {};
  const Alignment alignment = align_texts(from, to, options.word_limit);
  std::vector<Hunk> hunks = hunks_between(alignment, from.size(), to.size());
  slide(from, to, hunks);
  return {group(from, to, to_whole_words(from, to, hunks)), alignment.coarse};
}

std::vector<Edit> edits_of(const TokenText& from, const TokenText& to, const std::vector<Hunk>& hunks) {
  std::vector<Edit> edits;
  for (const Hunk& hunk : hunks) {
    Edit edit;
    edit.from_span = span_of(from, hunk.from_begin, hunk.from_end);
    edit.to_span = span_of(to, hunk.to_begin, hunk.to_end);
    edit.from = std::string(edit.from_span.of(from.text));
    edit.to = std::string(edit.to_span.of(to.text));
    edit.edit_class = class_of(from, to, hunk);
    edit.strength = strength_of(from, to, hunk);
    edit.polarity = polarity_of(from, to, hunk);
    edits.push_back(std::move(edit));
  }
  return edits;
}

std::vector<Edit> diff_texts(Interner& interner, std::string_view from, std::string_view to, const DiffOptions& options,
                             bool* coarse) {
  const TokenText a = interner.take(from);
  const TokenText b = interner.take(to);
  const WordDiff words = compare_words(a, b, options);
  if (coarse != nullptr) *coarse = *coarse || words.coarse;
  return edits_of(a, b, words.hunks);
}

std::vector<Edit> diff_words(std::string_view from, std::string_view to, const DiffOptions& options) {
  Interner interner;
  return diff_texts(interner, from, to, options);
}

}  // namespace travaux
