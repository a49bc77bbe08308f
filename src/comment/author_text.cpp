#include "comment/author_text.h"

#include <algorithm>

namespace travaux {
namespace {

/// What of the accepted text an author's copy lacks, and what stands there again.
struct Undoing {
  std::vector<Span> skipped;                                   ///< others' insertions, apart and in order
  std::vector<std::pair<std::size_t, std::string_view>> back;  ///< others' deletions, and own words that others struck, in order
};

Undoing undo_others(const std::vector<Revision>& revisions, const std::string& author) {
  Undoing undoing;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    const Revision& revision = revisions[i];
    const bool own = !author.empty() && revision.author == author;
    if (was_struck(revisions, i)) {  // its deletion, which comes next, is of words that only this author's copy has
      if (own) undoing.back.emplace_back(revision.span.begin, revision.text);
      ++i;
      continue;
    }
    if (own) continue;
    if (revision.kind == Revision::Kind::kInsertion) {
      undoing.skipped.push_back(revision.span);
    } else {
      undoing.back.emplace_back(revision.span.begin, revision.text);
    }
  }
  std::sort(undoing.skipped.begin(), undoing.skipped.end(),
            [](const Span& a, const Span& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
  std::vector<Span> apart;
  for (const Span& span : undoing.skipped) {
    if (!apart.empty() && span.begin < apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  undoing.skipped = std::move(apart);
  std::stable_sort(undoing.back.begin(), undoing.back.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return undoing;
}

}  // namespace

bool was_struck(const std::vector<Revision>& revisions, std::size_t index) {
  if (index + 1 >= revisions.size()) return false;
  const Revision& come = revisions[index];
  const Revision& gone = revisions[index + 1];
  return come.kind == Revision::Kind::kInsertion && gone.kind == Revision::Kind::kDeletion && come.span.empty() &&
         !come.text.empty() && come.span == gone.span && come.text == gone.text && come.author != gone.author;
}

std::size_t AuthorText::accepted(std::size_t at) const {
  auto after = std::upper_bound(stretches.begin(), stretches.end(), at, [](std::size_t a, const auto& s) { return a < s.first; });
  if (after == stretches.begin()) return 0;
  const auto& [own, there] = *std::prev(after);
  const std::size_t most = after == stretches.end() ? std::string::npos : after->second;
  return std::min(there + (at - own), most);
}

AuthorText text_of_author(std::string_view accepted, const std::vector<Revision>& revisions, const std::string& author) {
  const Undoing undoing = undo_others(revisions, author);
  AuthorText result;
  std::size_t at = 0;
  const auto copy_to = [&](std::size_t end) {
    end = std::min(end, accepted.size());
    if (end <= at) return;
    result.stretches.emplace_back(result.text.size(), at);
    result.text += accepted.substr(at, end - at);
    at = end;
  };
  auto skip = undoing.skipped.begin();
  const auto skip_before = [&](std::size_t place) {
    for (; skip != undoing.skipped.end() && skip->begin < place; ++skip) {
      copy_to(skip->begin);
      at = std::max(at, skip->end);
    }
  };
  for (const auto& [place, words] : undoing.back) {
    skip_before(place);
    if (at > place) continue;  // deleted out of an insertion that is undone too
    copy_to(place);
    result.stretches.emplace_back(result.text.size(), at);
    result.text += words;
  }
  skip_before(accepted.size() + 1);
  copy_to(accepted.size());
  return result;
}

std::vector<std::string> authors_of(const std::vector<Revision>& revisions) {
  std::vector<std::string> authors;
  for (const Revision& revision : revisions) {
    if (std::find(authors.begin(), authors.end(), revision.author) == authors.end()) authors.push_back(revision.author);
  }
  return authors;
}

}  // namespace travaux
