// The instruments that a text speaks of amid its words: "Recalling its resolution 1325 (2000) and the Declaration on Security in
// the Americas".
//
// Such a reference is no citation: nothing of the instrument is quoted under a heading, and a Document does not hold it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/model.h"
#include "travaux/text.h"

namespace travaux {

struct InstrumentReference {
  std::string instrument;  ///< the id that citations of it bear
  Span span;               ///< in the text: the symbol or the title as printed
};

/// Finds the instruments of a registry by symbol and title, and those with a symbol that it does not know.
///
/// Symbols: of resolutions, declarations and decisions ("AG/RES. 2543 (XL-O/10)", "CP/DEC. 54", "A/RES/70/1", "resolution 70/1",
/// "resoluciones 1325 (2000) y 1820 (2008)", "1/CP.21"), of other papers only where the registry knows them. Titles: whole words
/// whose normal form is that of a title or alias, not across a clause, with the capitals that the title has; where two
/// instruments share it, the year that follows must tell them apart.
class ReferenceFinder {
 public:
  explicit ReferenceFinder(const Registry& registry);
  ReferenceFinder(ReferenceFinder&&) noexcept;
  ReferenceFinder& operator=(ReferenceFinder&&) noexcept;
  ~ReferenceFinder();

  /// The references in a text, in its order. Time: linear in the text, times the different lengths of titles.
  std::vector<InstrumentReference> find(std::string_view text) const;

 private:
  class Index;
  std::unique_ptr<const Index> index_;
};

}  // namespace travaux
