// The titles of a registry, searched for the one that was probably meant.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/model.h"

namespace travaux {

class TitleIndex {
 public:
  struct Entry {
    std::string id;
    std::string shown;  ///< as a suggestion prints it
    std::string title;  ///< folded
    std::set<std::string> words;
    std::string year;
  };

  explicit TitleIndex(const Registry& registry);

  bool knows(const std::string& id) const { return ids_.contains(id); }
  /// Whether a title is the heading's, whoever's bracket the heading stands in: "[CARICOM: Hemispheric Drug Strategy:".
  bool explains(std::string_view heading) const;
  /// The entry whose title differs from the heading's by a slip of the pen; null for none. Only titles that share words with it
  /// are compared.
  const Entry* nearest(std::string_view heading) const;

 private:
  void add(const std::string& id, const Instrument& instrument, const std::string& title);

  std::set<std::string> ids_;
  std::vector<Entry> entries_;
  std::map<std::string, std::vector<std::size_t>> by_word_;
};

}  // namespace travaux
