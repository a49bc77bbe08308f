// Headings of citations: instruments that nobody knows, and citations that cite nothing.
#include "parse/check_headings.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "model/symbol.h"
#include "model/title.h"
#include "parse/check.h"
#include "parse/families.h"
#include "parse/shape.h"

namespace travaux {

namespace {

constexpr std::size_t kMostWords = 40;      // of a heading
constexpr std::size_t kFewWords = 6;        // of one without a kind of instrument in it
constexpr std::size_t kLongestTitle = 200;  // beyond it nobody mistyped a title

/// How many characters must be put in, taken out or exchanged; gives up past `most`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    std::size_t least = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return row[b.size()];
}

std::set<std::string> words_of(std::string_view normal) {
  std::set<std::string> words;
  for (std::size_t begin = 0; begin < normal.size();) {
    const std::size_t end = std::min(normal.find(' ', begin), normal.size());
    words.insert(std::string(normal.substr(begin, end - begin)));
    begin = end + 1;
  }
  return words;
}

/// Whether two titles differ by no more than a word that only one of them has.
bool nearly_same_words(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::vector<std::string> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size() >= 3 && common.size() + 1 >= a.size() && common.size() + 1 >= b.size() && a.size() != b.size();
}

}  // namespace

TitleIndex::TitleIndex(const Registry& registry) {
  for (const Instrument& instrument : registry.instruments) {
    const std::string id = instrument.symbol.empty() ? instrument.id : instrument.symbol;
    ids_.insert(id);
    add(id, instrument, instrument.title);
    for (const std::string& alias : instrument.aliases) add(id, instrument, alias);
  }
}

void TitleIndex::add(const std::string& id, const Instrument& instrument, const std::string& title) {
  const HeadingParts parts = take_apart(title);
  const std::string shown = instrument.symbol.empty() ? instrument.title : instrument.symbol + " – " + instrument.title;
  entries_.push_back(
      {id, shown, plain(parts.title), words_of(normal_title(parts.title)), parts.year.empty() ? instrument.year : parts.year});
  for (const std::string& word : entries_.back().words) by_word_[word].push_back(entries_.size() - 1);
}

bool TitleIndex::explains(std::string_view heading) const {
  static const RE2 kNamed(R"(^\s*\[[^\[\]:]{1,60}:\s*)");
  re2::StringPiece rest = piece_of(heading);
  if (!RE2::Consume(&rest, kNamed)) return false;
  const HeadingParts parts = take_apart(view_of(rest));
  const std::set<std::string> words = words_of(normal_title(parts.title));
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.words == words && (parts.year.empty() || entry.year.empty() || parts.year == entry.year);
  });
}

const TitleIndex::Entry* TitleIndex::nearest(std::string_view heading) const {
  const HeadingParts parts = take_apart(heading);
  if (parts.title.empty() || parts.title.size() > kLongestTitle) return nullptr;
  const std::string title = plain(parts.title);
  const std::set<std::string> words = words_of(normal_title(parts.title));
  std::map<std::size_t, std::size_t> shared;
  for (const std::string& word : words) {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) continue;
    for (const std::size_t entry : found->second) ++shared[entry];
  }
  const Entry* best = nullptr;
  std::size_t least = title.size() / 8 + 2;  // a letter or two in a short title, a mistyped word in a long one
  for (const auto& [at, common] : shared) {
    const Entry& entry = entries_[at];
    if (common * 2 < entry.words.size() || entry.title.size() > kLongestTitle) continue;
    std::size_t steps = distance(title, entry.title, least);
    if (steps >= least && nearly_same_words(words, entry.words)) steps = least - 1;
    if (steps < least) least = steps, best = &entry;
  }
  return best;
}

namespace {

struct Unknown {
  const Citation* citation = nullptr;
  std::size_t offset = 0;
  std::vector<std::size_t> again;
};

class Headings {
 public:
  explicit Headings(Checking& checking) : checking_(checking), titles_(checking.registry()) {}

  void run() {
    bool any_passage = false;
    for (const Block& block : checking_.document().blocks) any_passage = any_passage || block.role == Role::kPassage;
    for (const Block& block : checking_.document().blocks) {
      if (block.role != Role::kCitation || !block.place.citation) continue;
      const Citation& citation = item_at(checking_.document(), block.place).citations[*block.place.citation];
      collect(citation, block.span.begin);
      // A text that lists instruments by name alone does so by custom.
      if (any_passage && citation.passages.empty()) report_empty(citation, block.span.begin);
    }
    for (const std::string& id : order_) report_unknown(unknown_.at(id));
  }

 private:
  /// A symbol, a year, or a word that names a kind of instrument; or a few words that a colon makes a heading.
  static bool names_an_instrument(const std::string& heading) {
    const Shape shape = shape_of(heading);
    if (shape.words > kMostWords) return false;
    return shape.has_noun || shape.has_year || find_symbol(heading) || (shape.last == U':' && shape.words <= kFewWords);
  }

  void collect(const Citation& citation, std::size_t offset) {
    if (!names_an_instrument(citation.heading)) return;
    if (citation.instrument.empty() || titles_.knows(citation.instrument) || titles_.explains(citation.heading)) return;
    const auto [found, fresh] = unknown_.try_emplace(citation.instrument, Unknown{&citation, offset, {}});
    if (fresh) {
      order_.push_back(citation.instrument);
    } else {
      found->second.again.push_back(offset);
    }
  }

  void report_unknown(const Unknown& unknown) {
    Finding& finding = checking_.report(
        "unknown-instrument", unknown.offset,
        fmt::format("no entry of the registry of instruments explains “{}”", excerpt(unknown.citation->heading, 120)));
    for (const std::size_t offset : unknown.again) finding.others.push_back(checking_.place_at(offset));
    if (const TitleIndex::Entry* near = titles_.nearest(unknown.citation->heading))
      finding.suggestion = suggestion(*near, unknown);
  }

  static std::string suggestion(const TitleIndex::Entry& near, const Unknown& unknown) {
    const std::string year = take_apart(unknown.citation->heading).year;
    if (year.empty() || near.year.empty() || year == near.year) return "did you mean " + near.shown + "?";
    return fmt::format("did you mean {}? It is of {}", near.shown, near.year);
  }

  void report_empty(const Citation& citation, std::size_t offset) {
    checking_.report("citation-without-passage", offset,
                     fmt::format("nothing is cited from “{}”: no passage follows its heading", excerpt(citation.heading, 120)));
  }

  Checking& checking_;
  const TitleIndex titles_;
  std::map<std::string, Unknown> unknown_;
  std::vector<std::string> order_;  ///< of the text
};

}  // namespace

void check_headings(Checking& checking) { Headings(checking).run(); }

}  // namespace travaux
