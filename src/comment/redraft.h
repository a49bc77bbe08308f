// A redraft as proposals: what its difference from the draft asks for.
#pragma once

#include <string>
#include <vector>

#include "travaux/comment.h"
#include "travaux/diff.h"

namespace travaux {

struct RedraftOptions {
  std::vector<std::string> by;
  /// It reproduces only some paragraphs of the draft: what it lacks is not asked to go.
  bool excerpt = false;
};

/// The two, with their instruments resolved together; the draft keeps the ids it has where it has any.
struct Compared {
  Document draft, other;
  DocumentDiff changes;
};
Compared compare_with(const Document& draft, Document other, const Registry& registry);

/// Proposals, placed, in the order of the redraft's lines; without numbers. No proposals: typography, numbers that follow from
/// others, status lines, the text before the first section (title, covering note, version line) but for its paragraphs that the
/// draft has in other words.
std::vector<Proposal> redraft_proposals(const Compared& compared, const RedraftOptions& options);

/// Numbers proposals in their order: "1", "2", …
void number_proposals(std::vector<Proposal>& proposals);

/// Edits of a text where an opening and a closing bracket were put in (or taken out, with a name) one after the other as one edit
/// of what stands between.
std::vector<Edit> join_brackets(std::vector<Edit> edits, std::string_view from);

/// A word edit of one text of the draft as a proposal: insert, delete or replace, or bracket and unbracket where nothing but
/// brackets changed.
Proposal word_proposal(const Edit& edit, Field field, const Place& place, std::string_view text);

/// Of the proposals on `text` from the `first` on: one to strike "[" and one to strike the "]" that closes it become one, to lift
/// the brackets.
void join_lifted(std::vector<Proposal>& proposals, std::size_t first, std::string_view text);

}  // namespace travaux
