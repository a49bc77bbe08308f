// A document as lines that a person can check against the text: for goldens.
#pragma once

#include <string>

#include "travaux/model.h"

namespace travaux::testing {

inline std::string one_line(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, " / ");
  return text;
}

inline void dump(std::string& out, const Item& item, const std::string& indent) {
  out += indent + item.address + " " + one_line(item.text) + "\n";
  if (item.status) out += indent + "  status " + *item.status + "\n";
  for (const Citation& citation : item.citations) {
    out += indent + "  [" + citation.instrument + (citation.locator ? " | " + *citation.locator : "") + "] " + citation.heading +
           "\n";
    for (const Passage& passage : citation.passages) {
      out += indent + (passage.form == PassageForm::kQuotation ? "    q " : "    p ") + one_line(passage.text) + "\n";
    }
  }
  for (const Item& point : item.items) dump(out, point, indent + "  ");
}

inline std::string dump(const Document& document) {
  std::string out = "title " + document.title + "\nlabel " + document.label + "\ndate " + document.date + "\n";
  for (const Section& section : document.sections) {
    out += "section " + section.number + " " + section.heading + "\n";
    if (!section.text.empty()) out += "  text " + one_line(section.text) + "\n";
    for (const Item& item : section.items) dump(out, item, "  ");
  }
  if (!document.back.empty()) out += "back " + one_line(document.back) + "\n";
  return out;
}

}  // namespace travaux::testing
