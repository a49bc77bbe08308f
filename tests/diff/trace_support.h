// Small histories for the tests of `trace`.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/texts.h"
#include "travaux/trace.h"

namespace travaux::testing {

/// Drafts and what each was made from.
class History {
 public:
  /// Adds a draft; the answer is its index.
  std::size_t add(const std::string& text, std::optional<std::size_t> base = {}) {
    documents_.push_back(document(text));
    bases_.push_back(base);
    return documents_.size() - 1;
  }

  /// The life as lines: "1: 1.1 -> 1.2: renumbered", the draft's index first. Of a draft with nothing before it: "0: 1.1".
  std::vector<std::string> life(std::size_t draft, const std::string& address) { return lines(traced(draft, address)); }

  Trace traced(std::size_t draft, const std::string& address) {
    std::vector<Document*> all;
    std::vector<TraceDraft> drafts;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      all.push_back(&documents_[i]);
      drafts.push_back({&documents_[i], bases_[i]});
    }
    resolve_instruments(all, built_in_registry());
    const std::optional<Place> place = place_of(documents_[draft], address);
    EXPECT_TRUE(place) << address;
    return place ? trace(drafts, draft, *place) : Trace();
  }

  static std::optional<Place> place_of(const Document& draft, const std::string& address) {
    std::optional<Place> found;
    for_each_item(draft, [&](const Item& item, const Place& place) {
      if (item.address == address) found = place;
    });
    for (std::size_t s = 0; s < draft.sections.size() && !found; ++s) {
      if (draft.sections[s].number == address) found.emplace().section = s;
    }
    return found;
  }

  std::vector<std::string> lines(const Trace& trace) const {
    std::vector<std::string> lines;
    for (const TraceStep& step : trace.steps) {
      const std::string draft = std::to_string(step.draft) + ":";
      for (const TraceEntry& entry : step.entries) lines.push_back(draft + line_of(entry));
      if (step.entries.empty()) lines.push_back(draft + " " + address_of(step));
    }
    return lines;
  }

  const Document& at(std::size_t draft) const { return documents_[draft]; }

 private:
  std::string address_of(const TraceStep& step) const {
    std::string addresses;
    for (const Place& place : step.places) {
      const Document& draft = documents_[step.draft];
      addresses += (addresses.empty() ? "" : " ") +
                   (place.item.empty() ? draft.sections[*place.section].number : item_at(draft, place).address);
    }
    return addresses;
  }

  static std::string line_of(const TraceEntry& entry) {
    std::string line;
    const auto list = [&](const char* sign, const std::vector<std::string>& names) {
      if (!names.empty()) line += sign;
      for (const std::string& name : names) line += " " + name;
    };
    std::visit(
        [&](const auto& change) {
          list("", change.from);
          list(" ->", change.to);
          line += ":";
          for (const Change kind : change.changes.list()) line += " " + std::string(name_of(kind));
        },
        entry.change);
    list(" joined", entry.joined);
    list(" parted", entry.parted);
    if (entry.again) line += " was " + entry.again->address + " of " + std::to_string(entry.again->draft);
    return line;
  }

  std::vector<Document> documents_;
  std::vector<std::optional<std::size_t>> bases_;
};

}  // namespace travaux::testing
