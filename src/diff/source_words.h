// The tokens of a document's source, by the part of the document they belong to.
#pragma once

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

#include "travaux/model.h"

namespace travaux {

class SourceWords {
 public:
  /// Cuts the blocks of a document into tokens: each token of the source lies in exactly one list. Linear.
  explicit SourceWords(const Document& document);

  /// The words of one part without its printed number; empty where it has none.
  const std::vector<Token>& text(Role role, const Place& place) const { return find({role, false, place}); }
  /// The printed number of a section heading or an item.
  const std::vector<Token>& number(Role role, const Place& place) const { return find({role, true, place}); }

 private:
  struct Key {
    Role role;
    bool number;
    Place place;
    auto order() const { return std::tie(role, number, place.section, place.item, place.citation, place.passage); }
    friend bool operator<(const Key& a, const Key& b) { return a.order() < b.order(); }
  };

  const std::vector<Token>& find(const Key& key) const;
  void add(const Document& document, const Key& key, Span span);

  std::map<Key, std::vector<Token>> lists_;
};

}  // namespace travaux
