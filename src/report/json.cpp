#include "report/json.h"

#include <fmt/format.h>

#include "report/hazard.h"
#include "text/unicode.h"

namespace travaux::report {

namespace {

void append_escape(std::string& out, char32_t c) {
  if (c < 0x10000) {
    out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    return;
  }
  const auto rest = static_cast<unsigned>(c - 0x10000);
  out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
}

Json span_json(const Span& span) { return Json::array({span.begin, span.end}); }

Json edit_json(const Edit& edit) {
  Json json = {{"from", edit.from},
               {"to", edit.to},
               {"from_item", text_or_null(edit.from_item)},
               {"to_item", text_or_null(edit.to_item)},
               {"from_span", span_json(edit.from_span)},
               {"to_span", span_json(edit.to_span)},
               {"class", travaux::name_of(edit.edit_class)},
               {"strength", edit.strength == Strength::kNone ? Json() : Json(travaux::name_of(edit.strength))}};
  if (edit.polarity != Polarity::kNone) json["polarity"] = travaux::name_of(edit.polarity);
  return json;
}

}  // namespace

// Outside its strings JSON is ASCII without hazards, so whatever hazard is left stands in a string, where it may be escaped.
std::string print(const Json& json) {
  const std::string plain = json.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(plain.size() + 1);
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(plain, at);
    if (is_hazard(c)) {
      append_escape(out, c);
    } else {
      out.append(plain, begin, at - begin);
    }
  }
  out += '\n';
  return out;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json edits_json(const std::vector<Edit>& edits) {
  Json list = Json::array();
  for (const Edit& edit : edits) list.push_back(edit_json(edit));
  return list;
}

const char* name_of(PassageForm form) { return form == PassageForm::kQuotation ? "quotation" : "paraphrase"; }

}  // namespace travaux::report
