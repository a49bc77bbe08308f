// Which instrument a symbol or a title means: the registry's, and what documents themselves tie together.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "travaux/model.h"

namespace travaux {

/// Who bears a title.
struct Known {
  std::string id;
  std::string year;  ///< empty: not said
  friend auto operator<=>(const Known&, const Known&) = default;
};

class KnownInstruments {
 public:
  explicit KnownInstruments(const Registry& registry);

  /// Ties a title in normal form to an instrument.
  void tie(const std::string& form, const Known& known) { titles_[form].insert(known); }

  bool has_id(const std::string& id) const { return ids_.contains(id); }
  bool has_symbol(const std::string& symbol) const { return symbols_.contains(symbol); }
  /// The instrument of a symbol: its id in the registry, else the symbol itself.
  std::string by_symbol(const std::string& symbol) const;

  /// All that bear a title in normal form, of that year where both say one.
  std::set<std::string> matching(const std::string& form, const std::string& year) const;
  /// The one instrument that a title in normal form names; empty: none, or several. Where one with a symbol and one without share
  /// it, the symbol is the instrument's.
  std::string one(const std::string& form, const std::string& year) const;

 private:
  void enter(const Instrument& instrument);
  void know(std::string_view title, const Known& known);

  std::map<std::string, std::string> symbols_;     ///< symbol -> id
  std::map<std::string, std::set<Known>> titles_;  ///< normal title -> who bears it
  std::set<std::string> ids_;                      ///< in the registry
};

}  // namespace travaux
