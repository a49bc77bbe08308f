// The instrument registry as JSON.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "travaux/model.h"

namespace travaux {

extern const char kInstrumentsJson[];

namespace {

using Json = nlohmann::ordered_json;

constexpr char kSchema[] = "travaux/instruments/1";

Error input_error(std::string_view name, std::string what, std::string next) {
  return {ErrorCode::kInput, std::move(what), std::string(name), "", std::move(next)};
}

std::size_t line_at(std::string_view text, std::size_t byte) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < byte && i < text.size(); ++i) line += text[i] == '\n' ? 1 : 0;
  return line;
}

/// A member that should be a string; absent or null reads as empty, another type as an error.
Result<std::string> text_member(const Json& entry, const char* key, std::string_view name) {
  const auto found = entry.find(key);
  if (found == entry.end() || found->is_null()) return std::string();
  if (found->is_string()) return found->get<std::string>();
  return tl::unexpected(
      input_error(name, fmt::format("\"{}\" of an instrument is no text", key), "Write it in quotation marks."));
}

Result<Instrument> read_instrument(const Json& entry, std::string_view name) {
  Instrument result;
  if (!entry.is_object())
    return tl::unexpected(input_error(name, "an entry of \"instruments\" is no object", "Each entry has at least a \"title\"."));
  const std::pair<const char*, std::string*> members[] = {{"id", &result.id},       {"symbol", &result.symbol},
                                                          {"title", &result.title}, {"year", &result.year},
                                                          {"kind", &result.kind},   {"address", &result.address}};
  for (const auto& [key, target] : members) {
    Result<std::string> text = text_member(entry, key, name);
    if (!text) return tl::unexpected(text.error());
    *target = std::move(*text);
  }
  if (result.title.empty())
    return tl::unexpected(
        input_error(name, fmt::format("the instrument \"{}\" has no title", result.id), "Give it a \"title\"."));
  if (result.id.empty()) result.id = result.symbol;
  if (result.id.empty())
    return tl::unexpected(
        input_error(name, fmt::format("the instrument \"{}\" has neither id nor symbol", result.title), "Give it an \"id\"."));
  const auto aliases = entry.find("aliases");
  if (aliases == entry.end()) return result;
  for (const Json& alias : *aliases) {
    if (!alias.is_string())
      return tl::unexpected(
          input_error(name, fmt::format("an alias of \"{}\" is no text", result.id), "Write it in quotation marks."));
    result.aliases.push_back(alias.get<std::string>());
  }
  return result;
}

}  // namespace

Result<Registry> read_registry(std::string_view json, std::string_view name) {
  Json data;
  try {
    data = Json::parse(json);
  } catch (const nlohmann::json::parse_error& error) {
    return tl::unexpected(input_error(fmt::format("{}:{}", name, line_at(json, error.byte)), "this is no valid JSON",
                                      "Compare it with `travaux instruments`."));
  }
  if (!data.is_object() || !data.contains("instruments") || !data["instruments"].is_array()) {
    return tl::unexpected(input_error(name, "no list \"instruments\" in it", "Compare it with `travaux instruments`."));
  }
  Registry registry;
  std::set<std::string> ids;
  for (const Json& entry : data["instruments"]) {
    Result<Instrument> instrument = read_instrument(entry, name);
    if (!instrument) return tl::unexpected(instrument.error());
    if (!ids.insert(instrument->id).second) {
      return tl::unexpected(
          input_error(name, fmt::format("the id \"{}\" is given to two instruments", instrument->id), "Change one of them."));
    }
    registry.instruments.push_back(std::move(*instrument));
  }
  return registry;
}

std::string write_registry(const Registry& registry) {
  Json list = Json::array();
  for (const Instrument& i : registry.instruments) {
    list.push_back({{"id", i.id},
                    {"symbol", i.symbol},
                    {"title", i.title},
                    {"year", i.year},
                    {"kind", i.kind},
                    {"aliases", i.aliases},
                    {"address", i.address}});
  }
  return Json{{"schema", kSchema}, {"instruments", list}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

const Registry& built_in_registry() {
  static const Registry registry = read_registry(kInstrumentsJson, "the built-in registry").value_or(Registry{});
  return registry;
}

}  // namespace travaux
