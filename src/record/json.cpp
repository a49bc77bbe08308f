#include "record/json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "record/fields.h"

namespace travaux {
namespace {

using Json = nlohmann::ordered_json;

std::string print(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json or_null(const std::optional<int>& number) { return number ? Json(*number) : Json(); }

Json origin_json(Origin origin) {
  if (origin == Origin::kUnsaid) return {};
  return origin == Origin::kHistorical ? "historical" : "constructed";
}

// The getters throw nlohmann's type_error on a field of the wrong type; `read` catches it.

std::string text_of(const Json& object, const char* key) {
  const auto value = object.find(key);
  return value == object.end() || value->is_null() ? std::string() : value->get<std::string>();
}

int number_of(const Json& object, const char* key) {
  const auto value = object.find(key);
  return value == object.end() || value->is_null() ? 0 : value->get<int>();
}

std::optional<int> optional_number_of(const Json& object, const char* key) {
  const auto value = object.find(key);
  return value == object.end() || value->is_null() ? std::nullopt : std::optional(value->get<int>());
}

Origin origin_of(const Json& object) {
  const std::string origin = text_of(object, "origin");
  if (origin == "historical") return Origin::kHistorical;
  return origin == "constructed" ? Origin::kConstructed : Origin::kUnsaid;
}

tl::unexpected<Error> damaged(const std::string& where, std::string why) {
  return record_failure(ErrorCode::kDamaged, "a file of the record cannot be understood", where, std::move(why),
                        "run `travaux verify` to see what else is damaged");
}

/// Parses an object of the given schema and lets `fill` take its fields.
template <typename T, typename Fill>
Result<T> read(std::string_view text, const std::string& where, std::string_view schema, Fill fill) {
  try {
    const Json json = Json::parse(text);
    if (!json.is_object()) return damaged(where, "it is not a JSON object");
    if (const std::string said = text_of(json, "schema"); said != schema) {
      return damaged(where, fmt::format("its schema is {}, not \"{}\"", quoted_field(said), schema));
    }
    T value;
    fill(json, value);
    return value;
  } catch (const Json::exception& error) {
    return damaged(where, error.what());
  }
}

template <typename Info>
void read_source_fields(const Json& json, Info& info) {
  info.round = optional_number_of(json, "round");
  info.date = text_of(json, "date");
  info.by = text_of(json, "by");
  info.origin = origin_of(json);
  info.source_name = text_of(json, "source_name");
  info.extension = text_of(json, "extension");
  info.media_type = text_of(json, "media_type");
  info.encoding = text_of(json, "encoding");
  if (json.contains("tracked_changes")) info.tracked_changes = text_of(json, "tracked_changes");
  info.sha256 = text_of(json, "sha256");
  info.reader_version = number_of(json, "reader_version");
}

template <typename Info>
void write_source_fields(const Info& info, const std::string& text_sha256, Json& json) {
  json["origin"] = origin_json(info.origin);
  json["source_name"] = or_null(info.source_name);
  json["extension"] = info.extension;
  json["media_type"] = or_null(info.media_type);
  json["encoding"] = or_null(info.encoding);
  if (!info.tracked_changes.empty()) json["tracked_changes"] = info.tracked_changes;
  json["sha256"] = info.sha256;
  json["text_sha256"] = text_sha256;
  json["reader_version"] = info.reader_version;
}

}  // namespace

std::string write_json(const Negotiation& negotiation) {
  Json json = {{"schema", "travaux/record/1"}, {"format", kRecordFormat}, {"title", negotiation.title}};
  json["language"] = negotiation.language;
  json["groups"] = Json::array();
  for (const Group& group : negotiation.groups) {
    json["groups"].push_back(Json{{"name", group.name}, {"members", group.members}, {"aliases", group.aliases}});
  }
  return print(json);
}

std::string write_json(const DraftFile& draft) {
  const DraftInfo& info = draft.info;
  Json json = {{"schema", "travaux/record-draft/1"}, {"label", info.label}};
  json["round"] = or_null(info.round);
  json["date"] = or_null(info.date);
  json["by"] = or_null(info.by);
  json["language"] = info.language;
  json["based_on"] = or_null(info.based_on);
  json["corrects"] = or_null(info.corrects);
  write_source_fields(info, draft.text_sha256, json);
  json["parser_version"] = info.parser_version;
  if (!info.profile.empty()) json["profile"] = info.profile;
  return print(json);
}

std::string write_json(const CommentFile& comment) {
  const CommentInfo& info = comment.info;
  Json json = {{"schema", "travaux/record-comment/1"}, {"by", info.by}, {"on", info.on}};
  json["round"] = or_null(info.round);
  json["date"] = or_null(info.date);
  json["replaces"] = or_null(info.replaces);
  write_source_fields(info, comment.text_sha256, json);
  return print(json);
}

std::string write_json(const WithdrawalFile& withdrawal) {
  return print(
      {{"schema", "travaux/record-withdrawal/1"}, {"comment", withdrawal.comment}, {"reason", or_null(withdrawal.reason)}});
}

std::string write_json(const RulingInfo& ruling) {
  Json json = {{"schema", "travaux/record-ruling/1"}, {"kind", ruling.kind}, {"says", ruling.says}};
  json["from"] = {{"draft", or_null(ruling.from)},
                  {"commit", or_null(ruling.from_commit)},
                  {"item", or_null(ruling.from_item)},
                  {"words", or_null(ruling.from_words)}};
  json["to"] = {{"draft", or_null(ruling.to)},
                {"commit", or_null(ruling.to_commit)},
                {"item", or_null(ruling.to_item)},
                {"words", or_null(ruling.to_words)}};
  json["by"] = or_null(ruling.by);
  json["comment"] = or_null(ruling.comment);
  json["number"] = or_null(ruling.number);
  json["reason"] = ruling.reason;
  if (ruling.again > 0) json["again"] = ruling.again;
  return print(json);
}

std::string write_json(const TakenBackFile& taken_back) {
  return print(
      {{"schema", "travaux/record-withdrawal/1"}, {"ruling", taken_back.ruling}, {"reason", or_null(taken_back.reason)}});
}

Result<Negotiation> read_negotiation(std::string_view text, const std::string& where) {
  std::int64_t format = 0;
  // A later format may have another schema and any other field, so its number is read first and alone.
  const Json peek = Json::parse(text, nullptr, false);
  if (peek.is_object() && peek.contains("format") && peek["format"].is_number_integer())
    format = peek["format"].get<std::int64_t>();
  if (format > kRecordFormat) {
    return record_failure(ErrorCode::kConflict, "this record was made by a newer travaux", where,
                          fmt::format("its format is {}, and this travaux knows formats up to {}", format, kRecordFormat),
                          "install a newer travaux; this one leaves the record as it is");
  }
  return read<Negotiation>(text, where, "travaux/record/1", [](const Json& json, Negotiation& negotiation) {
    negotiation.title = text_of(json, "title");
    negotiation.language = text_of(json, "language");
    for (const Json& group : json.value("groups", Json::array())) {
      negotiation.groups.push_back({text_of(group, "name"), group.value("members", std::vector<std::string>()),
                                    group.value("aliases", std::vector<std::string>())});
    }
  });
}

Result<DraftFile> read_draft_file(std::string_view text, const std::string& where) {
  return read<DraftFile>(text, where, "travaux/record-draft/1", [](const Json& json, DraftFile& draft) {
    draft.info.label = json.at("label").get<std::string>();
    draft.info.language = text_of(json, "language");
    draft.info.based_on = text_of(json, "based_on");
    draft.info.corrects = text_of(json, "corrects");
    read_source_fields(json, draft.info);
    draft.info.parser_version = number_of(json, "parser_version");
    draft.info.profile = text_of(json, "profile");
    draft.text_sha256 = text_of(json, "text_sha256");
  });
}

Result<CommentFile> read_comment_file(std::string_view text, const std::string& where) {
  return read<CommentFile>(text, where, "travaux/record-comment/1", [](const Json& json, CommentFile& comment) {
    comment.info.on = json.at("on").get<std::string>();
    comment.info.replaces = text_of(json, "replaces");
    read_source_fields(json, comment.info);
    comment.text_sha256 = text_of(json, "text_sha256");
  });
}

Result<WithdrawalFile> read_withdrawal_file(std::string_view text, const std::string& where) {
  return read<WithdrawalFile>(text, where, "travaux/record-withdrawal/1", [](const Json& json, WithdrawalFile& withdrawal) {
    withdrawal.comment = text_of(json, "comment");
    withdrawal.reason = text_of(json, "reason");
  });
}

Result<RulingInfo> read_ruling_file(std::string_view text, const std::string& where) {
  return read<RulingInfo>(text, where, "travaux/record-ruling/1", [](const Json& json, RulingInfo& ruling) {
    const auto side = [](const Json& of, std::string& draft, std::string& commit, std::string& item, std::string& words) {
      draft = text_of(of, "draft");
      commit = text_of(of, "commit");
      item = text_of(of, "item");
      words = text_of(of, "words");
    };
    ruling.kind = json.at("kind").get<std::string>();
    ruling.says = json.at("says").get<std::string>();
    side(json.at("from"), ruling.from, ruling.from_commit, ruling.from_item, ruling.from_words);
    side(json.at("to"), ruling.to, ruling.to_commit, ruling.to_item, ruling.to_words);
    ruling.by = text_of(json, "by");
    ruling.comment = text_of(json, "comment");
    ruling.number = text_of(json, "number");
    ruling.reason = text_of(json, "reason");
    ruling.again = number_of(json, "again");
  });
}

Result<TakenBackFile> read_taken_back_file(std::string_view text, const std::string& where) {
  return read<TakenBackFile>(text, where, "travaux/record-withdrawal/1", [](const Json& json, TakenBackFile& taken_back) {
    taken_back.ruling = text_of(json, "ruling");
    taken_back.reason = text_of(json, "reason");
  });
}

Result<std::string> instruments_file(const std::string& json) {
  if (json.empty()) return print({{"schema", "travaux/instruments/1"}, {"instruments", Json::array()}});
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) {
    return record_failure(ErrorCode::kInput, "the instrument registry cannot be recorded", {}, "it is not a JSON object",
                          "give a registry in the form of history/instruments.json");
  }
  return json.ends_with('\n') ? json : json + "\n";
}

}  // namespace travaux
