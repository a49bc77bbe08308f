#include "attribute/strata.h"

#include <algorithm>

namespace travaux::testing {

namespace {

const std::vector<std::string> kQualities = {
    "itinerant",  "bilingual", "coastal",      "portable", "seasonal",  "underground",    "open-source",  "rural",
    "multi-year", "voluntary", "tamper-proof", "maritime", "ancestral", "alpine",         "confidential", "wooden",
    "quarterly",  "nocturnal", "low-cost",     "tropical", "fluvial",   "archaeological", "vocational",   "solar"};
const std::vector<std::string> kThings = {"lighthouses", "archives",  "orchards",  "cartographers", "museums",   "notaries",
                                          "shipyards",   "clinics",   "parishes",  "beekeepers",    "quarries",  "observatories",
                                          "ferries",     "midwives",  "granaries", "telescopes",    "harbours",  "botanists",
                                          "tanneries",   "libraries", "windmills", "translators",   "vineyards", "astronomers"};

bool is_plain(const std::string& word) {
  return word.size() > 2 && std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
}

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words;
  std::stringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; ++at) ++count;
  return count;
}

}  // namespace

Stage::Stage(std::uint64_t seed) : random(seed), from(resolved(march_7())) {
  for (Section& section : from.sections) {
    std::erase_if(section.items, [](const Item& item) { return !item.items.empty(); });
    for (Item& item : section.items) {
      item.line = next_id++;
      item.text = replace_all(item.text, "\n", " ");
      if (item.citations.size() > 3) item.citations.resize(3);
      free_.push_back(item.line);
    }
  }
  random.shuffle(free_);
  to = from;
}

Item& Stage::item_of(Document& plan, std::size_t id) {
  for (Section& section : plan.sections) {
    for (Item& item : section.items) {
      if (item.line == id) return item;
    }
  }
  throw std::logic_error("no such item");
}

std::size_t Stage::section_of(const Document& plan, std::size_t id) {
  for (std::size_t s = 0; s < plan.sections.size(); ++s) {
    for (const Item& item : plan.sections[s].items) {
      if (item.line == id) return s;
    }
  }
  return plan.sections.size();
}

std::size_t Stage::place_of(const Document& plan, std::size_t id) {
  const auto& items = plan.sections.at(section_of(plan, id)).items;
  return static_cast<std::size_t>(std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.line == id; }) -
                                  items.begin());
}

std::string Stage::address_in(const Document& plan, std::size_t id) {
  const std::size_t section = section_of(plan, id);
  if (section == plan.sections.size()) return "none";
  return std::to_string(section + 1) + "." + std::to_string(place_of(plan, id) + 1);
}

std::optional<std::size_t> Stage::take(std::size_t least_words, bool with_citation) {
  for (std::size_t k = 0; k < free_.size(); ++k) {
    const Item& item = earlier(free_[k]);
    if (words_in(item.text).size() < least_words || (with_citation && item.citations.empty())) continue;
    const std::size_t id = free_[k];
    free_.erase(free_.begin() + static_cast<std::ptrdiff_t>(k));
    return id;
  }
  return std::nullopt;
}

std::string Stage::words_of(std::size_t id, std::size_t count) {
  const std::string text = earlier(id).text;
  const std::vector<std::string> words = words_in(text);
  for (int tries = 0; tries < 400; ++tries) {
    const std::size_t at = random.between(2, std::max<std::size_t>(3, words.size() - count - 2));
    std::string found;
    bool plain = at + count < words.size(), content = false;
    for (std::size_t k = at; plain && k < at + count; ++k) {
      plain = is_plain(words[k]);
      content = content || words[k].size() > 4;
      found += (found.empty() ? "" : " ") + words[k];
    }
    if (plain && content && count_of(text, found) == 1 && count_of(later(id).text, found) == 1) return found;
  }
  return {};
}

std::string Stage::phrase() { return random.pick(kQualities) + " " + random.pick(kThings); }

void Stage::put(std::size_t id, const std::string& old_words, const std::string& new_words) {
  std::string& text = later(id).text;
  const std::size_t at = text.find(old_words);
  if (at == std::string::npos) throw std::logic_error("no “" + old_words + "” in “" + text + "”");
  text = fold_white_space(text.replace(at, old_words.size(), new_words));
}

Letter& Stage::letter(const std::string& by, const std::string& id) {
  for (Letter& one : letters_) {
    if (one.id == id) return one;
  }
  return letters_.emplace_back(Letter{id, by, {}});
}

std::string Stage::ask(const std::string& by, const std::string& request, const std::string& id) {
  Letter& one = letter(by, id.empty() ? by : id);
  one.requests.push_back(request);
  return std::to_string(one.requests.size());
}

std::pair<std::string, std::string> Stage::two_groups() {
  const std::size_t first = random.below(kGroups.size());
  return {kGroups[first], kGroups[(first + 1 + random.below(kGroups.size() - 1)) % kGroups.size()]};
}

void Stage::expect(const std::string& stratum, std::size_t id, std::set<std::string> groups, bool must_be) {
  expected_.push_back({stratum, at(id), std::move(groups), must_be});
}

void Stage::expect_if(const std::string& stratum, std::function<bool(const AttributedEdit&)> about, std::set<std::string> groups,
                      bool must_be) {
  expected_.push_back({stratum, std::move(about), std::move(groups), must_be});
}

void Stage::expect_fate(const std::string& stratum, const std::string& letter, const std::string& number, Fates fates) {
  fates_.push_back({stratum, letter, number, std::move(fates)});
}

std::function<bool(const AttributedEdit&)> Stage::at(std::size_t id) const {
  return [this, id](const AttributedEdit& edit) {
    return edit.from_item == address_in(from, id) || (edit.from_item.empty() && edit.to_item == address_in(to, id)) ||
           (edit.to_item == address_in(to, id) && section_of(from, id) == from.sections.size());
  };
}

std::string Stage::print(const Document& plan) {
  std::string text = "PLAN OF ACTION OF SAN SALVADOR\n\n";
  for (std::size_t s = 0; s < plan.sections.size(); ++s) {
    text += std::to_string(s + 1) + ". " + plan.sections[s].heading + "\n\n";
    for (std::size_t i = 0; i < plan.sections[s].items.size(); ++i) {
      const Item& item = plan.sections[s].items[i];
      text += std::to_string(s + 1) + "." + std::to_string(i + 1) + " " + item.text + "\n\n";
      for (const Citation& citation : item.citations) {
        text += citation.heading + "\n\n";
        for (const Passage& passage : citation.passages) text += passage.text + "\n\n";
      }
    }
  }
  return text;
}

namespace {

const Speakers& speakers() {
  static const Speakers all({{"CARICOM", {"Jamaica"}, {}},
                             {"SICA", {}, {}},
                             {"Andean Community", {}, {}},
                             {"MERCOSUR", {}, {}},
                             {"North America", {}, {}}});
  return all;
}

Comment read_letter(const Letter& letter, const Document& draft) {
  std::string text = "Comments of " + letter.by + "\n\n";
  for (std::size_t k = 0; k < letter.requests.size(); ++k) text += std::to_string(k + 1) + ". " + letter.requests[k] + "\n\n";
  CommentSource source;
  source.id = letter.id, source.by = letter.by;
  return read_comment(text, source, draft, built_in_registry(), speakers());
}

void score_edits(const Expected& expected, const Attribution& found, Tally& tally) {
  std::set<std::string> got;
  std::size_t edits = 0;
  std::string shown = "CREDIT " + expected.stratum + ": truth";
  for (const std::string& by : expected.groups) shown += " " + by;
  for (const AttributedEdit& edit : found.edits) {
    if (!expected.about(edit)) continue;
    ++edits;
    shown += "\n      " + edit.change + " " + edit.from_item + "/" + edit.to_item + " “" + edit.from + "” -> “" + edit.to + "” [";
    for (const std::string& by : edit.groups()) got.insert(by), shown += " " + by;
    shown += " ]";
  }
  if (edits == 0 && !expected.must_be) return;
  const bool extra = !std::includes(expected.groups.begin(), expected.groups.end(), got.begin(), got.end());
  const bool lacking = !std::includes(got.begin(), got.end(), expected.groups.begin(), expected.groups.end());
  const bool right = !extra && !lacking && edits > 0;
  tally.edits += 1;
  tally.right += right ? 1U : 0U;
  tally.false_credits += extra ? 1U : 0U;
  tally.missed += lacking ? 1U : 0U;
  tally.lost += edits == 0 ? 1U : 0U;
  if (!right) tally.faults.push_back(shown);
}

void score_fate(const ExpectedFate& expected, const Attribution& found, const std::vector<CommentOn>& list, Tally& tally) {
  bool any = false, right = true;
  std::string shown = "FATE " + expected.stratum + ": truth " + std::string(name_of(*expected.fates.begin()));
  for (const FatedProposal& fated : found.proposals) {
    const Comment& comment = *list[fated.proposal.comment].comment;
    const Proposal& proposal = comment.proposals[fated.proposal.proposal];
    if (comment.id != expected.letter || proposal.number != expected.number) continue;
    any = true;
    right = right && expected.fates.contains(fated.fate);
    shown += "\n      " + std::string(name_of(proposal.asks)) + " “" + proposal.words + "”: " + std::string(name_of(fated.fate)) +
             ": " + fated.why;
  }
  ++tally.fates;
  tally.fates_right += any && right ? 1U : 0U;
  if (!any || !right) tally.faults.push_back(shown);
}

}  // namespace

void Stage::score(std::map<std::string, Tally>& tallies) {
  Document earliest = from;
  if (before) (*before)(earliest);
  Document a = document(print(from)), b = document(print(to)), z = document(print(earliest));
  resolve_instruments({&z, &a, &b}, built_in_registry());
  std::deque<Comment> comments;
  std::vector<CommentOn> list;
  for (const Letter& letter : letters_) {
    comments.push_back(read_letter(letter, letter.on_earlier ? z : a));
    list.push_back({&comments.back(), letter.on_earlier ? &z : nullptr, letter.withdrawn});
  }
  AttributeOptions options;
  options.speakers = speakers();
  const Attribution found = attribute(a, b, diff(a, b), list, {}, options);
  for (const Expected& expected : expected_) score_edits(expected, found, tallies[expected.stratum]);
  for (const ExpectedFate& expected : fates_) score_fate(expected, found, list, tallies[expected.stratum]);
}

}  // namespace travaux::testing
