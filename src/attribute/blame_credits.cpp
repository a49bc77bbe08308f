#include "attribute/blame_credits.h"

#include <algorithm>
#include <unordered_set>

namespace travaux::blaming {

std::size_t Credits::number_of(const Credit& credit) {
  const auto [known, fresh] = numbers_.try_emplace(credit, credits_.size());
  if (fresh) credits_.push_back(credit);
  return known->second;
}

// ---------------------------------------------------------------------------------------------------------------------

namespace {

/// Whether a change of a whole item brings words in.
bool brings_words(const AttributedEdit& edit) {
  return edit.change == "added" || edit.change == "split" || edit.change == "merged";
}

}  // namespace

Askers::Askers(const Attribution* attribution) {
  if (attribution == nullptr) return;
  for (const AttributedEdit& edit : attribution->edits) {
    if (edit.sources.empty() || edit.citation) continue;
    if (edit.item && (edit.edit || brings_words(edit))) items_.try_emplace({*edit.item, edit.edit}, &edit);
    if (edit.section_index) sections_[*edit.section_index].push_back(&edit);
  }
}

const Askers::Sources* Askers::of_item(std::size_t item, std::optional<std::size_t> edit) const {
  const auto found = items_.find({item, edit});
  return found == items_.end() ? nullptr : &found->second->sources;
}

/// The edits of a section's heading and those of its text are numbered each by themselves: the words tell which is meant.
const Askers::Sources* Askers::of_section(std::size_t section, const Edit* edit) const {
  const auto found = sections_.find(section);
  if (found == sections_.end()) return nullptr;
  for (const AttributedEdit* one : found->second) {
    if (edit == nullptr ? !one->edit : one->edit && one->from == edit->from && one->to == edit->to) return &one->sources;
  }
  return nullptr;
}

const Askers::Sources* Askers::of_heading(std::size_t section) const {
  const auto found = sections_.find(section);
  if (found == sections_.end()) return nullptr;
  for (const AttributedEdit* one : found->second) {
    if (one->change == "retitled") return &one->sources;
  }
  return nullptr;
}

// ---------------------------------------------------------------------------------------------------------------------

/// A group with the words that show what it asked for.
struct Crediting::Group {
  std::string name;
  std::unordered_set<TokenId> words;  ///< loose forms
};

std::size_t Crediting::number_of(const std::vector<std::string>& groups) {
  if (!groups.empty()) return credits_.number_of({index_, false, true, groups});
  std::vector<std::string> by;
  if (!draft_.by.empty()) by.push_back(draft_.by);
  return credits_.number_of({index_, !draft_.base, false, std::move(by)});
}

std::vector<Crediting::Group> Crediting::groups_of(const Askers::Sources& sources) {
  std::vector<Group> groups;
  for (const Source& source : sources) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& one) { return one.name == source.by; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{source.by, {}});
    const TokenText evidence = reader_.cut(source.evidence);
    group->words.insert(evidence.loose.begin(), evidence.loose.end());
  }
  return groups;
}

void Crediting::credit(std::vector<Word>& words, Range range, const Askers::Sources* sources) {
  const std::vector<Group> groups = sources == nullptr ? std::vector<Group>() : groups_of(*sources);
  std::vector<std::string> all;
  for (const Group& group : groups) all.push_back(group.name);
  const auto credit_of = [&](const Word& word) {
    std::vector<std::string> names;
    for (const Group& group : groups) {
      if (group.words.contains(word.loose)) names.push_back(group.name);
    }
    return number_of(names.empty() ? all : names);
  };
  const auto is_content = [&](std::size_t i) { return groups.size() > 1 && words[i].content; };
  std::size_t first = range.begin;
  while (first < range.end && !is_content(first)) ++first;
  std::size_t last = first < range.end ? credit_of(words[first]) : number_of(all);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (is_content(i)) last = credit_of(words[i]);
    words[i].credit = last;
  }
}

}  // namespace travaux::blaming
