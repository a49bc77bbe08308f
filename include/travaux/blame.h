// Word by word, the draft that brought each word in, and who had asked for it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "travaux/attribute.h"
#include "travaux/diff.h"
#include "travaux/model.h"

namespace travaux {

/// A draft of a chain: what it says, what it was made from, who tabled it, and who had asked for the edits that made it.
struct BlameDraft {
  const Document* document = nullptr;
  std::string label;
  std::string by;                            ///< who tabled it; empty: not said
  std::optional<std::size_t> base;           ///< index of the draft it was made from; empty: as tabled
  const DocumentDiff* changes = nullptr;     ///< from the base; null for the first
  const Attribution* attribution = nullptr;  ///< of those changes; null: nobody is credited
};

/// Words that came in together.
struct BlameRun {
  std::string text;             ///< the runs of a text joined are that text
  std::size_t draft = 0;        ///< index of the draft that brought them in
  bool as_tabled = false;       ///< they stood in the first draft
  std::vector<std::string> by;  ///< the groups that had asked for them, or who tabled the draft
  bool asked = false;           ///< `by` are groups that had asked, not who tabled it
};

struct BlameText {
  std::string address;  ///< of the item; a section's number (heading where it has none)
  Place place;
  bool is_section = false;  ///< a section's heading and own text
  std::vector<BlameRun> runs;
};

struct Blame {
  std::vector<BlameText> texts;  ///< every item (and section heading) of the draft, in order
  std::optional<std::string> degraded;
};

/// Blames the words of `drafts[draft]`. Words struck and brought back are credited to the draft that first had them. Linear in
/// the words of the chain.
///
/// A word stays where `diff` reports no edit of it, and where it stands unchanged between the changed words of one edit; in a new
/// case it is a new word. Words are brought back where their text (or what it was divided from or joined from) had lost the same
/// words, in order: near the place, a run with a word of content, or exactly there function words alone; elsewhere in the text, a
/// run of four words, or all that an edit put in, with two words of content. An item that went and stands again (as `trace` knows
/// it) goes on from where it was. Words of a division itself, that `diff` calls seams, are new. Preconditions:
/// `resolve_instruments` was called on all documents together; `changes` are those of the documents (a draft that has a base and
/// no changes is compared here); `draft` is an index into `drafts`.
Blame blame(const std::vector<BlameDraft>& drafts, std::size_t draft);

}  // namespace travaux
