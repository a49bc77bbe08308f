// Sections: what each pair of a matching comes to.
#include <algorithm>
#include <set>

#include "diff/changes.h"
#include "diff/moves.h"
#include "diff/words.h"

namespace travaux {

namespace {

class Sections {
 public:
  explicit Sections(Comparison& c)
      : c_(c), from_(c.from.document->sections), to_(c.to.document->sections), pairs_(c.matching.sections) {}

  void run() {
    mark_moved();
    std::size_t next_gone = 0;
    for (std::size_t j = 0; j < to_.size(); ++j) {
      const std::size_t i = pairs_.from_of[j];
      if (i != kNowhere && !moved_.contains(i)) next_gone = report_gone(next_gone, i);
      report_to(j);
    }
    report_gone(next_gone, from_.size());
  }

 private:
  void mark_moved() {
    const std::vector<std::size_t> from_tokens = tokens_under(c_.from);
    const std::vector<std::size_t> to_tokens = tokens_under(c_.to);
    std::vector<Placed> placed;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < from_.size(); ++i) {
      const std::size_t j = pairs_.to_of[i];
      if (j == kNowhere) continue;
      indices.push_back(i);
      const Placed place{i, j, from_tokens[i] + to_tokens[j], both_texts(from_[i].heading, to_[j].heading)};
      placed.push_back(c_.matching.turned ? place.turned() : place);
    }
    for (const std::size_t k : moved(placed)) moved_.insert(indices[k]);
  }

  static std::vector<std::size_t> tokens_under(const FlatDocument& side) {
    std::vector<std::size_t> tokens(side.document->sections.size(), 0);
    for (const FlatItem& item : side.items) tokens[item.section] += item.text.size();
    return tokens;
  }

  std::size_t report_gone(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (pairs_.to_of[i] != kNowhere) continue;
      SectionDiff entry;
      entry.from = {section_name(from_[i])};
      entry.from_index = i;
      entry.changes.add(Change::kRemoved);
      c_.result.sections.push_back(std::move(entry));
    }
    return std::max(begin, end);
  }

  void report_to(std::size_t j) {
    SectionDiff entry;
    entry.to = {section_name(to_[j])};
    entry.to_index = j;
    const std::size_t i = pairs_.from_of[j];
    if (i == kNowhere) {
      entry.changes.add(Change::kAdded);
    } else {
      entry.from = {section_name(from_[i])};
      entry.from_index = i;
      compare(entry, from_[i], to_[j], moved_.contains(i));
    }
    c_.result.sections.push_back(std::move(entry));
  }

  void compare(SectionDiff& entry, const Section& a, const Section& b, bool moved) {
    bool coarse = false;
    entry.edits = diff_texts(c_.interner, a.heading, b.heading, c_.options, &coarse);
    entry.text_edits = diff_texts(c_.interner, a.text, b.text, c_.options, &coarse);
    if (!entry.edits.empty()) entry.changes.add(Change::kRetitled);
    if (!entry.text_edits.empty()) entry.changes.add(Change::kEdited);
    if (moved) {
      entry.changes.add(Change::kMoved);
    } else if (comparison_form(a.number) != comparison_form(b.number)) {
      entry.changes.add(Change::kRenumbered);
    }
    if (coarse)
      c_.result.degraded =
          "a section's own text is too long for the exact word comparison; its edits may be larger than they need be";
  }

  Comparison& c_;
  const std::vector<Section>& from_;
  const std::vector<Section>& to_;
  const Pairing& pairs_;
  std::set<std::size_t> moved_;
};

}  // namespace

void report_sections(Comparison& comparison) { Sections(comparison).run(); }

}  // namespace travaux
