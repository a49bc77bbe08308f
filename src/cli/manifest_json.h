// JSON that knows its lines, so that errors can name them.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/error.h"

namespace travaux::cli {

using Json = nlohmann::ordered_json;

/// A manifest's JSON, and where its events and their fields stand.
struct ManifestJson {
  Json json;
  std::string path;
  std::vector<std::size_t> event_lines;
  std::vector<std::map<std::string, std::size_t>> field_lines;  ///< for each event
};

Result<ManifestJson> parse_manifest_json(std::string_view text, const std::string& path);

/// The fields of one object, read with their types checked. The first failure is kept; what follows it reads as empty.
class Fields {
 public:
  /// The whole manifest.
  explicit Fields(const ManifestJson& manifest) : manifest_(manifest), object_(&manifest.json) {}
  /// One event of it.
  Fields(const ManifestJson& manifest, std::size_t event);
  /// An object inside it that has no lines of its own.
  Fields(const Fields& above, const Json& object) : manifest_(above.manifest_), object_(&object) {}

  /// A line of text; null and absent are empty.
  std::string text(const char* key);
  std::string required_text(const char* key);
  /// One of the choices, or empty.
  std::string choice(const char* key, const std::vector<std::string>& choices);
  std::optional<int> number(const char* key);
  std::string date(const char* key);
  std::vector<std::string> texts(const char* key);
  /// The objects of an array; empty where there is none.
  std::vector<const Json*> objects(const char* key);

  void fail(const char* key, std::string what, std::string why = {}, std::string next = {});
  bool ok() const { return !error_; }
  const std::optional<Error>& error() const { return error_; }
  /// "manifest.json:12": the line of a field, else of its event.
  std::string where(const char* key = nullptr) const;

 private:
  /// The value, or null where it is absent or null.
  const Json* find(const char* key) const;

  const ManifestJson& manifest_;
  const Json* object_;
  std::optional<std::size_t> event_;
  std::optional<Error> error_;
};

}  // namespace travaux::cli
