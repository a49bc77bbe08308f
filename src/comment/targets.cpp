#include "comment/targets.h"

#include <re2/re2.h>

#include <algorithm>

#include "comment/fields.h"
#include "comment/form_words.h"
#include "travaux/text.h"

namespace travaux {
namespace {

/// A step of an address: its numbers and letters; what names the step before it ("article").
struct Step {
  std::string name, value;
};

/// "PP3" in one token: the name and the number.
bool split_marked(const std::string& word, Step& step) {
  const std::size_t digit = word.find_first_of("0123456789");
  if (digit == 0 || digit == std::string::npos) return false;
  const auto known = form_words().address_words.find(word.substr(0, digit));
  if (known == form_words().address_words.end()) return false;
  step = {known->second, word.substr(digit)};
  return true;
}

std::vector<Step> steps_of(std::string_view address) {
  std::vector<Step> steps;
  std::string name;
  for (const Token& token : tokenize(address)) {
    const std::string word = plain_word(token_form(token.span.of(address)));
    if (loose_form(token.span.of(address)).empty()) continue;
    Step step;
    const auto named = form_words().address_words.find(word);
    if (named != form_words().address_words.end()) {
      name = named->second;
    } else if (split_marked(word, step)) {
      steps.push_back(std::move(step));
    } else if ((word == "bis" || word == "ter" || word == "quater") && !steps.empty()) {
      steps.back().value += " " + word;
    } else if (form_words().address_fillers.count(word) == 0 || word.size() == 1) {
      steps.push_back({std::exchange(name, std::string()), word});
    }
  }
  if (!name.empty()) steps.push_back({std::move(name), {}});
  return steps;
}

/// The address without "#2", which it returns.
std::string_view cut_repeat(std::string_view address, std::string& repeat) {
  const std::size_t at = address.find('#');
  if (at == std::string_view::npos) return address;
  repeat = address.substr(at);
  return address.substr(0, at);
}

/// "article 3/2" -> "article 3/ii": the same number in the other figures; empty where its last step is none up to 20.
std::string roman_key(const std::string& key) {
  static constexpr const char* kOnes[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  const std::size_t at = key.rfind('/');
  if (at == std::string::npos) return {};
  const std::string last = key.substr(at + 1);
  if (last.empty() || last.size() > 2 || last.find_first_not_of("0123456789") != std::string::npos) return {};
  const int value = std::stoi(last);
  if (value < 1 || value > 20) return {};
  return key.substr(0, at + 1) + (value == 20 ? "xx" : (value > 9 ? "x" : "") + std::string(kOnes[value % 10]));
}

std::string last_step(const std::string& key) { return key.substr(key.rfind('/') + 1); }

std::string heading_key(std::string_view heading) { return spaced_words(heading); }

}  // namespace

std::string address_key(std::string_view address) {
  std::string repeat;
  std::vector<Step> steps = steps_of(cut_repeat(address, repeat));
  std::stable_partition(steps.begin(), steps.end(), [](const Step& step) { return step.name == "article"; });
  std::string key;
  for (const Step& step : steps) {
    if (!key.empty()) key += "/";
    key += step.name.empty() ? step.value : step.value.empty() ? step.name : step.name + " " + step.value;
  }
  return key + repeat;
}

TargetIndex::TargetIndex(const Document& draft) : draft_(draft) {
  for_each_item(draft, [&](const Item& item, const Place& place) {
    addresses_.emplace(item.address, place);
    const std::string key = address_key(item.address);
    keys_.emplace(key, place);
    if (key.find('/') != std::string::npos) numbers_.emplace(last_step(key), place);
    if (key.find(' ') != std::string::npos && key.find('/') == std::string::npos) {
      numbers_.emplace(key.substr(key.find(' ') + 1), place);  // "paragraph 3" for OP3
    }
  });
  for (std::size_t s = 0; s < draft.sections.size(); ++s) {
    const Section& section = draft.sections[s];
    if (!section.number.empty()) sections_.emplace(address_key(section.number), s);
    if (!section.heading.empty()) headings_.emplace(heading_key(section.heading), s);
  }
}

std::optional<Place> TargetIndex::at(const std::string& address) const {
  const auto found = addresses_.find(address);
  return found == addresses_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Place> TargetIndex::item(const std::string& key) const {
  if (const auto exact = keys_.find(key); exact != keys_.end()) return exact->second;
  if (const auto roman = keys_.find(roman_key(key)); roman != keys_.end()) return roman->second;
  const auto [first, last] = numbers_.equal_range(key);
  if (first == last) return std::nullopt;
  if (std::next(first) == last) return first->second;
  std::optional<Place> operative;
  for (auto it = first; it != last; ++it) {
    if (!item_at(draft_, it->second).address.starts_with("OP") || it->second.item.size() > 1) continue;
    if (operative) return std::nullopt;
    operative = it->second;
  }
  return operative;
}

std::optional<Place> TargetIndex::paragraph(const std::string& key) const {
  static const RE2 dotted(R"((\d+)[./](\d+)((?:/.*)?))"), of_article(R"(article (\d+)/(\d+)((?:/.*)?))");
  std::string article, number, rest, name;
  if (RE2::FullMatch(key, dotted, &article, &number, &rest)) {
    name = "article " + article + "/" + number + rest;
  } else if (RE2::FullMatch(key, of_article, &article, &number, &rest)) {
    name = "article " + article + "/" + article + "." + number + rest;
  }
  const auto found = keys_.find(name);
  const bool several = keys_.contains(name + "#2");
  return found == keys_.end() || several ? std::nullopt : std::optional(found->second);
}

std::optional<Place> TargetIndex::section(std::string_view name) const {
  const std::string key = address_key(name);
  const auto place_of = [](std::size_t index) {
    Place place;
    place.section = index;
    return place;
  };
  const auto [first, last] = sections_.equal_range(key);
  if (first != last && std::next(first) == last) return place_of(first->second);
  for (const auto& [number, index] : sections_) {
    if (!key.empty() && key.find(' ') == std::string::npos && number == "article " + key) return place_of(index);
  }
  if (const auto found = nested_section(key)) return place_of(*found);
  const auto heading = headings_.find(heading_key(name));
  if (heading != headings_.end()) return place_of(heading->second);
  return std::nullopt;
}

/// "article ii/3": Section 3 under the heading of Article II.
std::optional<std::size_t> TargetIndex::nested_section(const std::string& key) const {
  const std::size_t slash = key.rfind('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto [first, last] = sections_.equal_range(key.substr(0, slash));
  if (first == last || std::next(first) != last) return std::nullopt;
  const std::size_t outer = first->second;
  for (std::size_t s = outer + 1; s < draft_.sections.size() && draft_.sections[s].level > draft_.sections[outer].level; ++s) {
    if (address_key(draft_.sections[s].number) == key.substr(slash + 1)) return s;
  }
  return std::nullopt;
}

void TargetIndex::resolve(Target& target) const {
  target.place.reset();
  const std::string& name = target.address.empty() ? target.printed : target.address;
  if (name.empty()) return;
  if (name.front() == '^') {
    target.place = beginning(spaced_words(name.substr(1)));
  } else if (!target.is_section) {
    target.place = at(name);
    if (!target.place) target.place = item(address_key(name));
  }
  if (!target.place) target.place = section(name);
  if (!target.place) target.place = item(address_key(name));  // bylaws: "Section 3" is an item
  if (!target.place) target.place = paragraph(address_key(name));
  if (!target.place) return;
  target.is_section = target.place->item.empty();
  target.address = address_at(draft_, *target.place);
}

std::optional<Place> TargetIndex::beginning(const std::string& words) const {
  std::optional<Place> found;
  bool several = false;
  for_each_item(draft_, [&](const Item& item, const Place& place) {
    if (words.empty() || !spaced_words(item.text.substr(0, 4 * words.size() + 16)).starts_with(words)) return;
    several = several || found.has_value();
    found = place;
  });
  return several ? std::nullopt : found;
}

std::vector<Target> TargetIndex::between(const Target& range) const {
  const std::size_t dots = range.address.find("..");
  Target first{range.printed, range.address.substr(0, dots), false, {}};
  Target last{range.printed, range.address.substr(dots + 2), false, {}};
  resolve(first);
  resolve(last);
  if (!first.place || !last.place) return {first.place ? last : first};
  std::vector<Target> result;
  bool inside = false;
  for_each_item(draft_, [&](const Item& item, const Place& place) {
    if (place.item.size() > first.place->item.size()) return;
    inside = inside || item.address == first.address;
    if (inside) result.push_back({range.printed, item.address, false, place});
    if (item.address == last.address) inside = false;
  });
  return result;
}

Target target_at(const Document& draft, const Place& place) {
  const std::string address = address_at(draft, place);
  return {address, address, place.item.empty(), place};
}

}  // namespace travaux
