// Places that comments name, found in a draft.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/comment.h"
#include "travaux/model.h"

namespace travaux {

/// The places of a draft by what they are called.
class TargetIndex {
 public:
  /// Linear in the draft but for sorting. Keeps a reference to the draft.
  explicit TargetIndex(const Document& draft);

  /// Finds the place and sets `target.place`; of one that is found, `address` and `is_section` become the draft's. Tried in turn:
  /// the address, the number where one item alone bears it, a section's number, its heading; "2.2" as Article 2/2.
  void resolve(Target& target) const;
  /// The item at an exact address.
  std::optional<Place> at(const std::string& address) const;
  /// The items that a range over sections, "1.4..2.2", stands for, in the draft's order; where one of its ends is not in the
  /// draft, that end alone, unresolved. Linear in the draft.
  std::vector<Target> between(const Target& range) const;

 private:
  std::optional<Place> item(const std::string& key) const;
  /// "2.2", "2(2)" where that is paragraph 2 of Article 2, and Article 2/2 where that is printed as 2.2.
  std::optional<Place> paragraph(const std::string& key) const;
  std::optional<Place> section(std::string_view name) const;
  /// The one item that begins with these words; "^They stressed" names it.
  std::optional<Place> beginning(const std::string& words) const;
  std::optional<std::size_t> nested_section(const std::string& key) const;

  const Document& draft_;
  std::map<std::string, Place> addresses_;  ///< exact
  std::map<std::string, Place> keys_;
  std::multimap<std::string, Place> numbers_;  ///< the last steps of addresses
  std::multimap<std::string, std::size_t> sections_;
  std::map<std::string, std::size_t> headings_;
};

/// The item or section at a place, named as the draft prints it.
Target target_at(const Document& draft, const Place& place);

/// An address in the form in which it is compared: "Article 4, paragraph 3 (a)", "paragraph 3(a) of article 4" and "Article
/// 4/3/(a)" are "article 4/3/a".
std::string address_key(std::string_view address);

}  // namespace travaux
