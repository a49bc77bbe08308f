// The words of the negotiation table in every format.
#pragma once

#include <string>
#include <vector>

#include "travaux/report.h"

namespace travaux::report {

/// "2.1", "2.1 → 2.2", "2.1 (gone)", "2.4 (new)", "section 4", "general".
std::string row_name(const TableRow& row);

/// "2 asked: 1 accepted, 1 not taken up"; "support", "reservation" or "remark" where nothing is asked; empty for an empty cell.
std::string cell_words(const TablePapers& papers, const TableCell& cell);

/// "5 asked: 3 accepted, 1 in part, 1 not taken up".
std::string tally_words(const FateTally& tally);

/// "3. replace: In paragraph 2.1, …": a proposal as its comment has it.
std::string proposal_words(const Proposal& proposal);

/// "accepted"; with a comma and the reason where there is one. Of support and the like, what it is.
std::string fate_words(const TablePapers& papers, const FatedProposal& fated);

/// The addresses of a row in the two drafts, as a table has them: "section 4", "general"; empty: not there.
std::pair<std::string, std::string> places_of(const TableRow& row);

/// Edits in words, each once: "edited: “old” → “new” / added: …".
std::string changes_words(const TablePapers& papers, std::vector<std::size_t> edits);

/// Whether it is read by people and nothing became of it: no ruling gave it a fate.
bool is_remark(const FatedProposal& fated, const Proposal& proposal);

const Proposal& proposal_of(const TablePapers& papers, const FatedProposal& fated);

/// The proposals of a group in the order of its comments, remarks last: indices into Attribution::proposals.
std::vector<std::size_t> proposals_by(const TablePapers& papers, const std::string& group);

/// "2.1: “old” → “new”": an edit that nobody asked for.
std::string edit_words(const AttributedEdit& edit);

}  // namespace travaux::report
