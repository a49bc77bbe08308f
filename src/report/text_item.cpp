// One item or section of a draft as text.
#include "report/lookup.h"
#include "report/styled.h"
#include "travaux/report.h"

namespace travaux {

using report::Writer;

namespace {

constexpr std::size_t kStep = 2;

void write_citation(Writer& out, const Citation& citation, std::size_t indent) {
  out.gap().line(indent, indent + kStep).add(Style::kAddress, citation.heading);
  if (!citation.instrument.empty() && citation.heading.find(citation.instrument) == std::string::npos) {
    out.add(Style::kDim, "  [" + citation.instrument + "]");
  }
  for (const Passage& passage : citation.passages) out.line(indent + kStep, indent + kStep).add(passage.text);
}

void write_item(Writer& out, const Item& item, std::size_t indent) {
  const std::string& number = item.number.empty() ? item.address : item.number;
  const std::size_t hang = indent + display_width(number) + kStep;
  out.gap().line(indent, hang).add(Style::kAddress, number).add("  " + item.text);
  if (item.status) out.line(hang, hang).add(Style::kTag, *item.status);
  for (const Item& sub_item : item.items) write_item(out, sub_item, hang);
  for (const Citation& citation : item.citations) write_citation(out, citation, hang);
}

void write_section(Writer& out, const Section& section) {
  const std::string number = section.number.empty() ? std::string() : section.number + "  ";
  out.line(0, display_width(number)).add(Style::kHeading, number + section.heading);
  if (!section.text.empty()) out.gap().line().add(section.text);
  for (const Item& item : section.items) write_item(out, item, 0);
}

}  // namespace

StyledText item_text(const Document& document, const Place& place) {
  StyledText text;
  Writer out(text);
  if (place.item.empty()) {
    write_section(out, document.sections[*place.section]);
  } else {
    write_item(out, item_at(document, place), 0);
  }
  return text;
}

}  // namespace travaux
