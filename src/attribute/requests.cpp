// Proposals as requests: what each wants, in its smallest form and in the earlier draft's own words.
//
// A rewording that keeps most of a text wants only what it changes: the text as it would be is compared with the text as it
// stands by the differ itself, so that what is wanted and what was done are cut in the same manner.
#include <algorithm>

#include "attribute/matter.h"

namespace travaux {
namespace {

using Texts = std::map<FieldKey, std::vector<WantedEdit>>;

/// Whether a byte begins something that a space separates from the word before it: a letter, a figure, an opening mark.
bool begins_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '(' || c == '[';
}

/// A text with changes made to it; changes that overlap an earlier one are left out. Words put in are kept apart from their
/// neighbours.
std::string applied(std::string_view text, std::vector<WantedEdit> wanted) {
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const WantedEdit& a, const WantedEdit& b) { return a.span.begin < b.span.begin; });
  std::string result;
  std::size_t at = 0;
  const auto apart = [&](std::string_view next) {
    const bool open =
        result.empty() || result.back() == ' ' || result.back() == '\n' || result.back() == '[' || result.back() == '(';
    if (!open && !next.empty() && begins_word(next.front()) && result.back() != '-') result += ' ';
  };
  for (const WantedEdit& edit : wanted) {
    if (edit.span.begin < at || edit.span.end > text.size() || edit.span.begin > edit.span.end) continue;
    result += text.substr(at, edit.span.begin - at);
    at = edit.span.end;
    if (edit.span.empty() && !edit.text.empty() && edit.text != "[") apart(edit.text);
    result += edit.text;
    if (edit.span.empty() && !edit.text.empty() && begins_word(edit.text.back())) apart(text.substr(at));
  }
  return result + std::string(text.substr(at));
}

constexpr std::size_t kSurroundings = 1024;  // bytes on each side of a change that are compared with it

/// The stretch of a text around changes, cut between words; the whole text where the changes reach outside it.
Span surroundings(std::string_view text, const std::vector<WantedEdit>& edits) {
  Span near{text.size(), 0};
  for (const WantedEdit& edit : edits) {
    if (edit.span.begin > edit.span.end || edit.span.end > text.size()) return {0, text.size()};
    near = {std::min(near.begin, edit.span.begin), std::max(near.end, edit.span.end)};
  }
  if (near.begin > near.end) return {0, text.size()};
  near.begin = near.begin > kSurroundings ? text.rfind(' ', near.begin - kSurroundings) : 0;
  near.end = text.size() - near.end > kSurroundings ? text.find(' ', near.end + kSurroundings) : text.size();
  return {near.begin == std::string_view::npos ? 0 : near.begin, std::min(near.end, text.size())};
}

class Asking {
 public:
  Asking(Matter& matter, Request& request) : m_(matter), request_(request), p_(*request.proposal) {}

  void run() {
    if (!p_.wanted.empty()) {
      p_.alternatives ? take_alternatives() : take_all();
    } else if (p_.asks == Ask::kReword || p_.asks == Ask::kMerge || p_.asks == Ask::kSplit || p_.asks == Ask::kRetitle) {
      take_whole_texts();
    }
    take_texts();
    for (const Words& text : request_.texts) take_terms(text);
    for (const Wish& wish : request_.wishes) take_terms(wish.stretch.inserted);
  }

 private:
  void want(const FieldKey& key, const std::string& wanted, std::size_t alternative) {
    const std::string_view text = text_at(m_.from, key);
    for (Stretch& stretch : stretches_of(m_.vocabulary, text, wanted, diff_words(text, wanted)))
      request_.wishes.push_back({key, std::move(stretch), alternative});
  }

  /// What single changes make of a text. Of a long text only the words around them are compared: the rest stands on both sides,
  /// and thousands of requests on one line stay linear.
  void want_edits(const FieldKey& key, const std::vector<WantedEdit>& edits, std::size_t alternative) {
    const std::string_view text = text_at(m_.from, key);
    const Span near = surroundings(text, edits);
    if (near.size() == text.size()) return want(key, applied(text, edits), alternative);
    std::vector<WantedEdit> shifted = edits;
    for (WantedEdit& edit : shifted) edit.span = {edit.span.begin - near.begin, edit.span.end - near.begin};
    const std::string wanted = applied(near.of(text), std::move(shifted));
    const std::size_t before = m_.vocabulary.tokens_before(text, near.begin);
    for (Stretch& stretch : stretches_of(m_.vocabulary, near.of(text), wanted, diff_words(near.of(text), wanted))) {
      stretch.begin += before;
      stretch.end += before;
      stretch.to_span = {stretch.to_span.begin + near.begin, stretch.to_span.end + near.begin};
      request_.wishes.push_back({key, std::move(stretch), alternative});
    }
  }

  void take_all() {
    Texts texts;
    for (const WantedEdit& edit : p_.wanted) texts[{edit.field, edit.place}].push_back(edit);
    for (const auto& [key, edits] : texts) want_edits(key, edits, 0);
  }

  /// One of several is meant; a pair of brackets belongs together.
  void take_alternatives() {
    const bool pairs = p_.wanted.size() % 2 == 0 && (p_.asks == Ask::kBracket || p_.asks == Ask::kUnbracket) &&
                       p_.wanted.front().span.size() <= 1;
    const std::size_t size = pairs ? 2 : 1;
    for (std::size_t k = 0; k + size <= p_.wanted.size(); k += size) {
      const std::vector<WantedEdit> edits(p_.wanted.begin() + static_cast<std::ptrdiff_t>(k),
                                          p_.wanted.begin() + static_cast<std::ptrdiff_t>(k + size));
      const FieldKey key{edits.front().field, edits.front().place};
      want_edits(key, edits, k / size + 1);
    }
  }

  /// A whole text by another, where the comment gives no single changes.
  void take_whole_texts() {
    std::string wanted = p_.new_words;
    if (p_.asks == Ask::kSplit) {
      wanted.clear();
      for (const std::string& part : p_.parts) wanted += (wanted.empty() ? "" : "\n") + part;
    }
    if (wanted.empty()) return;
    for (const Target& target : p_.targets) {
      if (!target.place) continue;
      const Field field = p_.asks == Ask::kRetitle ? Field::kHeading
                          : target.is_section      ? Field::kSection
                          : target.place->passage  ? Field::kPassage
                          : target.place->citation ? Field::kCitation
                                                   : Field::kItem;
      want({field, *target.place}, wanted, 0);
    }
  }

  void take_terms(const Words& words) {
    for (const Word& word : words) {
      if (word.content && word.term != 0) request_.terms.insert(word.term);
    }
  }

  void take_texts() {
    if (!p_.new_words.empty()) request_.texts.push_back(m_.vocabulary.take(p_.new_words));
    for (const std::string& part : p_.parts) request_.texts.push_back(m_.vocabulary.take(part));
    if (p_.new_words.empty() && p_.parts.empty()) {
      for (const WantedEdit& edit : p_.wanted) {
        if (!edit.text.empty()) request_.texts.push_back(m_.vocabulary.take(edit.text));
      }
    }
  }

  Matter& m_;
  Request& request_;
  const Proposal& p_;
};

/// The proposals of comments on one earlier draft that this draft had taken up already.
std::vector<bool> fulfilled(const CommentOn& comment, const Document& from, const DocumentDiff& since) {
  std::vector<bool> done(comment.comment->proposals.size(), false);
  const Attribution then = attribute(*comment.earlier, from, since, {{comment.comment, nullptr, false}});
  for (const FatedProposal& fated : then.proposals) {
    if (fated.proposal.proposal < done.size() && fated.fate == ProposalFate::kAccepted &&
        comment.comment->proposals[fated.proposal.proposal].asks != Ask::kKeep)
      done[fated.proposal.proposal] = true;
  }
  return done;
}

}  // namespace

void list_requests(Matter& matter, const std::vector<CommentOn>& comments) {
  std::map<const Document*, DocumentDiff> since;
  std::size_t count = 0;
  for (const CommentOn& comment : comments) count += comment.comment->proposals.size();
  matter.requests.reserve(count);  // they point at their own carried proposals
  for (std::size_t c = 0; c < comments.size(); ++c) {
    const CommentOn& comment = comments[c];
    std::vector<bool> done(comment.comment->proposals.size(), false);
    if (comment.earlier != nullptr) {
      if (!since.contains(comment.earlier)) since[comment.earlier] = diff(*comment.earlier, matter.from);
      done = fulfilled(comment, matter.from, since[comment.earlier]);
    }
    for (std::size_t p = 0; p < comment.comment->proposals.size(); ++p) {
      const Proposal& proposal = comment.comment->proposals[p];
      Request& request = matter.requests.emplace_back();
      request.ref = {c, p};
      request.proposal = &proposal;
      // Of several groups' paper nobody knows who stands behind an anonymous bracket.
      request.by = proposal.by.empty() && comment.comment->by.size() == 1 ? comment.comment->by : proposal.by;
      if (comment.earlier != nullptr) {
        request.carried = carry(proposal, *comment.earlier, matter.from, since[comment.earlier]);
        request.proposal = &request.carried;
      }
      request.fulfilled = done[p];
      request.stands = !comment.withdrawn && !done[p] && has_fate(proposal.asks) && proposal.asks != Ask::kKeep;
      if (request.stands) Asking(matter, request).run();
    }
  }
}

}  // namespace travaux
