// Laws: whatever words are asked for and taken up are credited, and whatever is changed unasked has no source.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <deque>
#include <set>

#include "attribute/support.h"

namespace travaux::testing {
namespace {

const Lines kNewWords = {"lighthouse",    "orchestra", "glacier",    "falconry", "porcelain",  "saffron",
                         "cartographers", "monsoon",   "beekeepers", "tapestry", "volcano",    "harpsichord",
                         "astronomers",   "quarry",    "windmills",  "marble",   "hurricanes", "lanterns",
                         "vineyards",     "submarine", "telescopes", "archives", "granite",    "botanists"};

struct Op {
  Span span;  ///< in the item's text
  std::string text;
};

/// Bytes of the words of a text from one word to another.
Span words_at(const std::string& text, std::size_t first, std::size_t count) {
  const std::vector<Token> tokens = tokenize(text);
  return {tokens[first].span.begin, tokens[first + count - 1].span.end};
}

/// An insertion, a replacement or a deletion of whole words inside a text, with words that no draft has.
Op random_op(const std::string& text, std::size_t& next_word) {
  const std::vector<Token> tokens = tokenize(text);
  const auto kind = *rc::gen::inRange(0, 3);
  const auto count = static_cast<std::size_t>(*rc::gen::inRange(1, 3));
  std::vector<std::size_t> places;  // words that stand between spaces
  for (std::size_t i = 1; i + 4 < tokens.size(); ++i) {
    const Span span = words_at(text, i, count);
    if (text[span.begin - 1] == ' ' && text[span.end] == ' ') places.push_back(i);
  }
  const std::size_t at = places[*rc::gen::inRange<std::size_t>(0, places.size())];
  std::string words;
  for (int k = *rc::gen::inRange(1, 4); k > 0 && kind < 2; --k)
    words += (words.empty() ? "" : " ") + kNewWords[next_word++ % kNewWords.size()];
  const Span span = words_at(text, at, count);
  if (kind == 0) return {{span.begin, span.begin}, words + " "};
  if (kind == 2) return {{span.begin, span.end + 1}, ""};
  return {span, words};
}

struct Round {
  Document from = resolved(march_7()), to = from;
  std::deque<Comment> comments;
  std::set<std::string> asked;  ///< items whose edits were asked for
  std::size_t next_word = 0;

  void ask(const Item& item, const Place& place, const Op& op, const std::string& by) {
    Comment& comment = comments.emplace_back();
    comment.id = by + std::to_string(comments.size());
    comment.by = {by};
    Proposal& proposal = comment.proposals.emplace_back();
    proposal.number = "1";
    proposal.asks = op.text.empty() ? Ask::kDelete : op.span.empty() ? Ask::kInsert : Ask::kReplace;
    proposal.placed = true;
    proposal.new_words = op.text;
    proposal.old_words = op.span.of(item.text);
    proposal.targets = {{"", item.address, false, place}};
    proposal.wanted = {{Field::kItem, place, op.span, op.text}};
  }

  void play() {
    std::vector<Place> places;
    for_each_item(from, [&](const Item& item, const Place& place) {
      if (tokenize(item.text).size() >= 14) places.push_back(place);
    });
    for (const Place& place : places) {
      const Item& item = item_at(from, place);
      const int fate = *rc::gen::inRange(0, 4);  // untouched, asked and done, done unasked, done while something else was asked
      if (fate == 0) continue;
      const Op op = random_op(item.text, next_word);
      Item& changed = to.sections[*place.section].items[place.item[0]];
      changed.text.replace(op.span.begin, op.span.size(), op.text);
      if (fate == 1) asked.insert(item.address), ask(item, place, op, "CARICOM");
      if (fate == 3)
        ask(item, place, {{item.text.size(), item.text.size()}, " " + kNewWords[next_word++ % kNewWords.size()]}, "SICA");
    }
  }
};

RC_GTEST_PROP(Laws, WhatWasAskedForIsCreditedAndWhatWasNotIsNot, ()) {
  Round round;
  round.play();
  const DocumentDiff changes = diff(round.from, round.to);
  std::vector<CommentOn> list;
  for (const Comment& comment : round.comments) list.push_back({&comment, nullptr, false});
  const Attribution found = attribute(round.from, round.to, changes, list);
  std::set<std::string> credited;
  std::set<std::pair<std::size_t, std::size_t>> by_edit, by_proposal;
  for (std::size_t e = 0; e < found.edits.size(); ++e) {
    for (const Source& source : found.edits[e].sources) by_edit.emplace(source.proposal->comment, e);
  }
  for (const AttributedEdit& edit : found.edits) {
    if (edit.target != EditTarget::kText) continue;
    const bool wanted = round.asked.contains(edit.from_item);
    RC_LOG() << edit.from_item << ": “" << edit.from << "” -> “" << edit.to << "”\n";
    if (!wanted) RC_ASSERT(edit.sources.empty());
    if (!wanted) continue;
    RC_ASSERT(edit.groups() == Lines{"CARICOM"});
    RC_ASSERT(edit.sources[0].how == How::kVerbatim);
    RC_ASSERT(list[edit.sources[0].proposal->comment].comment->proposals[0].targets[0].address == edit.from_item);
    credited.insert(edit.from_item);
  }
  RC_ASSERT(credited == round.asked);
  for (const FatedProposal& fated : found.proposals) {
    const Comment& comment = *list[fated.proposal.comment].comment;
    RC_ASSERT(fated.fate == (comment.by[0] == "CARICOM" ? ProposalFate::kAccepted : ProposalFate::kNotTakenUp));
    RC_ASSERT(fated.edits.empty() == (comment.by[0] != "CARICOM"));
    for (const std::size_t e : fated.edits) by_proposal.emplace(fated.proposal.comment, e);
  }
  RC_ASSERT(by_edit == by_proposal);  // sources and fates agree both ways
}

}  // namespace
}  // namespace travaux::testing
