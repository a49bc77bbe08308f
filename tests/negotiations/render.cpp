#include "negotiations/render.h"

namespace travaux::negotiations {
namespace {

void add(std::vector<std::string>& paragraphs, const std::string& text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) paragraphs.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::string printed(const Passage& passage) { return passage.quoted ? "“" + passage.text + "”" : passage.text; }

void print(const Citation& citation, std::vector<std::string>& paragraphs) {
  std::string heading = citation.heading;
  if (!citation.locator.empty()) heading += ", " + citation.locator;
  if (citation.printed_colon) heading += ":";
  std::size_t first = 0;
  if (citation.on_heading_line && !citation.passages.empty()) {
    heading += " " + printed(citation.passages[0]);
    first = 1;
  }
  add(paragraphs, heading);
  for (std::size_t p = first; p < citation.passages.size(); ++p) add(paragraphs, printed(citation.passages[p]));
}

void print(Form form, const Item& item, std::vector<std::string>& paragraphs) {
  const bool dotted = !item.number.empty() && item.number[0] != '(' && form != Form::kPlan;
  std::string line = item.number + (dotted ? "." : "");
  if (!item.text.empty()) line += (line.empty() ? "" : " ") + item.text;
  add(paragraphs, line);
  add(paragraphs, item.status);
  for (const Item& point : item.items) print(form, point, paragraphs);
  for (const Citation& citation : item.citations) print(citation, paragraphs);
}

void print_heading(Form form, const Section& section, std::vector<std::string>& paragraphs) {
  if (section.address_prefix == "PP" || section.address_prefix == "OP" || section.address_prefix == "¶") return;
  if (form == Form::kTreaty) {
    add(paragraphs, section.number);
    add(paragraphs, section.heading);
  } else {
    add(paragraphs, section.number + ". " + section.heading);
  }
}

}  // namespace

std::vector<std::string> paragraphs_of(const Text& text) {
  std::vector<std::string> paragraphs;
  add(paragraphs, text.title);
  if (!text.version.empty()) add(paragraphs, "(" + text.version + ")");
  for (const std::string& paragraph : text.front) add(paragraphs, paragraph);
  for (const Section& section : text.sections) {
    print_heading(text.form, section, paragraphs);
    add(paragraphs, section.text);
    for (const Item& item : section.items) print(text.form, item, paragraphs);
    add(paragraphs, section.closing);
  }
  for (const std::string& paragraph : text.back) add(paragraphs, paragraph);
  return paragraphs;
}

std::string render(const Text& text) {
  std::string all;
  for (const std::string& paragraph : paragraphs_of(text)) all += paragraph + "\n\n";
  return all;
}

}  // namespace travaux::negotiations
