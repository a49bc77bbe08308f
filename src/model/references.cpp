// Symbols by their form; titles by a hash of their words in any order, looked up for every run of words as long as a title.
#include "travaux/references.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "model/known.h"
#include "model/symbol.h"
#include "model/title.h"
#include "text/unicode.h"

namespace travaux {

namespace {

/// A sum over words does not depend on their order.
std::uint64_t hash_of(const std::string& word) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash * (hash >> 32U | 1U);
}

std::string form_of(const TitleWord* words, std::size_t count) {
  std::vector<std::string> sorted;
  for (std::size_t i = 0; i < count; ++i) sorted.push_back(words[i].form);
  std::sort(sorted.begin(), sorted.end());
  std::string form;
  for (const std::string& word : sorted) form += (form.empty() ? "" : " ") + word;
  return form;
}

bool has_capital(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && is_upper(next_code_point(word, at));
}

/// Words, or the two of one token, that begin with a capital or a figure.
std::size_t capitals_in(std::string_view text, const TitleWord* words, std::size_t count) {
  return static_cast<std::size_t>(std::count_if(words, words + count, [text](const TitleWord& word) {
    const std::string_view printed = word.span.of(text);
    return has_capital(printed) || (printed[0] >= '0' && printed[0] <= '9');
  }));
}

/// "CIFTA": in capitals throughout.
bool is_acronym(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    if (!is_upper(next_code_point(word, at))) return false;
  }
  return letters >= 3;
}

/// Whether two words can stand in one title: no clause, bracket or paragraph ends between them.
bool joined(std::string_view text, const TitleWord& a, const TitleWord& b) {
  if (b.span.begin < a.span.end) return true;
  return text.substr(a.span.end, b.span.begin - a.span.end).find_first_of(".;()[]\n") == std::string_view::npos;
}

/// A year right behind: ", 2003", " (2003)", " of 2003".
std::string year_behind(std::string_view text, const std::vector<TitleWord>& words, std::size_t next) {
  if (next == 0 || next >= words.size()) return {};
  const std::string& form = words[next].form;
  const bool year = form.size() == 4 && std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  constexpr std::size_t kNear = 6;  // bytes of ", of "
  return year && words[next].span.begin - words[next - 1].span.end <= kNear &&
                 text.substr(words[next - 1].span.end, words[next].span.begin - words[next - 1].span.end)
                         .find_first_of(".;[]\n") == std::string_view::npos
             ? form
             : std::string();
}

/// Whether a symbol is that of a mandate, not of any paper: a resolution, a declaration, a decision.
bool is_decision(const Symbol& symbol) {
  if (!symbol.series.empty())
    return symbol.series.ends_with("RES.") || symbol.series.ends_with("DEC.") || symbol.series.ends_with("DECL.");
  return symbol.name.find("/RES/") != std::string::npos || symbol.name.find("/DEC/") != std::string::npos ||
         symbol.name[0] <= '9';
}

}  // namespace

class ReferenceFinder::Index {
 public:
  explicit Index(const Registry& registry) : known_(registry) {
    for (const Instrument& instrument : registry.instruments) {
      enter(instrument.title);
      for (const std::string& alias : instrument.aliases) enter(alias);
    }
    std::sort(lengths_.rbegin(), lengths_.rend());
    lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
  }

  std::vector<InstrumentReference> find(std::string_view text) const {
    std::vector<InstrumentReference> found = titles_in(text);
    for (const Symbol& symbol : find_symbols(text)) {
      if (known_.has_symbol(symbol.name) || is_decision(symbol)) found.push_back({known_.by_symbol(symbol.name), symbol.span});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return found;
  }

 private:
  struct Form {
    std::string form;
    std::size_t capitals = 0;  ///< the fewest that a title of this form has
    bool alone = false;        ///< one word
  };

  /// A title, and what `KnownInstruments` knows it by besides: without its year, its acronym.
  void enter(const std::string& title) {
    const HeadingParts parts = take_apart(title);
    for (const std::string& words : {parts.title, parts.acronym, title}) {
      const std::vector<TitleWord> list = title_words(words);
      if (list.empty()) continue;
      std::uint64_t sum = 0;
      for (const TitleWord& word : list) sum += hash_of(word.form);
      enter(sum, {form_of(list.data(), list.size()), capitals_in(words, list.data(), list.size()), list.size() == 1});
      lengths_.push_back(list.size());
    }
  }

  void enter(std::uint64_t sum, Form form) {
    std::vector<Form>& forms = forms_[sum];
    const auto same = std::find_if(forms.begin(), forms.end(), [&](const Form& other) { return other.form == form.form; });
    if (same == forms.end()) {
      forms.push_back(std::move(form));
    } else {
      same->capitals = std::min(same->capitals, form.capitals);
    }
  }

  std::vector<InstrumentReference> titles_in(std::string_view text) const {
    const std::vector<TitleWord> words = title_words(text);
    std::vector<std::uint64_t> sums{0};
    std::vector<std::size_t> begins;  // of each word, the first that can stand in one title with it
    for (std::size_t i = 0; i < words.size(); ++i) {
      sums.push_back(sums.back() + hash_of(words[i].form));
      begins.push_back(i > 0 && joined(text, words[i - 1], words[i]) ? begins.back() : i);
    }
    std::vector<InstrumentReference> found;
    for (std::size_t i = 0; i < words.size();) {
      std::size_t length = 0;
      for (auto n = lengths_.begin(); n != lengths_.end() && length == 0; ++n) {
        if (i + *n > words.size() || begins[i + *n - 1] > i) continue;
        const std::string id = title_at(text, words, i, *n, sums[i + *n] - sums[i]);
        if (id.empty()) continue;
        length = *n;
        found.push_back({id, {words[i].span.begin, words[i + length - 1].span.end}});
      }
      i += std::max<std::size_t>(length, 1);
    }
    return found;
  }

  /// The instrument that a run of words names; empty: none.
  std::string title_at(std::string_view text, const std::vector<TitleWord>& words, std::size_t begin, std::size_t count,
                       std::uint64_t sum) const {
    const auto forms = forms_.find(sum);
    if (forms == forms_.end()) return {};
    const std::string printed = form_of(&words[begin], count);
    const auto is_it = [&](const Form& form) { return form.form == printed; };
    const auto form = std::find_if(forms->second.begin(), forms->second.end(), is_it);
    if (form == forms->second.end()) return {};
    if (form->alone ? !is_acronym(words[begin].span.of(text)) : capitals_in(text, &words[begin], count) < form->capitals)
      return {};
    return known_.one(printed, year_behind(text, words, begin + count));
  }

  KnownInstruments known_;
  std::unordered_map<std::uint64_t, std::vector<Form>> forms_;
  std::vector<std::size_t> lengths_;  // of titles, in words, the longest first
};

ReferenceFinder::ReferenceFinder(const Registry& registry) : index_(std::make_unique<const Index>(registry)) {}
ReferenceFinder::ReferenceFinder(ReferenceFinder&&) noexcept = default;
ReferenceFinder& ReferenceFinder::operator=(ReferenceFinder&&) noexcept = default;
ReferenceFinder::~ReferenceFinder() = default;

std::vector<InstrumentReference> ReferenceFinder::find(std::string_view text) const { return index_->find(text); }

}  // namespace travaux
