// Who draws a round of wishes: what groups ask for on a draft, what the chair makes of it, and what it does unasked.
//
// So that a careful reader would come to the same answer:
//   - edits of words in one item stand seven words apart, on words that occur once in it; an item that is reworded as a whole,
//     moved, taken out or newly put in has no other edit;
//   - the phrases asked for share no word of content with each other (words/asks-*.txt) nor with the drafts, but for the stock
//     phrases, which are there to be shared;
//   - what a chair makes of a phrase keeps most of its words of content;
//   - words asked to go are either taken out or left, never replaced by others: whose that would be is open;
//   - items are added, moved and taken out only where `decidable.h` and `truth.h` leave no other reading; splits and merges,
//   preambles and
//     points are left out of that.
#pragma once

#include "negotiations/base.h"
#include "negotiations/phrases.h"
#include "negotiations/random.h"
#include "negotiations/requests.h"
#include "negotiations/words.h"

namespace travaux::negotiations {

/// Draws a round on a base. The same arguments give the same round, everywhere.
AskedRound draw_asked_round(const Base& base, const Lexicon& words, const Phrases& phrases, std::uint64_t seed);

class AskPlanner {
 public:
  AskPlanner(const Base& base, const Lexicon& words, const Phrases& phrases, Random& random);
  AskedRound draw();

 private:
  using Place = std::optional<Wanted>;

  void structure();
  void words_inside();
  void add(Treatment treatment), remove(Treatment treatment), move(Treatment treatment), retitle(Treatment treatment);
  void cite(Treatment treatment), uncite(Treatment treatment), reword(Treatment treatment), passage(Treatment treatment);
  void in_words(Treatment treatment);
  void stock_phrase(), elsewhere(), in_part(), competing();

  // A place for words, which is then taken: a gap, or a stretch that is to go. Nothing where there is none left.
  Place gap(const Section* not_in = nullptr);
  Place stretch();
  Place stretch_of_passage();
  Place place_for(Act act) { return act == Act::kInsert ? gap() : stretch(); }
  bool is_free(Id item, std::size_t first, std::size_t last) const;
  std::vector<std::string> phrase(const std::string& kind);

  const std::string& group() { return random_.pick(round_.groups); }
  // Writes a wish down; its index.
  std::size_t ask(const std::string& by, const Wanted& wanted, Treatment treatment, std::set<ProposalFate> fates);
  void make(const Wanted& wanted, Treatment treatment, std::vector<std::size_t> asked);
  // Asks for it and makes it, or one of the two, as verbatim, refused, joint and unprompted have it.
  void settle(const Wanted& wanted, Treatment treatment);
  // Whether the change leaves the text decidable with all that was made before.
  bool decidable_with(const Wanted& wanted) const;
  std::vector<Where> items() const;
  bool can_lose(const Where& where) const;
  Id name() { return ++last_id_; }

  const Base& base_;
  const Lexicon& words_;
  const Phrases& phrases_;
  Random& random_;
  AskedRound round_;
  Id last_id_;
  std::set<Id> touched_;  ///< items without further edits, and sections
  std::set<Id> anchors_;  ///< items behind which others come to stand: they stay where they are
  std::set<std::string> used_;
  std::map<Id, std::vector<std::pair<std::size_t, std::size_t>>> taken_;  ///< words of an item, first and last
};

}  // namespace travaux::negotiations
