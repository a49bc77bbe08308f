#include "diff/trace_returns.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace travaux {

namespace {

/// Share of the bare words that two texts must have in common before it is worth weighing them.
constexpr double kLeastShared = 0.5;

double shared_words(const std::vector<TokenId>& a, const std::vector<TokenId>& b) {
  std::vector<TokenId> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

std::map<std::uint64_t, std::size_t> count_items(const std::vector<Features*>& texts) {
  std::map<std::uint64_t, std::size_t> seen;
  for (const Features* text : texts) {
    for (const Features::Entry& word : text->entries) ++seen[word.id];
  }
  return seen;
}

/// Of the words that stand in no item but these two, the share (Dice's) that stands in both.
double shared_own_words(const Features& a, const Features& b, const std::map<std::uint64_t, std::size_t>& seen) {
  std::set<std::uint64_t> in_a;
  for (const Features::Entry& word : a.entries) in_a.insert(word.id);
  std::size_t both = 0, of_b = 0, of_a = 0;
  const auto content = [](const Features::Entry& word) { return !word.pair && !word.light; };
  for (const Features::Entry& word : b.entries) {
    const bool shared = in_a.contains(word.id);
    if (!content(word) || seen.at(word.id) > (shared ? 2U : 1U)) continue;
    ++of_b;
    both += shared ? 1 : 0;
  }
  for (const Features::Entry& word : a.entries) of_a += content(word) && seen.at(word.id) == 1 ? 1 : 0;
  of_a += both;
  return of_a + of_b == 0 ? 0 : 2 * static_cast<double>(both) / static_cast<double>(of_a + of_b);
}

}  // namespace

std::optional<Return> Returns::before(std::size_t draft, const Place& added) {
  const Wording& now = wording(draft, added);
  bool possible = false;
  std::optional<std::size_t> older = chain_.base(draft);
  while (!possible && older && (older = chain_.base(*older))) possible = may_stand_in(now, *older);
  if (!possible) return std::nullopt;
  for (const Back& back : state(draft).back) {
    if (!(back.place == added)) continue;
    const Item& was = item_at(chain_.document(back.gone.draft), back.gone.place);
    const Item& is = item_at(chain_.document(draft), added);
    Return found{back.gone.draft, back.gone.place, was.address, back.likeness, diff_words(was.text, is.text, options_.diff)};
    for (Edit& edit : found.edits) {
      edit.from_item = was.address;
      edit.to_item = is.address;
    }
    return found;
  }
  return std::nullopt;
}

std::optional<Place> Returns::after(const Gone& gone, std::size_t draft) {
  if (!may_stand_in(wording(gone.draft, gone.place), draft)) return std::nullopt;
  for (const Back& back : state(draft).back) {
    if (back.gone == gone) return back.place;
  }
  return std::nullopt;
}

std::vector<std::pair<Place, Gone>> Returns::back_in(std::size_t draft) {
  std::vector<std::pair<Place, Gone>> all;
  for (const Back& back : state(draft).back) all.emplace_back(back.place, back.gone);
  return all;
}

const std::vector<Returns::Wording>& Returns::wordings(std::size_t draft) {
  const auto [entry, fresh] = wordings_.try_emplace(draft);
  if (!fresh) return entry->second;
  for (const FlatItem& item : flatten(chain_.document(draft), interner_).items) {
    Wording wording{item.place, item.text.loose, {}, features_of(item.text)};
    std::erase(wording.words, kNoToken);
    wording.sorted = wording.words;
    std::sort(wording.sorted.begin(), wording.sorted.end());
    entry->second.push_back(std::move(wording));
  }
  return entry->second;
}

const Returns::Wording& Returns::wording(std::size_t draft, const Place& place) {
  const std::vector<Wording>& all = wordings(draft);
  return *std::find_if(all.begin(), all.end(), [&](const Wording& wording) { return wording.place == place; });
}

bool Returns::comparable(const Wording& a, const Wording& b) const {
  const std::size_t fewest = std::min(a.words.size(), b.words.size());
  if (a.words == b.words) return fewest >= options_.same_words;
  return fewest >= options_.alike_words && shared_words(a.sorted, b.sorted) >= kLeastShared;
}

bool Returns::may_stand_in(const Wording& wording, std::size_t draft) {
  const std::vector<Wording>& all = wordings(draft);
  return std::any_of(all.begin(), all.end(), [&](const Wording& other) { return comparable(wording, other); });
}

const Returns::State& Returns::state(std::size_t draft) {
  std::vector<std::size_t> way;
  for (std::optional<std::size_t> d = draft; d && !states_.contains(*d); d = chain_.base(*d)) way.push_back(*d);
  for (auto d = way.rbegin(); d != way.rend(); ++d) {
    const std::optional<std::size_t> base = chain_.base(*d);
    states_.emplace(*d, base ? next(states_.at(*base), *d) : State());
  }
  return states_.at(draft);
}

Returns::State Returns::next(const State& before, std::size_t draft) {
  State state;
  state.gone = before.gone;
  take_best(pairs(before.gone, draft), state);
  note_gone(draft, state);
  return state;
}

/// The gone and the added items that are alike enough; what went last comes first. Words are weighed by how rare they are in the
/// draft and what has gone.
std::vector<Returns::Back> Returns::pairs(const std::vector<Gone>& gone, std::size_t draft) {
  std::vector<Place> added;
  for (const ItemDiff& item : chain_.changes(draft).items) {
    if (item.changes.has(Change::kAdded)) added.push_back(item.to_places.front());
  }
  if (added.empty() || gone.empty()) return {};
  std::vector<Wording> now = wordings(draft), then;
  for (const Gone& one : gone) then.push_back(wording(one.draft, one.place));
  std::vector<Features*> all;
  for (std::vector<Wording>* side : {&now, &then}) {
    for (Wording& wording : *side) all.push_back(&wording.features);
  }
  weigh(all);
  const SeenIn seen = count_items(all);
  std::erase_if(now, [&](const Wording& one) { return std::find(added.begin(), added.end(), one.place) == added.end(); });
  std::vector<Back> found;
  for (std::size_t i = then.size(); i-- > 0;) {
    for (const Wording& one : now) {
      const double alike = likeness_of(then[i], one, seen);
      if (alike >= options_.return_likeness) found.push_back({gone[i], one.place, alike});
    }
  }
  return found;
}

/// 0 where they are not to be compared.
double Returns::likeness_of(const Wording& a, const Wording& b, const SeenIn& seen) const {
  if (!comparable(a, b)) return 0;
  if (a.words == b.words) return 1;
  if (shared_own_words(a.features, b.features, seen) < options_.return_own_words) return 0;
  return rounded(likeness(a.features, b.features));
}

void Returns::take_best(std::vector<Back> pairs, State& state) {
  std::stable_sort(pairs.begin(), pairs.end(), [](const Back& a, const Back& b) { return a.likeness > b.likeness; });
  for (Back& pair : pairs) {
    const bool taken = std::any_of(state.back.begin(), state.back.end(),
                                   [&](const Back& other) { return other.gone == pair.gone || other.place == pair.place; });
    if (!taken) state.back.push_back(std::move(pair));
  }
  std::erase_if(state.gone, [&](const Gone& gone) {
    return std::any_of(state.back.begin(), state.back.end(), [&](const Back& back) { return back.gone == gone; });
  });
}

void Returns::note_gone(std::size_t draft, State& state) {
  for (const ItemDiff& item : chain_.changes(draft).items) {
    if (item.changes.has(Change::kRemoved)) state.gone.push_back({*chain_.base(draft), item.from_places.front()});
  }
}

}  // namespace travaux
