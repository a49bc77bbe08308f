#include "cli/manifest_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

#include "cli/session.h"
#include "cli/who.h"

namespace travaux::cli {
namespace {

/// Reads on through a text and counts the lines it has passed.
class LineCounter {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  LineCounter(const char* at, std::size_t* line) : at_(at), line_(line) {}
  reference operator*() const { return *at_; }
  LineCounter& operator++() {
    if (*at_++ == '\n') ++*line_;
    return *this;
  }
  LineCounter operator++(int) {
    const LineCounter before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const LineCounter& a, const LineCounter& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  std::size_t* line_;
};

/// Notes the lines of `events[i]` and of its fields while the parser reads.
class LineNotes {
 public:
  LineNotes(ManifestJson& manifest, const std::size_t& line) : manifest_(manifest), line_(line) {}

  bool operator()(int depth, Json::parse_event_t event, const Json& value) {
    if (event == Json::parse_event_t::key && depth == 1) {
      in_events_ = value == "events";
      if (in_events_) manifest_.event_lines.clear(), manifest_.field_lines.clear();
    }
    // Whatever an event is, it takes a place; only an object has fields.
    const bool begins = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    if (in_events_ && depth == 2 && (begins || event == Json::parse_event_t::value)) {
      manifest_.event_lines.push_back(line_);
      manifest_.field_lines.emplace_back();
    }
    if (in_events_ && depth == 3 && event == Json::parse_event_t::key) {
      manifest_.field_lines.back()[value.get<std::string>()] = line_;
    }
    return true;
  }

 private:
  ManifestJson& manifest_;
  const std::size_t& line_;
  bool in_events_ = false;
};

/// What nlohmann says, without its own name and position.
std::string reason(const std::string& what) {
  const std::size_t begin = what.find(": ", what.find("parse error"));
  return begin == std::string::npos ? what : what.substr(begin + 2);
}

bool has_control(const std::string& text) {
  const auto is_control = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; };
  return std::any_of(text.begin(), text.end(), is_control);
}

}  // namespace

Result<ManifestJson> parse_manifest_json(std::string_view text, const std::string& path) {
  ManifestJson manifest;
  manifest.path = path;
  std::size_t line = 1, ignored = 1;
  try {
    manifest.json = Json::parse(LineCounter(text.data(), &line), LineCounter(text.data() + text.size(), &ignored),
                                LineNotes(manifest, line));
  } catch (const Json::exception& error) {
    return input_error("the manifest is not JSON", fmt::format("{}:{}", path, line), reason(error.what()), "correct it there");
  }
  if (!manifest.json.is_object()) return input_error("the manifest is not a JSON object", path, {}, "history/ holds one to go by");
  return manifest;
}

Fields::Fields(const ManifestJson& manifest, std::size_t event)
    : manifest_(manifest), object_(&manifest.json["events"][event]), event_(event) {
  if (!object_->is_object()) fail(nullptr, fmt::format("event {} is not an object", event + 1));
}

const Json* Fields::find(const char* key) const {
  if (!object_->is_object()) return nullptr;
  const auto found = object_->find(key);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

std::string Fields::where(const char* key) const {
  if (!event_ || *event_ >= manifest_.event_lines.size()) return manifest_.path;
  const auto& lines = manifest_.field_lines[*event_];
  const auto found = key == nullptr ? lines.end() : lines.find(key);
  return fmt::format("{}:{}", manifest_.path, found == lines.end() ? manifest_.event_lines[*event_] : found->second);
}

void Fields::fail(const char* key, std::string what, std::string why, std::string next) {
  if (!error_) error_ = Error{ErrorCode::kInput, std::move(what), where(key), std::move(why), std::move(next)};
}

std::string Fields::text(const char* key) {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_string()) return fail(key, fmt::format("\"{}\" is not a text", key)), std::string();
  std::string text = value->get<std::string>();
  if (has_control(text)) return fail(key, fmt::format("\"{}\" holds a line break or a control character", key)), std::string();
  return text;
}

std::string Fields::required_text(const char* key) {
  std::string value = text(key);
  if (value.find_first_not_of(" \t") == std::string::npos) fail(key, fmt::format("\"{}\" is missing", key));
  return value;
}

std::string Fields::choice(const char* key, const std::vector<std::string>& choices) {
  std::string value = text(key);
  const bool known = value.empty() || std::find(choices.begin(), choices.end(), value) != choices.end();
  if (!known) fail(key, fmt::format("\"{}\" is \"{}\"", key, value), {}, fmt::format("it can be {}", fmt::join(choices, " or ")));
  return value;
}

std::optional<int> Fields::number(const char* key) {
  const Json* value = find(key);
  if (value == nullptr) return {};
  const bool fits = value->is_number_unsigned() && value->get<std::uint64_t>() <= std::numeric_limits<int>::max();
  if (!fits) return fail(key, fmt::format("\"{}\" is no whole number", key)), std::nullopt;
  return value->get<int>();
}

std::string Fields::date(const char* key) {
  std::string value = text(key);
  if (!value.empty() && !noon_of(value)) {
    fail(key, fmt::format("\"{}\" is no date", value), {},
         "write a year, a month or a day that exists, as 1648, 1648-10 or 1648-10-24");
  }
  return value;
}

std::vector<std::string> Fields::texts(const char* key) {
  const Json* value = find(key);
  std::vector<std::string> all;
  if (value == nullptr) return all;
  if (!value->is_array()) return fail(key, fmt::format("\"{}\" is not a list", key)), all;
  for (const Json& entry : *value) {
    if (!entry.is_string() || has_control(entry.get<std::string>())) {
      return fail(key, fmt::format("\"{}\" holds something other than lines of text", key)), all;
    }
    all.push_back(entry.get<std::string>());
  }
  return all;
}

std::vector<const Json*> Fields::objects(const char* key) {
  const Json* value = find(key);
  std::vector<const Json*> all;
  if (value == nullptr) return all;
  if (!value->is_array()) return fail(key, fmt::format("\"{}\" is not a list", key)), all;
  for (const Json& entry : *value) all.push_back(&entry);
  return all;
}

}  // namespace travaux::cli
