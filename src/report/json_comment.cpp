// A comment as JSON: what it asks for, where that is in the draft, and what could not be read or placed.
#include "report/json.h"
#include "travaux/report.h"

namespace travaux {

using report::Json;
using report::text_or_null;

namespace {

std::string_view where_name(Proposal::Where where) {
  static constexpr std::string_view kNames[] = {"", "before", "after", "start", "end", "in"};
  return kNames[static_cast<std::size_t>(where)];
}

Json span_json(const Span& span) { return Json::array({span.begin, span.end}); }

Json index_or_null(const std::optional<std::size_t>& index) { return index ? Json(*index + 1) : Json(); }

Json target_json(const Target& target) {
  return {{"printed", text_or_null(target.printed)},
          {"address", text_or_null(target.address)},
          {"kind", target.is_section ? "section" : "item"},
          {"citation", target.place ? index_or_null(target.place->citation) : Json()},
          {"found", target.place.has_value()}};
}

Json targets_json(const std::vector<Target>& targets) {
  Json list = Json::array();
  for (const Target& target : targets) list.push_back(target_json(target));
  return list;
}

Json wanted_json(const std::vector<WantedEdit>& edits, const Document& draft) {
  Json list = Json::array();
  for (const WantedEdit& edit : edits) {
    list.push_back({{"field", name_of(edit.field)},
                    {"address", text_or_null(address_at(draft, edit.place))},
                    {"citation", index_or_null(edit.place.citation)},
                    {"passage", index_or_null(edit.place.passage)},
                    {"span", span_json(edit.span)},
                    {"text", edit.text}});
  }
  return list;
}

Json citations_json(const Proposal& p) {
  Json list = Json::array();
  for (const auto& [heading, passage] : p.citations) list.push_back({{"heading", heading}, {"passage", text_or_null(passage)}});
  return list;
}

Json proposal_json(const Proposal& p, const Document& draft) {
  return {{"number", p.number ? Json(*p.number) : Json()},
          {"by", p.by},
          {"asks", name_of(p.asks)},
          {"line", p.line},
          {"span", span_json(p.span)},
          {"words", p.words},
          {"targets", targets_json(p.targets)},
          {"destination", p.destination ? target_json(*p.destination) : Json()},
          {"where", text_or_null(std::string(where_name(p.where)))},
          {"old", text_or_null(p.old_words)},
          {"new", text_or_null(p.new_words)},
          {"anchor", text_or_null(p.anchor)},
          {"parts", p.parts},
          {"heading", text_or_null(p.heading)},
          {"instrument", text_or_null(p.instrument)},
          {"citations", citations_json(p)},
          {"placed", p.placed},
          {"why_unplaced", text_or_null(p.why_unplaced)},
          {"alternatives", p.alternatives},
          {"wanted", wanted_json(p.wanted, draft)}};
}

}  // namespace

std::string comment_json(const Comment& comment, const Document& draft, const std::vector<std::string>& notices) {
  Json proposals = Json::array();
  for (const Proposal& p : comment.proposals) proposals.push_back(proposal_json(p, draft));
  Json diagnostics = Json::array();
  for (const Diagnostic& diagnostic : comment.diagnostics) {
    diagnostics.push_back({{"line", diagnostic.line},
                           {"severity", diagnostic.severity == Severity::kNote ? "note" : "warning"},
                           {"message", diagnostic.message}});
  }
  Json json = {{"schema", "travaux/comment/1"},
               {"comment", comment.id},
               {"by", comment.by},
               {"on", comment.on},
               {"date", text_or_null(comment.date)},
               {"form", name_of(comment.form)},
               {"proposals", std::move(proposals)},
               {"diagnostics", std::move(diagnostics)}};
  if (!notices.empty()) json["notices"] = notices;
  return report::print(json);
}

}  // namespace travaux
