// Who makes up a round: draws edits that could happen, and keeps those whose truth a reader could find.
//
// Not drawn, because nobody could be blamed for another answer:
//   - an item reduced to a bare number that neither cites anything nor has points: text tells items, a number never does;
//   - siblings that change places where it depends on which tokens are counted, or where none weighs less, which of them moved;
//   - an instrument gone here and come there with passages that resemble each other without being the same; a citation moved and
//     reworded at once: both depend on a threshold that nobody is told;
//   - two citations of one instrument under one item, unless their passages have little in common;
//   - items that could be exchanged, or taken for another's rewording (`decidable.h`);
//   - a single article's paragraph that gets a sibling, and the reverse: whether its number changed;
//   - divisions of items with points or a status line, and of preambular paragraphs: what becomes of those;
//   - a status line in a text without numbers, where it is a paragraph like any other.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "negotiations/base.h"
#include "negotiations/operation.h"
#include "negotiations/random.h"
#include "negotiations/truth.h"
#include "negotiations/words.h"

namespace travaux::negotiations {

enum class Stratum { kLight, kHeavy };
std::string_view name_of(Stratum stratum);

/// One round: two texts and what lies between them.
struct Round {
  Text before, after;
  Plan plan;
  Truth truth;
};

/// Draws a round on a base. The same arguments give the same round, everywhere.
Round draw_round(const Base& base, const Lexicon& words, Stratum stratum, std::uint64_t seed);

/// An operation on one target.
inline Operation operation(Kind kind, Id target, const char* why = "") {
  Operation made;
  made.kind = kind;
  made.target = target;
  made.why = why;
  return made;
}

inline Operation rewording(const Item& item, const std::string& to, const char* why) {
  Operation made = operation(Kind::kReword, item.id, why);
  made.from = item.text;
  made.to = to;
  return made;
}

/// Draws operations one after another; an idea that does not fit (no place for it, or no reader could tell) is dropped.
class Planner {
 public:
  Planner(const Base& base, const Lexicon& words, Random& random, Text before)
      : base_(base), words_(words), random_(random), before_(std::move(before)), now_(before_) {}

  using Idea = std::vector<Operation> (Planner::*)();

  void light();
  void heavy();
  Plan finish();

 private:
  // Plays the operations if they can be played and the truth stays decidable; marks `ids` as touched. Whether it did.
  bool attempt(const std::vector<Operation>& operations, const std::vector<Id>& ids);
  // Draws from a weighted list of ideas until `count` of them were taken up.
  struct Weighted {
    Idea idea;
    std::size_t weight;
  };
  void draw(const std::vector<Weighted>& ideas, std::size_t count);

  std::vector<Where> untouched(std::size_t least_words = 0) const;
  std::optional<Where> pick_item(std::size_t least_words = 0);
  const Section* pick_section(bool with_heading);
  bool is_preamble(Id id) const;
  bool is_new(const std::string& text) const;
  std::string fresh_item(bool preamble);
  Item new_item(const std::string& text);
  Citation new_citation(const Item& under);
  Passage new_passage();
  std::size_t spare_items(const Section& section) const;
  std::optional<CitationSeat> pick_citation();

  // Each returns the operations of one edit, none where it finds no place for it.
  std::vector<Operation> reword(Reworded (*how)(const std::string&, const Lexicon&, Random&), const char* why);
  std::vector<Operation> insert(), strike(), swap(), number(), brackets(), editorial();
  std::vector<Operation> status();
  std::vector<Operation> add_item(), remove_item(), move_within(), move_across(), add_point(), move_point();
  std::vector<Operation> retitle(), reword_section(), add_section(), remove_section();
  std::vector<Operation> split(), merge();
  std::vector<Operation> add_citation(), remove_citation(), move_citation(), relabel(), locate(), reorder();
  std::vector<Operation> reword_passage(), tidy_passage(), unquote(), add_passage(), remove_passage(), paraphrase();

  std::vector<Operation> rewrite_half(), move_and_rewrite(), borrowed(), twin(), empty_out(), replaced_number(),
      similar_elsewhere();
  std::vector<Operation> swap_sections(), retitle_and_move(), split_reworded(), merge_reworded(), twice_cited(), promote_point();
  std::vector<Operation> split_with(bool reworded), merge_with(bool reworded);

  const Base& base_;
  const Lexicon& words_;
  Random& random_;
  Text before_, now_;
  Plan plan_;
  std::set<Id> touched_;
  std::set<std::string> used_;
  std::vector<Id> targets_;  ///< what the idea drawn last touches
};

}  // namespace travaux::negotiations
