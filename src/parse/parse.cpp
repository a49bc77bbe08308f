#include "travaux/parse.h"

#include <map>
#include <set>

#include "parse/body.h"
#include "parse/front.h"
#include "parse/heading.h"
#include "parse/outline.h"
#include "parse/titles.h"

namespace travaux {

namespace {

/// Turns the outline into the document: sections and items in order, each line in a block.
class Builder {
 public:
  Builder(Document& document, const Outline& outline) : document_(document), lines_(outline.lines) {
    custom_.strict = outline.family == Family::kTreaty || outline.family == Family::kResolution;
    if (custom_.strict) return;
    titles_ = Titles::in(lines_);
    custom_.known = &titles_;
  }

  void run() {
    for (std::size_t i = 0; i < lines_.size();) i = take(i);
  }

 private:
  std::size_t take(std::size_t i) {
    const Line& line = lines_[i];
    if (line.opens) open_section(*line.opens, line.paragraph.line);
    switch (line.kind) {
      case LineKind::kHeading:
        take_heading(line);
        return line.splits ? take_item(i) : i + 1;
      case LineKind::kHeadingMore:
        append(document_.sections.back().heading, line.text, " ");
        block(line.paragraph.span, Role::kSectionHeading, here());
        return i + 1;
      case LineKind::kItem:
        return take_item(i);
      case LineKind::kFront:
        return take_matter(line, document_.front, Role::kFront, {}), i + 1;
      case LineKind::kBack:
        return take_matter(line, document_.back, Role::kBack, {}), i + 1;
      case LineKind::kSectionText:
      case LineKind::kBody:
        break;
    }
    return take_matter(line, document_.sections.back().text, Role::kSectionText, here()), i + 1;
  }

  void open_section(const SectionSeed& seed, std::size_t line) {
    Section section;
    section.number = seed.number;
    section.heading = seed.heading;
    section.level = seed.level;
    section.line = line;
    document_.sections.push_back(std::move(section));
  }

  Place here() const { return {document_.sections.size() - 1, {}, {}, {}}; }

  void block(Span span, Role role, const Place& place, Span lead = {}) { document_.blocks.push_back({span, role, place, lead}); }

  static void append(std::string& text, std::string_view more, std::string_view glue) {
    const std::string folded = fold_white_space(more);
    if (!text.empty() && !folded.empty()) text += glue;
    text += folded;
  }

  void take_heading(const Line& line) {
    const std::size_t base = line.paragraph.span.begin;
    Section& section = document_.sections.back();
    Span lead;
    if (line.lead && !section.number.empty()) lead = {base + line.lead->span.begin, base + line.lead->span.end};
    const std::size_t end = line.splits ? lead.end : line.paragraph.span.end;
    const std::size_t after = lead.empty() ? base : lead.end;
    const std::string before(lead.empty() ? std::string_view() : Span{base, lead.begin}.of(document_.source));
    section.heading = fold_white_space(before + document_.source.substr(after, end - after));
    block({base, end}, Role::kSectionHeading, here(), lead);
  }

  void take_matter(const Line& line, std::string& text, Role role, const Place& place) {
    append_paragraph(text, line.text);
    block(line.paragraph.span, role, place);
  }

  std::size_t take_item(std::size_t i) {
    std::vector<const Line*> lines = {&lines_[i]};
    std::size_t end = i + 1;
    while (end < lines_.size() && lines_[end].kind == LineKind::kBody && !lines_[end].opens) lines.push_back(&lines_[end++]);
    Section& section = document_.sections.back();
    const bool deeper =
        !lines_[i].splits && lines_[i].lead && lines_[i].lead->style == LeadStyle::kDecimal && lines_[i].lead->values.size() > 2;
    Place place = here();
    std::vector<Item>* siblings = &section.items;
    for (std::size_t depth = 2; deeper && depth < lines_[i].lead->values.size() && !siblings->empty(); ++depth) {
      place.item.push_back(siblings->size() - 1);
      siblings = &siblings->back().items;
    }
    Item item;
    item.number = !lines_[i].splits ? lines_[i].number : lines_[i].inner ? lines_[i].inner->number : "";
    item.address = lines_[i].address;
    siblings->push_back(std::move(item));
    place.item.push_back(siblings->size() - 1);
    read_body(document_, place, lines, custom_);
    return end;
  }

  Document& document_;
  const std::vector<Line>& lines_;
  Titles titles_;
  HeadingContext custom_;
};

/// Each block runs on to the next, the first from the text's beginning, the last to its end.
void tile(Document& document) {
  std::vector<Block>& blocks = document.blocks;
  if (blocks.empty()) {
    if (!document.source.empty()) blocks.push_back({{0, document.source.size()}, Role::kFront, {}, {}});
    return;
  }
  blocks.front().span.begin = 0;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) blocks[i].span.end = blocks[i + 1].span.begin;
  blocks.back().span.end = document.source.size();
}

class AddressBook {
 public:
  explicit AddressBook(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

  /// Tells repeated addresses apart: the second becomes "2.1#2".
  void number(std::vector<Item>& items) {
    for (Item& item : items) {
      const std::string printed = item.address;
      for (std::size_t nth = ++uses_[printed]; !taken_.insert(item.address).second; ++nth)
        item.address = printed + "#" + std::to_string(nth);
      if (item.address != printed) {
        diagnostics_.push_back(
            {item.line, Severity::kWarning, "the number " + printed + " stands here again; addressed as " + item.address});
      }
      for (Item& point : item.items) {
        if (point.address != point.number) point.address = item.address + "/" + point.number;
      }
      number(item.items);
    }
  }

 private:
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::string, std::size_t> uses_;
  std::set<std::string> taken_;
};

}  // namespace

std::optional<Family> family_named(std::string_view profile) {
  for (const Family family : {Family::kPlan, Family::kTreaty, Family::kResolution, Family::kUnnumbered}) {
    if (name_of(family) == profile) return family;
  }
  return std::nullopt;
}

std::string_view name_of(Family family) {
  switch (family) {
    case Family::kPlan:
      return "plan";
    case Family::kTreaty:
      return "treaty";
    case Family::kResolution:
      return "resolution";
    case Family::kUnnumbered:
      break;
  }
  return "unnumbered";
}

std::optional<Family> profile_of(const Document& document) {
  return document.family_said ? std::optional(document.family) : std::nullopt;
}

Document parse(std::string text, std::optional<Family> profile) {
  Document document;
  document.source = std::move(text);
  Outline outline = outline_of(document.source, profile);
  document.family = outline.family;
  document.family_said = profile.has_value();
  document.diagnostics = std::move(outline.diagnostics);
  Builder(document, outline).run();
  tile(document);
  AddressBook addresses(document.diagnostics);
  for (Section& section : document.sections) addresses.number(section.items);
  read_front(document);
  return document;
}

}  // namespace travaux
