// The negotiation table: group × item, what was asked, and what became of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "travaux/attribute.h"

namespace travaux {

/// How many proposals had which fate.
struct FateTally {
  std::size_t asked = 0;    ///< all that have a fate; the sum of the others
  std::size_t got = 0;      ///< accepted
  std::size_t in_part = 0;  ///< accepted in part
  std::size_t refused = 0;  ///< not taken up
  std::size_t other = 0;    ///< overtaken, unplaced, withdrawn
  void add(ProposalFate fate);
  friend bool operator==(const FateTally&, const FateTally&) = default;
};

/// What one group asked for about one item.
struct TableCell {
  std::vector<std::size_t> proposals;  ///< indices into Attribution::proposals; remarks, support and reservations too
  FateTally tally;
  std::vector<std::size_t>
      credited;  ///< indices into Attribution::edits: credited to the group without a proposal, by a ruling or its printed name
};

/// An item that somebody had something to say about, or that changed with nobody asking.
struct TableRow {
  std::string from, to;  ///< addresses in the two drafts; empty: not there. A section's number for a section
  bool is_section = false;
  bool general = false;                 ///< what names no place of the draft
  std::vector<TableCell> cells;         ///< one for each group
  std::vector<std::size_t> unprompted;  ///< indices into Attribution::edits: nobody asked for them
};

struct NegotiationTable {
  std::string from_label, to_label;
  std::vector<std::string> groups;  ///< in the order of the comments
  std::vector<TableRow> rows;       ///< in the order of the earlier draft, added items where they stand; last what is general
  std::vector<FateTally> totals;    ///< one for each group
  std::size_t unprompted = 0;       ///< edits that nobody asked for
};

/// Whether a proposal belongs to an earlier round: it is on an earlier draft, and nothing of this comparison came of it.
bool is_settled_before(const std::vector<CommentOn>& comments, const FatedProposal& fated);

/// The table of an attribution, without what `is_settled_before`. `only`: the one group that is shown; empty: all. A proposal by
/// several groups counts for each.
NegotiationTable negotiation_table(const Document& from, const Document& to, const DocumentDiff& changes,
                                   const std::vector<CommentOn>& comments, const Attribution& attribution,
                                   const std::string& only = {});

}  // namespace travaux
