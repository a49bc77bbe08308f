// Brackets and options as JSON.
#include "report/brackets.h"

namespace travaux::report {

namespace {

Json span_json(Span span) { return {span.begin, span.end}; }

Json bracket_json(const Document& document, const SquareBracket& bracket) {
  return {{"item", text_or_null(address_at(document, bracket.place))},
          {"kind", travaux::name_of(bracket.kind)},
          {"extent", travaux::name_of(bracket.extent)},
          {"depth", bracket.depth},
          {"balanced", bracket.balanced},
          {"groups", bracket.names},
          {"text", fold_white_space((bracket.balanced ? bracket.content : bracket.span).of(document.source))},
          {"span", span_json(bracket.span)}};
}

Json option_json(const Document& document, const TextOption& option) {
  return {{"item", text_or_null(address_at(document, option.place))},
          {"name", option.name},
          {"choice", option.series + 1},
          {"text", fold_white_space(option.text.of(document.source))},
          {"span", span_json({option.label.begin, std::max(option.label.end, option.text.end)})}};
}

Json change_json(const BracketChange& change) {
  const bool settled = change.event == BracketEvent::kSettled;
  const std::string& item = change.to_item.empty() ? change.from_item : change.to_item;
  Json json = {{"item", text_or_null(item)},
               {"from_item", text_or_null(change.from_item)},
               {"to_item", text_or_null(change.to_item)},
               {"change", travaux::name_of(change.event)},
               {"favour", text_or_null(favour_words(change))},
               {"groups", settled ? change.from_groups : change.groups},
               {"text", settled || change.text.empty() ? change.from_text : change.text},
               {"of", change.is_option ? "option" : "bracket"}};
  if (change.is_option) {
    json["option"] = change.option;
    json["options"] = change.alternatives;
  } else {
    json["kind"] = travaux::name_of(change.kind);
    json["extent"] = travaux::name_of(change.extent);
  }
  const bool both = !settled && change.event != BracketEvent::kOpened;
  if (both) json["from_text"] = change.from_text;
  if (both) json["from_groups"] = change.from_groups;
  if (!change.instead.empty()) json["instead"] = change.instead;
  json["from_span"] = span_json(change.from_span);
  json["to_span"] = span_json(change.to_span);
  return json;
}

Json counts_json(const OpenCounts& open) {
  Json json = Json::object();
  add_counts(json, open);
  return json;
}

}  // namespace

void add_counts(Json& counts, const OpenCounts& open) {
  counts["brackets"] = open.brackets;
  counts["options"] = open.options;
  counts["placeholders"] = open.placeholders;
}

Json brackets_json(const Document& document, const Bracketing& bracketing) {
  Json list = Json::array();
  for (const SquareBracket& bracket : bracketing.brackets) list.push_back(bracket_json(document, bracket));
  return list;
}

Json options_json(const Document& document, const Bracketing& bracketing) {
  Json list = Json::array();
  for (const TextOption& option : bracketing.options) list.push_back(option_json(document, option));
  return list;
}

Json bracket_changes_json(const BracketDiff& brackets) {
  Json list = Json::array();
  for (const BracketChange& change : brackets.changes) list.push_back(change_json(change));
  return list;
}

Json bracket_summary_json(const BracketDiff& brackets) {
  Json json = {{"from", counts_json(brackets.from)}, {"to", counts_json(brackets.to)}};
  for (const BracketEvent event :
       {BracketEvent::kOpened, BracketEvent::kSettled, BracketEvent::kEdited, BracketEvent::kBounds, BracketEvent::kRenamed}) {
    std::size_t count = 0;
    for (const BracketChange& change : brackets.changes) count += change.event == event ? 1 : 0;
    if (count > 0) json[std::string(travaux::name_of(event))] = count;
  }
  return json;
}

}  // namespace travaux::report
