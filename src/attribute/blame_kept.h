// Which words of a later text stood in the earlier one, by the edits that `diff` reports between the two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "attribute/blame_text.h"
#include "travaux/diff.h"

namespace travaux::blaming {

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// One side of an entry: a text, or the parts of a split or merge in the order in which the whole has their words.
class Side {
 public:
  /// Adds a part. `text` must outlive the side.
  void add(std::string address, TokenText text);

  /// The tokens, counted over all parts, that a span of a part's text holds. An empty span holds none.
  Range tokens_in(const std::string& address, Span span) const;

  std::size_t size() const { return size_; }
  const std::vector<std::size_t>& begins() const { return begins_; }  ///< first token of each part
  std::vector<TokenId> forms() const;                                 ///< of all parts
  bool begins_word(std::size_t token) const;                          ///< no word goes on over the place before it
  const std::vector<TokenText>& parts() const { return parts_; }

 private:
  std::vector<std::string> addresses_;
  std::vector<TokenText> parts_;
  std::vector<std::size_t> begins_;
  std::size_t size_ = 0;
};

/// An edit, or a seam (`edit` is kNone), as tokens of both sides.
struct Mark {
  Range from, to;
  std::size_t edit = kNone;
};

/// The edits of one list as marks.
void add_marks(const std::vector<Edit>& edits, bool seams, const Side& from, const Side& to, std::vector<Mark>& marks);

struct Kept {
  std::vector<std::size_t> from_of;  ///< by later token: the earlier token that it is; kNone: it is new
  std::vector<std::size_t> edit_of;  ///< by later token: the edit that it stands in; kNone: none, or a seam
};

/// Outside the marks the tokens of both sides are the same, in order. An edit is a phrase, and may hold words that stood there
/// before between words that are new: they stayed, but for parts of a word that changed ("well-known"). Linear but for the words
/// of edits, which are aligned.
Kept kept_words(const Side& from, const Side& to, const std::vector<Mark>& marks);

/// The new words of a text, cut where the edit changes.
std::vector<Range> new_stretches(const Kept& kept);

}  // namespace travaux::blaming
