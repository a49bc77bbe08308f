// Instruments as comments name them, and the citations of a draft that cite them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "comment/fields.h"
#include "travaux/model.h"

namespace travaux {

class CitedInstruments {
 public:
  /// `names` are all names that will be asked for. Linear in draft and names, but for sorting.
  CitedInstruments(const Document& draft, const Registry& registry, const std::vector<std::string>& names);

  /// The id of the instrument that a name of `names` means, as the draft's citations bear it; for one that the draft does not
  /// cite, the registry's or one made from the name.
  const std::string& id_of(const std::string& name) const;
  /// The citations of an instrument under a place, in order; their places have `citation` set.
  std::vector<Place> under(const std::string& instrument, const Place& place) const;
  /// The same in the whole draft.
  const std::vector<Place>& all(const std::string& instrument) const;

 private:
  std::map<std::string, std::string> ids_;
  std::map<std::string, std::vector<Place>> places_;
};

}  // namespace travaux
