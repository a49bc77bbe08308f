// Which of the proposals that the library read is which wish.
#pragma once

#include "negotiations/requests.h"
#include "travaux/attribute.h"

namespace travaux::negotiations {

/// The round's earlier text and the document it was read as, for looking up places.
struct Draft {
  const Text& text;
  const Document& document;
  std::map<std::string, Id> ids;  ///< of items, by address

  Draft(const Text& meant, const Document& read);
  Id at(const std::string& address) const;  ///< 0: none
  Id at(const Place& place) const;          ///< the item's, or the section's where it names no item
};

/// Letters and digits alone, without case: blind to spacing and marks.
std::string squashed(const std::string& text);

/// Whether a proposal is (a part of) that wish: it concerns the same place, or says the same words.
bool concerns(const Proposal& proposal, const Request& request, const Draft& draft);

/// Whether proposals, together, are placed and want what the wish wants: the text that they make is the text that it makes.
bool want_the_same(const std::vector<const Proposal*>& proposals, const Request& request, const Draft& draft);

}  // namespace travaux::negotiations
