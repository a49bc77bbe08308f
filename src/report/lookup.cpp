#include "report/lookup.h"

#include <algorithm>

namespace travaux::report {

const Citation* citation_of(const Document& document, const CitationSide& side) {
  const Place& place = side.place;
  if (!place.section || !place.citation || place.item.empty() || *place.section >= document.sections.size()) return nullptr;
  const std::vector<Item>* items = &document.sections[*place.section].items;
  const Item* item = nullptr;
  for (const std::size_t index : place.item) {
    if (index >= items->size()) return nullptr;
    item = &(*items)[index];
    items = &item->items;
  }
  return *place.citation < item->citations.size() ? &item->citations[*place.citation] : nullptr;
}

std::optional<std::pair<PassageForm, PassageForm>> form_change(const CitationDiff& citation, const PassageDiff& passage,
                                                               const Document& from, const Document& to) {
  if (!citation.from || !citation.to || !passage.from || !passage.to) return std::nullopt;
  const Citation* was = citation_of(from, *citation.from);
  const Citation* is = citation_of(to, *citation.to);
  if (was == nullptr || is == nullptr) return std::nullopt;
  if (*passage.from >= was->passages.size() || *passage.to >= is->passages.size()) return std::nullopt;
  const std::pair forms(was->passages[*passage.from].form, is->passages[*passage.to].form);
  if (forms.first == forms.second) return std::nullopt;
  return forms;
}

std::vector<std::pair<std::string, std::size_t>> in_order(const Tally& tally) {
  static constexpr Change kAll[] = {Change::kAdded,  Change::kRemoved,    Change::kEdited,    Change::kEditorial,
                                    Change::kMoved,  Change::kRenumbered, Change::kSplit,     Change::kMerged,
                                    Change::kStatus, Change::kRetitled,   Change::kRelabelled};
  std::vector<std::string> names{"unchanged"};
  for (const Change change : kAll) names.emplace_back(name_of(change));
  for (const auto& [name, number] : tally) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  std::vector<std::pair<std::string, std::size_t>> ordered;
  for (const std::string& name : names) {
    const auto found = tally.find(name);
    if (found != tally.end() && found->second > 0) ordered.emplace_back(name, found->second);
  }
  return ordered;
}

namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

}  // namespace

std::string from_to(const std::vector<std::string>& from, const std::vector<std::string>& to) {
  if (from.empty() || from == to) return joined(to);
  return to.empty() ? joined(from) : joined(from) + " → " + joined(to);
}

std::string words_of(const Changes& changes) {
  std::vector<std::string> names;
  for (const Change change : changes.list()) names.emplace_back(name_of(change));
  return joined(names);
}

std::string bare_heading(const std::string& heading) {
  std::string bare = fold_white_space(heading);
  if (!bare.empty() && bare.back() == ':') bare.pop_back();
  return fold_white_space(bare);
}

std::string from_name(const std::string& label) { return label.empty() ? "the earlier draft" : label; }
std::string to_name(const std::string& label) { return label.empty() ? "the later draft" : label; }

std::vector<std::string> tags_of(const Edit* first, std::size_t count) {
  const auto any = [&](auto holds) { return std::any_of(first, first + count, holds); };
  std::vector<std::string> tags;
  for (const Polarity wanted : {Polarity::kNegated, Polarity::kAffirmed}) {
    if (any([&](const Edit& edit) { return edit.polarity == wanted; })) tags.emplace_back(name_of(wanted));
  }
  for (const EditClass wanted : {EditClass::kDate, EditClass::kNumber, EditClass::kBracket}) {
    if (any([&](const Edit& edit) { return edit.edit_class == wanted; })) tags.emplace_back(name_of(wanted));
  }
  for (const Strength wanted : {Strength::kStrengthened, Strength::kWeakened}) {
    if (any([&](const Edit& edit) { return edit.strength == wanted; })) tags.emplace_back(name_of(wanted));
  }
  const bool substantive = any([](const Edit& edit) { return edit.edit_class != EditClass::kEditorial; });
  if (count > 0 && !substantive) tags.emplace_back(name_of(EditClass::kEditorial));
  return tags;
}

bool is_polarity(std::string_view tag) { return tag == name_of(Polarity::kNegated) || tag == name_of(Polarity::kAffirmed); }

}  // namespace travaux::report
