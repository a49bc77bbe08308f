// A marked-up copy as one author left it: that author's changes made, all others undone.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "travaux/read.h"

namespace travaux {

struct AuthorText {
  std::string text;
  /// Where stretches begin: (in `text`, in the text with all changes accepted), increasing in both.
  std::vector<std::pair<std::size_t, std::size_t>> stretches;

  /// The place in the accepted text of a place in this one.
  std::size_t accepted(std::size_t at) const;
};

/// An insertion that another author struck: its words are in neither text, the deletion of them is the next revision.
bool was_struck(const std::vector<Revision>& revisions, std::size_t index);

/// `author` empty: nobody's changes, the text before them. Linear, but for sorting.
AuthorText text_of_author(std::string_view accepted, const std::vector<Revision>& revisions, const std::string& author);

/// The authors of the revisions, in the order of the text.
std::vector<std::string> authors_of(const std::vector<Revision>& revisions);

}  // namespace travaux
