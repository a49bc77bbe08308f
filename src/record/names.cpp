#include "record/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "record/sha256.h"
#include "travaux/text.h"

namespace travaux {
namespace {

constexpr std::size_t kMaxComponent = 180;
constexpr std::size_t kCommentHash = 32;  // hexadecimal digits: 128 bits
constexpr std::string_view kEncoded = "/\\%:*?\"<>|~";
constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};

std::string escape_byte(char c) { return fmt::format("%{:02X}", static_cast<unsigned char>(c)); }

bool is_plain(std::string_view part, std::size_t i, bool utf8) {
  const auto byte = static_cast<unsigned char>(part[i]);
  if (byte < 0x20 || byte == 0x7f || kEncoded.find(part[i]) != std::string_view::npos) return false;
  if (byte >= 0x80 && !utf8) return false;
  const bool at_end = i == 0 || i + 1 == part.size();
  return !(at_end && (part[i] == '.' || part[i] == ' '));
}

/// Whether Windows would open a device for a file of this name.
bool is_device(std::string_view part) {
  const std::string stem = fold_case(part.substr(0, part.find('.')));
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' && stem[3] <= '9';
}

/// The longest prefix of at most `size` bytes that cuts neither a character nor an escape.
std::string_view whole_prefix(std::string_view text, std::size_t size) {
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) --size;
  for (std::size_t back = 1; back <= 2 && back <= size; ++back) {
    if (text[size - back] == '%') return text.substr(0, size - back);
  }
  return text.substr(0, size);
}

/// A folder must not be named like a file beside it: "2.1.txt" the folder, and the file of item "2.1".
std::string encode_folder(std::string_view part) {
  std::string name = encode_component(part);
  if (name.size() >= 4 && fold_case(std::string_view(name).substr(name.size() - 4)) == ".txt")
    name.replace(name.size() - 4, 1, "%2E");
  return name;
}

}  // namespace

std::string encode_component(std::string_view part) {
  if (part.empty()) return "%";
  const bool utf8 = is_utf8(part);
  const bool device = utf8 && is_device(part);
  std::string name;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (is_plain(part, i, utf8) && !(device && i == 0)) {
      name.push_back(part[i]);
    } else {
      name += escape_byte(part[i]);
    }
  }
  if (name.size() <= kMaxComponent) return name;
  return fmt::format("{}~{}", whole_prefix(name, kMaxComponent - 17), sha256_hex(part).substr(0, 16));
}

std::vector<std::string> item_paths(const std::vector<DerivedFile>& items) {
  std::vector<std::string> paths;
  std::set<std::string> taken;
  for (const DerivedFile& item : items) {
    std::string stem;
    for (std::size_t i = 0; i + 1 < item.path.size(); ++i) stem += encode_folder(item.path[i]) + "/";
    stem += encode_component(item.path.empty() ? std::string_view() : std::string_view(item.path.back()));
    std::string path = stem + ".txt";
    for (int copy = 2; !taken.insert(fold_case(path)).second; ++copy) path = fmt::format("{}~{}.txt", stem, copy);
    paths.push_back(std::move(path));
  }
  return paths;
}

std::string source_extension(std::string_view extension) {
  constexpr std::size_t kLongest = 16;
  std::string kept;
  for (char c : extension.substr(extension.starts_with('.') ? 1 : 0)) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return "bin";
    kept.push_back(c);
  }
  return kept.empty() || kept.size() > kLongest ? "bin" : kept;
}

std::string base_name(std::string_view path) { return std::string(path.substr(path.find_last_of("/\\") + 1)); }

std::string comment_folder(std::string_view draft_slug, std::string_view group_slug, std::string_view source_sha256) {
  const std::string hash = sha256_hex(fmt::format("travaux/comment/1\n{}\n{}\n{}\n", draft_slug, group_slug, source_sha256));
  return fmt::format("comments/{}/{}/{}", draft_slug, group_slug, hash.substr(0, kCommentHash));
}

std::string ruling_file(std::string_view json) {
  return fmt::format("rulings/{}.json", sha256_hex(json).substr(0, kCommentHash));
}

std::string taking_back_file(const std::string& ruling_path) {
  return ruling_path.substr(0, ruling_path.rfind('.')) + ".withdrawn.json";
}

std::string draft_tag(std::string_view slug, std::size_t version) {
  return version == 0 ? fmt::format("draft/{}", slug) : fmt::format("draft/{}.{}", slug, version);
}

}  // namespace travaux
