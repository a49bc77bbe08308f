// What attribution works on: two drafts, what changed between them, and what was asked for, all as words.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "attribute/vocabulary.h"
#include "travaux/attribute.h"

namespace travaux {

/// One text of a draft: an item's own, a section's heading, a passage, …
struct FieldKey {
  Field field = Field::kItem;
  Place place;
  auto order() const { return std::tie(field, place.section, place.item, place.citation, place.passage); }
  friend bool operator<(const FieldKey& a, const FieldKey& b) { return a.order() < b.order(); }
  friend bool operator==(const FieldKey& a, const FieldKey& b) { return a.order() == b.order(); }
};

struct PlaceLess {
  bool operator()(const Place& a, const Place& b) const {
    return std::tie(a.section, a.item, a.citation, a.passage) < std::tie(b.section, b.item, b.citation, b.passage);
  }
};

/// The text that a key names; empty where the draft has none there.
std::string_view text_at(const Document& document, const FieldKey& key);

/// Words [begin, end) of a text of the earlier draft, replaced by others.
struct Stretch {
  std::size_t begin = 0, end = 0;
  Words removed, inserted;
  Span to_span;  ///< bytes of the later text; of a wish, of the text as it would be
};

/// An edit of the list, as words. Passages and headings have a stretch for each of their word edits.
struct EditWords {
  std::optional<FieldKey> key;     ///< the text of the earlier draft; empty: a whole item, section, citation or passage
  std::optional<FieldKey> to_key;  ///< that of the later draft
  std::vector<Stretch> stretches;
  EditClass edit_class = EditClass::kSubstantive;
  std::vector<std::string> printed = {};  ///< the names that the later draft prints in brackets around the words that came
  bool all_printed = false;               ///< nearly all of them stand in such brackets
};

/// One change of words that a proposal wants, in its smallest form.
struct Wish {
  FieldKey key;
  Stretch stretch;
  std::size_t alternative = 0;  ///< of wishes with one number all are meant; of several numbers one is
};

/// A proposal, ready to be compared.
struct Request {
  ProposalRef ref;
  const Proposal* proposal = nullptr;
  std::vector<std::string> by;
  std::vector<Wish> wishes;
  std::set<WordId> terms;    ///< all terms of content of the words it wants to come
  std::vector<Words> texts;  ///< whole texts that it puts forward: of an addition, a rewording, the parts of a split
  bool stands = true;        ///< can be a source: neither withdrawn, nor a remark, nor fulfilled before
  bool fulfilled = false;    ///< in the earlier draft already
  Proposal carried;          ///< the proposal as it is placed in `from`, where it is on an earlier draft
};

/// What became of an item of the earlier draft, or what an item of the later one was.
struct Counterparts {
  std::vector<Place> places;
  std::size_t entry = 0;  ///< index into DocumentDiff::items
};

struct Matter {
  Matter(const Document& a, const Document& b, const DocumentDiff& diff, const AttributeOptions& opts);

  const Document& from;
  const Document& to;
  const DocumentDiff& changes;
  const AttributeOptions& options;
  Vocabulary vocabulary;
  std::map<Place, Counterparts, PlaceLess> to_of, from_of;  ///< by item; empty `places`: it went or came
  std::map<std::size_t, std::size_t> section_to, section_from;
  std::map<std::string, Place> from_items, to_items;  ///< by address
  std::vector<AttributedEdit> edits;
  std::vector<EditWords> words;  ///< one for each edit
  std::vector<Request> requests;

  const std::string& address_from(const Place& item) const { return item_at(from, item).address; }
  /// The item that a place lies in, without citation and passage.
  static Place item_of(const Place& place) { return {place.section, place.item, {}, {}}; }
  const ItemDiff& entry_of(const AttributedEdit& edit) const { return changes.items[*edit.item]; }
};

// edits.cpp

/// Lists every edit of a comparison, with its words. Sets `edits` and `words`.
void list_edits(Matter& matter);

// requests.cpp

/// Makes requests of the proposals, those on earlier drafts carried to `from`. Sets `requests`.
void list_requests(Matter& matter, const std::vector<CommentOn>& comments);

/// The edits from one text to another as stretches of words.
std::vector<Stretch> stretches_of(Vocabulary& vocabulary, std::string_view from, std::string_view to,
                                  const std::vector<Edit>& edits);

// carry.cpp

/// A proposal on an earlier draft as it would be on `from`: places by what became of the items, words by what became of them.
Proposal carry(const Proposal& proposal, const Document& earlier, const Document& from, const DocumentDiff& since);

// claims.cpp, for edits of words; items.cpp and citations.cpp, for whole items, sections and citations

/// Adds the sources of each edit of words.
void trace_words(Matter& matter);
void trace_items(Matter& matter);
void trace_citations(Matter& matter);

// printed.cpp

/// Finds the names that the later draft prints in brackets of its own ("[North America: voluntary]"); the brackets and names are
/// no words that anybody could have asked for.
void find_printed(Matter& matter, const std::vector<CommentOn>& comments);
/// Groups named so are sources before all others.
void trace_printed(Matter& matter);

// fates.cpp

/// What became of each request; in the order of the proposals of `comments`.
std::vector<FatedProposal> fates_of(Matter& matter, const std::vector<CommentOn>& comments);

// competing.cpp

/// Lists for each proposal the others that want other words in the same place, or a paragraph out that it wants in. `proposals`
/// are those of `matter.requests`, in their order.
void list_competing(const Matter& matter, std::vector<FatedProposal>& proposals);

// rulings.cpp

/// Obeys the rulings, and notes those that fit nothing.
void obey_before_fates(Matter& matter, const std::vector<CommentOn>& comments, const std::vector<Ruling>& rulings,
                       std::vector<Diagnostic>& notes);
void obey_on_fates(const Matter& matter, const std::vector<CommentOn>& comments, const std::vector<Ruling>& rulings,
                   std::vector<FatedProposal>& proposals, std::vector<Diagnostic>& notes);

}  // namespace travaux
