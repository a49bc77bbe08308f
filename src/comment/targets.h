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
  /// the address, the number where one item alone bears it, a section's number, its heading.
  void resolve(Target& target) const;
  /// The item at an exact address.
  std::optional<Place> at(const std::string& address) const;

 private:
  std::optional<Place> item(const std::string& key) const;
  std::optional<Place> section(std::string_view name) const;

  const Document& draft_;
  std::map<std::string, Place> addresses_;  ///< exact
  std::map<std::string, Place> keys_;
  std::multimap<std::string, Place> numbers_;  ///< the last steps of addresses
  std::multimap<std::string, std::size_t> sections_;
  std::map<std::string, std::size_t> headings_;
};

/// An address in the form in which it is compared: "Article 4, paragraph 3 (a)", "paragraph 3(a) of article 4" and "Article
/// 4/3/(a)" are "article 4/3/a".
std::string address_key(std::string_view address);

}  // namespace travaux
