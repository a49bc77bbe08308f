// Two small drafts, comments whose proposals are placed by hand, and who is credited with what.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <vector>

#include "support/texts.h"
#include "travaux/attribute.h"

namespace travaux::testing {

/// A plan of two sections whose items are told apart easily.
inline const std::string kPlan =
    "PLAN OF ACTION\n\n"
    "1. Coordination of Law Enforcement\n\n"
    "1.1 Establish protocols for coordinated action by police forces in matters necessitating transnational law enforcement.\n\n"
    "1.2 Create a hemispheric network of specialized centers that analyze data on homicides, robbery and kidnapping.\n\n"
    "1.3 Review the training programs of border guards and publish the results every three years, where appropriate.\n\n"
    "2. Prevention of Violence\n\n"
    "2.1 Develop comprehensive policies with legal frameworks and sustainable programs for the prevention of juvenile "
    "delinquency.\n\n"
    "2.2 Promote the participation of municipal councils, churches and universities in neighborhood mediation.\n\n"
    "2.3 Each Member State shall submit its annual survey of prison overcrowding by December 31, 2013, through the "
    "Secretariat.\n";

class Negotiation {
 public:
  explicit Negotiation(std::string from = kPlan) : from_text_(from), to_text_(from), from_(document(from)) {
    resolve_instruments({&from_}, built_in_registry());
  }

  const Document& from() const { return from_; }
  const Document& to() const { return to_; }
  std::string& to_text() { return to_text_; }

  /// Changes the later draft; the words must stand in it once.
  Negotiation& edit(const std::string& old_words, const std::string& new_words) {
    const std::size_t at = to_text_.find(old_words);
    EXPECT_NE(at, std::string::npos) << old_words;
    EXPECT_EQ(to_text_.find(old_words, at + 1), std::string::npos) << old_words << " stands twice";
    to_text_.replace(at, old_words.size(), new_words);
    return *this;
  }

  /// A proposal of a group on an item, placed but without wanted words.
  Proposal& ask(const std::string& by, Ask asks, const std::string& address = {}) {
    Comment& comment = comment_of(by);
    Proposal& proposal = comment.proposals.emplace_back();
    proposal.number = std::to_string(comment.proposals.size());
    proposal.by = {by};
    proposal.asks = asks;
    proposal.placed = true;
    if (!address.empty()) proposal.targets.push_back(target(address));
    return proposal;
  }

  Target target(const std::string& address) const {
    Target found;
    found.printed = "paragraph " + address;
    found.address = address;
    for_each_item(from_, [&](const Item& item, const Place& place) {
      if (item.address == address) found.place = place;
    });
    for (std::size_t s = 0; s < from_.sections.size() && !found.place; ++s) {
      if (from_.sections[s].number != address) continue;
      found.place = Place{s, {}, {}, {}};
      found.is_section = true;
    }
    EXPECT_TRUE(found.place.has_value()) << address;
    return found;
  }

  /// Words of an item by others; empty `old_words`: `new_words` after `anchor`.
  Proposal& replace(const std::string& by, const std::string& address, const std::string& old_words,
                    const std::string& new_words) {
    Proposal& proposal = ask(by, new_words.empty() ? Ask::kDelete : Ask::kReplace, address);
    proposal.old_words = old_words;
    proposal.new_words = new_words;
    want(proposal, old_words, new_words);
    return proposal;
  }
  Proposal& remove_words(const std::string& by, const std::string& address, const std::string& words) {
    return replace(by, address, words, "");
  }
  Proposal& insert(const std::string& by, const std::string& address, const std::string& anchor, const std::string& words) {
    Proposal& proposal = ask(by, Ask::kInsert, address);
    proposal.new_words = words;
    proposal.anchor = anchor;
    const std::string& text = item_at(from_, *proposal.targets[0].place).text;
    const std::size_t at = text.find(anchor) + anchor.size();
    EXPECT_NE(text.find(anchor), std::string::npos) << anchor;
    proposal.wanted.push_back({Field::kItem, *proposal.targets[0].place, {at, at}, " " + words});
    return proposal;
  }
  Proposal& add(const std::string& by, const std::string& words, const std::string& after = {}) {
    Proposal& proposal = ask(by, Ask::kAdd);
    proposal.new_words = words;
    if (!after.empty()) proposal.destination = target(after), proposal.where = Proposal::Where::kAfter;
    return proposal;
  }

  void want(Proposal& proposal, const std::string& old_words, const std::string& new_words) {
    const Place place = *proposal.targets[0].place;
    const std::size_t at = item_at(from_, place).text.find(old_words);
    ASSERT_NE(at, std::string::npos) << old_words;
    proposal.wanted.push_back({Field::kItem, place, {at, at + old_words.size()}, new_words});
  }

  Attribution run(const std::vector<Ruling>& rulings = {}, const AttributeOptions& options = {}) {
    to_ = document(to_text_);
    resolve_instruments({&from_, &to_}, built_in_registry());
    changes_ = diff(from_, to_);
    comments_.clear();
    for (const Comment& comment : given_) comments_.push_back({&comment, nullptr, withdrawn_ == comment.by[0]});
    return attribute(from_, to_, changes_, comments_, rulings, options);
  }

  void withdraw(const std::string& by) { withdrawn_ = by; }
  const DocumentDiff& changes() const { return changes_; }
  const std::deque<Comment>& comments() const { return given_; }
  std::vector<CommentOn> list() const { return comments_; }

 private:
  Comment& comment_of(const std::string& by) {
    for (Comment& comment : given_) {
      if (comment.by[0] == by) return comment;
    }
    Comment& comment = given_.emplace_back();
    comment.id = by + ".txt";
    comment.by = {by};
    return comment;
  }

  std::string from_text_, to_text_, withdrawn_;
  Document from_, to_;
  DocumentDiff changes_;
  std::deque<Comment> given_;
  std::vector<CommentOn> comments_;
};

/// "edited 1.1 [CARICOM verbatim; SICA adapted]" for each edit.
inline std::vector<std::string> credits(const Attribution& attribution) {
  std::vector<std::string> lines;
  for (const AttributedEdit& edit : attribution.edits) {
    std::string line = edit.change + " " +
                       (!edit.to_item.empty()     ? edit.to_item
                        : !edit.from_item.empty() ? edit.from_item
                                                  : edit.section) +
                       " [";
    for (std::size_t s = 0; s < edit.sources.size(); ++s)
      line += (s > 0 ? "; " : "") + edit.sources[s].by + " " + std::string(name_of(edit.sources[s].how));
    lines.push_back(line + "]");
  }
  return lines;
}

/// "CARICOM 1: accepted" for each proposal.
inline std::vector<std::string> fates(const Attribution& attribution, const Negotiation& negotiation) {
  std::vector<std::string> lines;
  for (const FatedProposal& fated : attribution.proposals) {
    const Comment& comment = negotiation.comments()[fated.proposal.comment];
    lines.push_back(comment.by[0] + " " + comment.proposals[fated.proposal.proposal].number.value_or("") + ": " +
                    std::string(name_of(fated.fate)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace travaux::testing
