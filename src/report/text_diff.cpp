// What changed between two drafts, item by item and mandate by mandate, as text.
#include <map>

#include "report/brackets.h"
#include "report/lookup.h"
#include "report/outline.h"
#include "report/snippets.h"
#include "report/styled.h"
#include "report/text_citations.h"
#include "report/text_summary.h"

namespace travaux {

namespace report {

void write_snippets(Writer& out, std::size_t indent, std::string_view from, std::string_view to, const Edit* edits,
                    std::size_t count, std::size_t context) {
  for (const Snippet& snippet : snippets(from, to, edits, count, context)) {
    out.line(indent, indent + 2);
    for (const StyledRun& run : snippet.runs) out.add(run.style, run.text);
    for (std::size_t i = 0; i < snippet.tags.size(); ++i) {
      out.add(i == 0 ? "  · " : ", ").add(is_polarity(snippet.tags[i]) ? Style::kWarning : Style::kTag, snippet.tags[i]);
    }
  }
}

}  // namespace report

using namespace report;  // NOLINT: this file is part of that floor

namespace {

constexpr std::size_t kItemIndent = 2, kUnderItem = 6;

/// The text of each item of a draft, by address.
std::map<std::string_view, const Item*> items_of(const Document& document) {
  std::map<std::string_view, const Item*> items;
  for_each_item(document, [&](const Item& item, const Place&) { items.emplace(item.address, &item); });
  return items;
}

class DiffWriter {
 public:
  DiffWriter(const DocumentDiff& changes, const Document& from, const Document& to, const DiffTextOptions& options)
      : changes_(changes), from_(from), to_(to), options_(options), from_items_(items_of(from)), to_items_(items_of(to)) {}

  StyledText write() {
    if (write_no_difference(out_, changes_)) return std::move(text_);
    write_labels(out_, changes_);
    write_matter("Before the first section", changes_.front, from_.front, to_.front);
    for (const OutlineSection& section : outline_of(changes_, from_, to_)) {
      if (section.changed()) write_section(section);
    }
    write_matter("After the last section", changes_.back, from_.back, to_.back);
    if (options_.brackets != nullptr) write_brackets(out_, *options_.brackets);
    out_.gap().line().add(Style::kHeading, "Summary");
    write_summary(out_, changes_, options_.ledger);
    if (options_.brackets != nullptr) write_bracket_summary(out_, *options_.brackets);
    return std::move(text_);
  }

 private:
  void write_matter(std::string_view name, const std::vector<Edit>& edits, std::string_view from, std::string_view to) {
    if (edits.empty()) return;
    out_.gap().line().add(Style::kHeading, name);
    write_snippets(out_, kUnderItem, from, to, edits.data(), edits.size(), options_.context);
  }

  void write_section(const OutlineSection& section) {
    const std::string number = number_of(section, from_, to_), heading = heading_of(section, from_, to_);
    const std::string name = number + (number.empty() || heading.empty() ? "" : "  ") + heading;
    const bool told = section.section != nullptr && !section.section->changes.empty();
    // Text without numbers stands in a section without a name.
    if (!name.empty() || told) out_.gap().line(0, 2).add(Style::kHeading, name);
    if (section.section != nullptr) write_section_changes(section, *section.section);
    for (const OutlineItem& item : section.items) {
      if (item.changed()) write_item(item);
    }
  }

  void write_section_changes(const OutlineSection& section, const SectionDiff& diff) {
    if (diff.changes.empty()) return;
    out_.add(text_.back().runs.empty() ? "" : "  ").add(Style::kTag, words_of(diff.changes));
    const Section none;
    const Section& was = section.from ? from_.sections[*section.from] : none;
    const Section& is = section.to ? to_.sections[*section.to] : none;
    if (diff.changes.has(Change::kAdded) || diff.changes.has(Change::kRemoved)) {
      const bool added = diff.changes.has(Change::kAdded);
      const std::string& text = added ? is.text : was.text;
      if (!text.empty()) out_.line(kUnderItem, kUnderItem).add(added ? Style::kAdded : Style::kRemoved, text);
      return;
    }
    if (!diff.edits.empty()) write_snippets(out_, kUnderItem, was.heading, is.heading, diff.edits.data(), diff.edits.size(), 99);
    write_snippets(out_, kUnderItem, was.text, is.text, diff.text_edits.data(), diff.text_edits.size(), options_.context);
  }

  void write_item(const OutlineItem& entry) {
    const ItemDiff& item = *entry.item;
    const bool added = item.changes.has(Change::kAdded), removed = item.changes.has(Change::kRemoved);
    const Style style = added ? Style::kAdded : removed ? Style::kRemoved : Style::kAddress;
    const std::string sign = added ? "+ " : removed ? "− " : "";
    out_.gap().line(kItemIndent, kUnderItem).add(style, sign + from_to(item.from, item.to)).add("  ");
    out_.add(Style::kTag, item.changes.empty() ? "mandates only" : words_of(item.changes));
    if (added || removed) write_whole(item, added);
    if (item.changes.has(Change::kStatus)) write_status(item);
    write_edits(item);
    for (const CitationDiff* citation : entry.citations) write_citation(out_, *citation, from_, to_, options_.context);
    for (const CitationDiff* citation : entry.left) write_citation_left(out_, *citation);
  }

  void write_whole(const ItemDiff& item, bool added) {
    const auto& items = added ? to_items_ : from_items_;
    for (const std::string& address : added ? item.to : item.from) {
      const auto found = items.find(address);
      if (found == items.end()) continue;
      out_.line(kUnderItem, kUnderItem).add(added ? Style::kAdded : Style::kRemoved, found->second->text);
    }
  }

  void write_status(const ItemDiff& item) {
    out_.line(kUnderItem, kUnderItem + 2).add(Style::kNote, "status ");
    if (!item.from_status.empty()) out_.add(Style::kDeleted, item.from_status);
    if (!item.from_status.empty() && !item.to_status.empty()) out_.add(" ");
    if (!item.to_status.empty()) out_.add(Style::kInserted, item.to_status);
  }

  /// The edits of an item: of a split or merge, pair by pair of its parts.
  void write_edits(const ItemDiff& item) {
    const std::vector<Edit>& edits = item.edits;
    for (std::size_t first = 0; first < edits.size();) {
      std::size_t last = first + 1;
      const auto same_pair = [&](const Edit& edit) {
        return edit.from_item == edits[first].from_item && edit.to_item == edits[first].to_item;
      };
      while (last < edits.size() && same_pair(edits[last])) ++last;
      if (item.from.size() > 1 || item.to.size() > 1) write_pair(edits[first]);
      write_snippets(out_, kUnderItem, text_of(from_items_, edits[first].from_item), text_of(to_items_, edits[first].to_item),
                     &edits[first], last - first, options_.context);
      first = last;
    }
  }

  void write_pair(const Edit& edit) {
    const auto list = [](const std::string& one) { return one.empty() ? std::vector<std::string>() : std::vector{one}; };
    out_.line(kUnderItem, kUnderItem).add(Style::kNote, from_to(list(edit.from_item), list(edit.to_item)));
  }

  static std::string_view text_of(const std::map<std::string_view, const Item*>& items, const std::string& address) {
    const auto found = items.find(address);
    return found == items.end() ? std::string_view() : std::string_view(found->second->text);
  }

  const DocumentDiff& changes_;
  const Document& from_;
  const Document& to_;
  const DiffTextOptions& options_;
  std::map<std::string_view, const Item*> from_items_, to_items_;
  StyledText text_;
  Writer out_{text_};
};

}  // namespace

StyledText diff_text(const DocumentDiff& changes, const Document& from, const Document& to, const DiffTextOptions& options) {
  return DiffWriter(changes, from, to, options).write();
}

}  // namespace travaux
