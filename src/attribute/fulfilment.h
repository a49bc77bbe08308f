// How much of what is wanted stands in the later draft.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "attribute/cover.h"
#include "attribute/matter.h"

namespace travaux {

class Fulfilment {
 public:
  explicit Fulfilment(Matter& matter);

  /// How much of the texts that a request puts forward stands in what came with its edits, 0 to 1.
  double stands(const Request& request, const std::vector<std::size_t>& edits);
  /// Whether a sentence or clause of these texts is not there, though others are.
  bool lacks_sentence(const Request& request, const std::vector<std::size_t>& edits);
  /// Whether what a request wants of words was done; else `missing` says what was not.
  bool fulfilled(const Request& request, const std::vector<std::size_t>& edits, std::string& missing);
  /// Whether what came stands in brackets that nobody asked for.
  bool in_brackets_only(const Request& request, const std::vector<std::size_t>& edits) const;
  /// Whether an item or section of the earlier draft has no counterpart.
  bool went(const Place& place) const;
  /// The edits of a text of the earlier draft.
  std::vector<std::size_t> edits_of(const FieldKey& key) const;
  /// What a text of the earlier draft is called: the item's address, "section 2".
  std::string name_of_text(const FieldKey& key) const;

 private:
  struct Portion {
    double wanted = 0, done = 0;
    double lost = 0;  ///< the heaviest piece that is missing
    double share() const { return wanted == 0 ? 1 : done / wanted; }
  };

  std::vector<double> coverage(const Words& text, const std::vector<std::size_t>& edits);
  Portion portion(const Request& request, const Wish& wish, const std::vector<std::size_t>& edits);
  bool is_gone(const FieldKey& key, std::size_t token) const;

  Matter& m_;
  std::map<FieldKey, std::vector<std::size_t>> touched_;
  std::set<Place, PlaceLess> cited_no_more_;  ///< citations and passages that were taken out
};

}  // namespace travaux
