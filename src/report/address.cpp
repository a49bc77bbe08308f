// From an address that a person typed to a place of the draft.
#include "text/unicode.h"
#include "travaux/report.h"

namespace travaux {

namespace {

/// Case folded, without white space and the final dot: "Article 4/3", "article 4/3." -> "article4/3".
std::string key_of(std::string_view address) {
  const std::string folded = fold_case(address);
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (!is_white_space(c)) append_utf8(key, c);
  }
  if (key.size() > 1 && key.back() == '.') key.pop_back();
  return key;
}

std::optional<Place> section_numbered(const Document& document, const std::string& key) {
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    if (key_of(document.sections[s].number) != key) continue;
    Place place;
    place.section = s;
    return place;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Place> find_address(const Document& document, std::string_view address) {
  const std::string key = is_utf8(address) ? key_of(address) : std::string();
  if (key.empty()) return std::nullopt;
  std::optional<Place> exact, forgiven;
  for_each_item(document, [&](const Item& item, const Place& place) {
    if (!exact && item.address == address) exact = place;
    if (!forgiven && key_of(item.address) == key) forgiven = place;
  });
  if (exact) return exact;
  return forgiven ? forgiven : section_numbered(document, key);
}

}  // namespace travaux
