// The life of an item as text.
#include <fmt/format.h>

#include <algorithm>

#include "report/lookup.h"
#include "report/styled.h"
#include "report/text_citations.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

constexpr std::size_t kEntryIndent = 2, kUnderEntry = 6;
constexpr std::size_t kBranchIndent = 2;
constexpr std::size_t kOpeningWidth = 72;  // of the words that tell which item it is

using Names = std::vector<std::string>;

/// The first words of a text, as many as fit into a line.
std::string opening_of(const std::string& text) {
  const std::string folded = fold_white_space(text);
  if (display_width(folded) <= kOpeningWidth) return folded;
  std::string opening;
  for (std::size_t end = folded.find(' '); end != std::string::npos; end = folded.find(' ', end + 1)) {
    if (display_width(folded.substr(0, end)) > kOpeningWidth) break;
    opening = folded.substr(0, end);
  }
  return opening + " …";
}

std::string joined(const Names& names) { return from_to({}, names); }

/// "  (likeness 0.93)": how a pair was found where it was not by the same words.
std::string how_matched(const ItemDiff& item) {
  if (item.match == Match::kRuled) return "  (by a ruling)";
  if (item.match == Match::kNumber) return "  (by its number)";
  const bool same = item.match == Match::kText || item.match == Match::kNone || item.similarity >= 1;
  return same ? std::string() : fmt::format("  (likeness {:.2f})", std::min(item.similarity, 0.99));
}

Names one_name(const std::string& name) { return name.empty() ? Names() : Names{name}; }

class TraceWriter {
 public:
  TraceWriter(const Trace& trace, const std::vector<TracedDraft>& drafts, const TraceTextOptions& options)
      : trace_(trace), drafts_(drafts), options_(options), depths_(trace.steps.size(), 0), followers_(trace.steps.size()) {
    for (std::size_t i = 0; i < trace.steps.size(); ++i) {
      if (trace.steps[i].after) followers_[*trace.steps[i].after].push_back(i);
    }
  }

  StyledText write() {
    write_head();
    for (std::size_t i = 0; i < trace_.steps.size(); ++i) {
      if (const auto after = trace_.steps[i].after) depths_[i] = depths_[*after] + (followers_[*after].size() > 1 ? 1 : 0);
      out_.gap();
      const std::size_t first = text_.size();
      write_step(i);
      for (std::size_t line = first; line < text_.size(); ++line) {
        text_[line].indent += depths_[i] * kBranchIndent;
        text_[line].hang += depths_[i] * kBranchIndent;
      }
    }
    return std::move(text_);
  }

 private:
  const Document& document(std::size_t draft) const { return *drafts_[draft].document; }

  const std::string& text_at(std::size_t draft, const Place& place) const {
    if (!place.item.empty()) return item_at(document(draft), place).text;
    return document(draft).sections[*place.section].heading;
  }

  void write_head() {
    const std::string address = address_at(document(trace_.draft), trace_.place);
    out_.line(0, 2).add(Style::kHeading, address + " of " + drafts_[trace_.draft].label);
    const std::string opening = opening_of(text_at(trace_.draft, trace_.place));
    if (opening != address) out_.line(kEntryIndent, kEntryIndent).add(opening);
    if (!trace_.circle) return;
    out_.line(0, 2).add(Style::kWarning, drafts_[*trace_.circle].label +
                                             " is based on itself, by way of others; it is taken for the first of the chain");
  }

  // --- a draft ---

  void write_step(std::size_t index) {
    const TraceStep& step = trace_.steps[index];
    const TracedDraft& draft = drafts_[step.draft];
    out_.line(0, 2).add(Style::kHeading, draft.label);
    if (draft.round) out_.add(Style::kDim, fmt::format(" · round {}", *draft.round));
    for (const std::string& fact : {draft.date, draft.by}) {
      if (!fact.empty()) out_.add(Style::kDim, " · " + fact);
    }
    if (index > 0 && step.base != trace_.steps[index - 1].draft)
      out_.add(Style::kDim, " · based on " + drafts_[*step.base].label);
    if (step.degraded) out_.line(kEntryIndent, kUnderEntry).add(Style::kWarning, "Coarser than it could be: " + *step.degraded);
    if (!step.base) write_first(step);
    for (const TraceEntry& entry : step.entries) write_entry(step, entry);
    if (options_.full) write_texts(step);
    write_branches(index);
  }

  void write_first(const TraceStep& step) {
    Names names;
    for (const Place& place : step.places) names.push_back(address_at(document(step.draft), place));
    out_.line(kEntryIndent, kUnderEntry).add(Style::kAddress, joined(names)).add("  ").add(Style::kTag, "in the first draft");
  }

  void write_texts(const TraceStep& step) {
    for (const Place& place : step.places) {
      const std::string address = address_at(document(step.draft), place) + "  ";
      out_.line(kUnderEntry, kUnderEntry + display_width(address)).add(Style::kDim, address).add(text_at(step.draft, place));
      if (place.item.empty()) out_.line(kUnderEntry, kUnderEntry).add(document(step.draft).sections[*place.section].text);
    }
  }

  void write_branches(std::size_t index) {
    if (followers_[index].size() < 2) return;
    Names labels;
    for (const std::size_t next : followers_[index]) labels.push_back(drafts_[trace_.steps[next].draft].label);
    out_.gap().line(0, 2).add(Style::kNote, fmt::format("From here the life goes {} ways: {}", labels.size(), joined(labels)));
  }

  // --- a change ---

  void write_entry(const TraceStep& step, const TraceEntry& entry) {
    std::visit([&](const auto& change) { write_change(step, entry, change); }, entry.change);
  }

  void write_change(const TraceStep& step, const TraceEntry& entry, const ItemDiff& item) {
    if (item.changes.has(Change::kRemoved)) return write_gone(step, entry, item.from);
    if (item.changes.has(Change::kAdded)) return write_come(step, entry, item.to);
    write_names(entry, item.from, item.to, item.changes);
    out_.add(Style::kDim, how_matched(item));
    if (item.changes.has(Change::kStatus)) write_status(item);
    write_edits(step, item);
    for (const CitationDiff& citation : entry.citations) write_one_citation(step, item, citation);
  }

  void write_change(const TraceStep& step, const TraceEntry& entry, const SectionDiff& section) {
    if (!section.to_index) return write_gone(step, entry, section.from);
    if (!section.from_index) return write_come(step, entry, section.to);
    write_names(entry, section.from, section.to, section.changes);
    const Section& was = document(*step.base).sections[*section.from_index];
    const Section& is = document(step.draft).sections[*section.to_index];
    write_snippets(out_, kUnderEntry, was.heading, is.heading, section.edits.data(), section.edits.size(), options_.context);
    write_snippets(out_, kUnderEntry, was.text, is.text, section.text_edits.data(), section.text_edits.size(), options_.context);
  }

  void write_names(const TraceEntry& entry, const Names& from, const Names& to, const Changes& changes) {
    out_.line(kEntryIndent, kUnderEntry).add(Style::kAddress, from_to(from, to)).add("  ");
    changes.empty() ? out_.add(Style::kDim, entry.citations.empty() ? "unchanged" : "mandates only")
                    : out_.add(Style::kTag, words_of(changes));
    if (!entry.joined.empty()) out_.add(Style::kNote, ", joined by " + joined(entry.joined));
    if (!entry.parted.empty()) out_.add(Style::kNote, ", parted from " + joined(entry.parted));
  }

  void write_gone(const TraceStep& step, const TraceEntry& entry, const Names& from) {
    out_.line(kEntryIndent, kUnderEntry).add(Style::kRemoved, "− gone in " + drafts_[step.draft].label);
    out_.add(" (was " + joined(from) + ")");
    for (const CitationDiff& citation : entry.citations) {
      if (citation.from && citation.to) write_citation_left(out_, citation);
    }
  }

  void write_come(const TraceStep& step, const TraceEntry& entry, const Names& to) {
    out_.line(kEntryIndent, kUnderEntry).add(Style::kAdded, "+ " + joined(to)).add("  ");
    if (entry.again) return write_again(step, entry, *entry.again);
    out_.add(Style::kTag, "first appears in " + drafts_[step.draft].label);
    const std::size_t citations = entry.citations.size();
    if (citations > 0) out_.add(Style::kDim, fmt::format(", with {} {}", citations, citations == 1 ? "citation" : "citations"));
  }

  void write_again(const TraceStep& step, const TraceEntry& entry, const Return& again) {
    out_.add(Style::kTag, "stands again").add(fmt::format(" (was {} of {})", again.address, drafts_[again.draft].label));
    if (again.edits.empty()) out_.add(Style::kDim, "  the same words");
    if (!again.edits.empty()) out_.add(Style::kDim, fmt::format("  (likeness {:.2f})", std::min(again.likeness, 0.99)));
    const ItemDiff& item = std::get<ItemDiff>(entry.change);
    write_snippets(out_, kUnderEntry, text_at(again.draft, again.place), text_at(step.draft, item.to_places.front()),
                   again.edits.data(), again.edits.size(), options_.context);
  }

  void write_status(const ItemDiff& item) {
    out_.line(kUnderEntry, kUnderEntry + 2).add(Style::kNote, "status ");
    if (!item.from_status.empty()) out_.add(Style::kDeleted, item.from_status);
    if (!item.from_status.empty() && !item.to_status.empty()) out_.add(" ");
    if (!item.to_status.empty()) out_.add(Style::kInserted, item.to_status);
  }

  /// Of a split or merge, pair by pair of its parts.
  void write_edits(const TraceStep& step, const ItemDiff& item) {
    for (auto first = item.edits.begin(); first != item.edits.end();) {
      const auto last = std::find_if(first, item.edits.end(), [&](const Edit& edit) {
        return edit.from_item != first->from_item || edit.to_item != first->to_item;
      });
      if (item.from.size() + item.to.size() > 2) {
        const std::string pair = from_to(one_name(first->from_item), one_name(first->to_item));
        out_.line(kUnderEntry, kUnderEntry).add(Style::kNote, pair);
      }
      write_snippets(out_, kUnderEntry, text_of(*step.base, item.from, item.from_places, first->from_item),
                     text_of(step.draft, item.to, item.to_places, first->to_item), &*first,
                     static_cast<std::size_t>(last - first), options_.context);
      first = last;
    }
  }

  std::string_view text_of(std::size_t draft, const Names& names, const std::vector<Place>& places,
                           const std::string& name) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == name) return text_at(draft, places[i]);
    }
    return {};
  }

  void write_one_citation(const TraceStep& step, const ItemDiff& item, const CitationDiff& citation) {
    const bool left =
        citation.from && citation.to && std::find(item.to.begin(), item.to.end(), citation.to->item) == item.to.end();
    if (left) return write_citation_left(out_, citation);
    write_citation(out_, citation, document(*step.base), document(step.draft), options_.context);
  }

  const Trace& trace_;
  const std::vector<TracedDraft>& drafts_;
  const TraceTextOptions& options_;
  std::vector<std::size_t> depths_;                  ///< by step: how many branches it is in
  std::vector<std::vector<std::size_t>> followers_;  ///< by step: those that follow it
  StyledText text_;
  Writer out_{text_};
};

}  // namespace

StyledText trace_text(const Trace& trace, const std::vector<TracedDraft>& drafts, const TraceTextOptions& options) {
  return TraceWriter(trace, drafts, options).write();
}

}  // namespace travaux
