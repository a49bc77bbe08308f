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

/// The claims of all requests on an edit of words, in their order; those of no weight are left out. Linear in the requests.
std::vector<Claim> claims_on(Matter& matter, const EditWords& edit);

/// Share of a text's different terms of content that a request has, 0 to 1: a quick look before texts are compared.
double terms_in(const Request& request, const Words& text);

/// Adds a source for each group that asks.
void add_source(AttributedEdit& edit, const Request& request, double score, How how, std::string evidence);
/// Best first; each group's proposal once.
void settle_sources(AttributedEdit& edit);
/// What shows that a request was meant: its own words.
std::string evidence_of(const Request& request);

}  // namespace travaux
