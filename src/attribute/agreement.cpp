#include "attribute/agreement.h"

#include <algorithm>

namespace travaux {
namespace {

constexpr std::size_t kReach = 2;     ///< words from a negation to the word it negates
constexpr std::size_t kApart = 2;     ///< tokens between two figures of one date ("30", "de", "junio"; "30", ",", "2027")
constexpr std::size_t kBeside = 3;    ///< tokens between a wish and what came for it
constexpr std::size_t kFewWords = 4;  ///< of content: a wish that quotes a word or two to be kept, not a paragraph

// --- negations ---

/// The word of content next to a negation, within reach; the size of the text where there is none.
std::size_t negated(const Words& words, std::size_t negation, int step) {
  std::size_t seen = 0;
  for (std::size_t i = negation; step < 0 ? i > 0 : i + 1 < words.size();) {
    step < 0 ? --i : ++i;
    if (words[i].loose == 0) continue;
    if (words[i].content && !words[i].negates) return i;
    if (++seen >= kReach) break;
  }
  return words.size();
}

/// Negations of one text that the other has not, at words that it has.
std::size_t alone(const Words& words, const std::vector<double>& covered, bool both_sides) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].negates || covered[i] > 0) continue;
    const std::size_t before = negated(words, i, -1), after = negated(words, i, 1);
    const bool at_before = before < words.size() && covered[before] > 0, at_after = after < words.size() && covered[after] > 0;
    count += (both_sides ? at_before && at_after : at_before || at_after) ? 1 : 0;
  }
  return count;
}

bool takes_away(const Words& removed, const Words& inserted) {
  const auto negates = [](const Word& word) { return word.negates && word.weight > 0; };
  return std::any_of(removed.begin(), removed.end(), negates) && std::none_of(inserted.begin(), inserted.end(), negates);
}

// --- figures ---

/// A figure asked for, and the number of the date or amount that it belongs to.
struct Asked {
  const Wish* wish;
  Word word;
  std::size_t run;
};

std::vector<Asked> figures_of(const std::vector<const Wish*>& wishes) {
  std::vector<Asked> figures;
  std::size_t run = 0, apart = kApart + 1, end = 0;
  for (const Wish* wish : wishes) {
    if (!figures.empty()) apart += wish->stretch.begin >= end ? wish->stretch.begin - end : kApart + 1;
    for (const Word& word : wish->stretch.inserted) {
      if (!word.figure) {
        apart += word.content || word.ends ? kApart + 1 : 1;
        continue;
      }
      if (apart > kApart) ++run;
      apart = 0;
      figures.push_back({wish, word, run});
    }
    end = wish->stretch.end;
  }
  return figures;
}

bool beside(const Stretch& a, const Stretch& b) { return a.begin <= b.end + kBeside && b.begin <= a.end + kBeside; }

bool has(const Words& words, const Word& wanted) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return word.figure && word.loose == wanted.loose; });
}

bool came_in(const EditWords& edit, const Asked& figure) {
  return std::any_of(edit.stretches.begin(), edit.stretches.end(), [&](const Stretch& stretch) {
    return beside(stretch, figure.wish->stretch) && has(stretch.inserted, figure.word);
  });
}

/// The edits of the same text stand next to one another in the list.
bool came_in_text(const Matter& matter, const EditWords& edit, const Asked& figure) {
  const auto at = static_cast<std::size_t>(&edit - matter.words.data());
  const auto same = [&](std::size_t e) { return matter.words[e].key && *matter.words[e].key == *edit.key; };
  for (std::size_t e = at; e < matter.words.size() && same(e); ++e) {
    if (came_in(matter.words[e], figure)) return true;
  }
  for (std::size_t e = at; e > 0 && same(e - 1); --e) {
    if (came_in(matter.words[e - 1], figure)) return true;
  }
  return false;
}

// --- words kept ---

bool is_conjunction(const Word& word) { return word.joins && word.loose != 0; }

/// Whether a wish quotes a word of the text itself, in few words, and wants it to stay.
bool keeps(const Matter& matter, const Request& request, const Wish& wish, std::size_t token) {
  const std::string_view text = text_at(matter.from, wish.key);
  const std::vector<Token> tokens = tokenize(text);
  if (token >= tokens.size()) return false;
  const Span span = tokens[token].span;
  return std::any_of(request.proposal->wanted.begin(), request.proposal->wanted.end(), [&](const WantedEdit& edit) {
    return edit.field == wish.key.field && edit.place == wish.key.place && edit.span.begin <= span.begin &&
           span.end <= edit.span.end && tokenize(edit.text).size() <= 2 * kFewWords;
  });
}

/// Whether a word of content went, and none like it came.
bool went(const EditWords& edit, std::size_t token) {
  return std::any_of(edit.stretches.begin(), edit.stretches.end(), [&](const Stretch& stretch) {
    if (token < stretch.begin || token >= stretch.end) return false;
    const Word& word = stretch.removed[token - stretch.begin];
    return word.content && word.weight > 0 &&
           std::none_of(stretch.inserted.begin(), stretch.inserted.end(), [&](const Word& w) { return w.term == word.term; });
  });
}

}  // namespace

bool opposes(const Words& came, const Words& wanted, const Cover& words) {
  return (alone(came, words.left, false) > 0) != (alone(wanted, words.right, false) > 0);
}

bool frees_otherwise(const EditWords& edit, const Wish& wish) {
  if (edit.stretches.size() != 1 || content_count(edit.stretches.front().inserted) > kFewWords) return false;
  const Stretch& done = edit.stretches.front();
  return takes_away(done.removed, done.inserted) != takes_away(wish.stretch.removed, wish.stretch.inserted);
}

bool opposes_in_paragraph(const Words& came, const Words& wanted) {
  const Cover words = cover(came, wanted);
  return (alone(came, words.left, true) > 0) != (alone(wanted, words.right, true) > 0);
}

bool lacks_figures(const Matter& matter, const EditWords& edit, const std::vector<const Wish*>& wishes) {
  const std::vector<Asked> figures = figures_of(wishes);
  std::set<std::size_t> touched;
  for (const Asked& figure : figures) {
    if (figure.word.weight > 0 && came_in(edit, figure)) touched.insert(figure.run);
  }
  return std::any_of(figures.begin(), figures.end(), [&](const Asked& figure) {
    return figure.word.weight > 0 && touched.contains(figure.run) && !came_in_text(matter, edit, figure);
  });
}

bool came_instead(const Matter& matter, const EditWords& edit, const Request& request, const Wish& wish) {
  const Words& wanted = wish.stretch.inserted;
  if (weight_of(wish.stretch.removed) > 0 || wanted.empty()) return false;
  const std::size_t at = wish.stretch.begin, after = wish.stretch.end;
  if (at > 0 && went(edit, at - 1) && (is_conjunction(wanted.front()) || keeps(matter, request, wish, at - 1))) return true;
  return went(edit, after) && (is_conjunction(wanted.back()) || keeps(matter, request, wish, after));
}

}  // namespace travaux
