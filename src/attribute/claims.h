// What a request can claim of an edit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attribute/cover.h"
#include "attribute/matter.h"

namespace travaux {

/// How near to where it was asked for.
enum class Nearness { kHere, kSameText, kElsewhere };

struct Claim {
  std::size_t request = 0;
  Nearness nearness = Nearness::kElsewhere;
  double share = 0;             ///< of the edit's words (those inserted, else those removed) that the request accounts for
  double back = 0;              ///< of the request's words at that place, the share that the edit has
  bool whole = false;           ///< one of its wishes stands whole in the edit
  bool exact = false;           ///< in the words asked for
  bool only_removal = false;    ///< it asked for words to go, and for none that came
  bool half = false;            ///< it asked for others in their place, and none came
  std::vector<double> covered;  ///< of the edit's words, inserted ones first

  /// Both ways together (F measure).
  double fit() const { return share + back == 0 ? 0 : 2 * share * back / (share + back); }
  double score() const;
};

/// The claim of a request on an edit of words; nothing where it has none worth a look.
std::optional<Claim> claim_on(Matter& matter, const EditWords& edit, std::size_t request);

/// Adds a source for each group that asks.
void add_source(AttributedEdit& edit, const Request& request, double score, How how, std::string evidence);
/// Best first; each group's proposal once.
void settle_sources(AttributedEdit& edit);
/// What shows that a request was meant: its own words.
std::string evidence_of(const Request& request);

}  // namespace travaux
