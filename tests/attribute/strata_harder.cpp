// Strata that lead astray: the same words, marks or mandates, but not where, or not what, anybody asked for.
#include <algorithm>

#include "attribute/strata.h"

namespace travaux::testing {
namespace {

const Fates kYes = {ProposalFate::kAccepted}, kPart = {ProposalFate::kAcceptedInPart}, kNo = {ProposalFate::kNotTakenUp};

std::string quote(const std::string& words) { return "“" + words + "”"; }
std::string in(Stage& s, std::size_t id) { return "In paragraph " + s.address(id) + ", "; }

/// The place of a word: how many words stand before it.
std::size_t rank(const std::string& text, const std::string& words) {
  const std::string before = text.substr(0, text.find(words));
  return static_cast<std::size_t>(std::count(before.begin(), before.end(), ' '));
}

/// Two words of an item that stand apart by at least so many words.
std::pair<std::string, std::string> apart(Stage& s, std::size_t id, std::size_t least) {
  for (int tries = 0; tries < 60; ++tries) {
    const std::string a = s.words_of(id, 1), b = s.words_of(id, 1);
    if (a.empty() || b.empty()) break;
    const std::size_t x = rank(s.earlier(id).text, a), y = rank(s.earlier(id).text, b);
    if (x + least <= y) return {a, b};
  }
  return {};
}

void play_marks(Stage& s) {
  if (const auto id = s.take()) {
    const auto [a, b] = apart(s, *id, 2);
    if (a.empty()) return;
    const std::string by = s.group(), number = s.ask(by, in(s, *id) + "insert “,” after " + quote(a) + ".");
    s.put(*id, b, b + ",");
    s.expect("a comma elsewhere", *id, {}, false);
    s.expect_fate("a comma elsewhere", by, number, kNo);
  }
}

/// A wish granted, and in the same item a change that nobody asked for; or the same word, in another place of the item.
void play_beside(Stage& s) {
  if (const auto id = s.take(18)) {
    const auto [a, b] = apart(s, *id, 5);
    if (a.empty()) return;
    const std::string by = s.group(), words = "and " + s.phrase();
    const std::string number = s.ask(by, in(s, *id) + "insert " + quote(words) + " after " + quote(a) + ".");
    s.put(*id, a, a + " " + words);
    s.put(*id, b, "sculptors");
    const auto here = s.at(*id);
    s.expect_if("granted beside a change unasked",
                [=](const AttributedEdit& e) { return here(e) && e.to.find("sculptors") > 999; }, {by});
    s.expect_if("unasked beside a wish granted", [=](const AttributedEdit& e) { return here(e) && e.to.find("sculptors") < 999; },
                {});
    s.expect_fate("granted beside a change unasked", by, number, kYes);
  }
  if (const auto id = s.take(18)) {
    const auto [a, b] = apart(s, *id, 6);
    if (a.empty()) return;
    const std::string by = s.group(), words = s.phrase();
    s.ask(by, in(s, *id) + "insert " + quote("and " + words) + " after " + quote(a) + ".");
    s.put(*id, b, b + " and " + words.substr(0, words.find(' ')) + " sculptors");
    s.expect("half of the words, elsewhere in the item", *id, {});
  }
}

/// Words deleted where nobody asked, in an item that shares them with the one asked about.
void play_other_item(Stage& s) {
  const auto one = s.take(), other = s.take();
  if (!one || !other) return;
  const std::string a = s.words_of(*one, 2), b = s.words_of(*other, 2), words = s.phrase(), by = s.group();
  if (a.empty() || b.empty()) return;
  for (const auto& [id, anchor] : {std::pair(*one, a), std::pair(*other, b)}) {
    std::string& text = s.earlier(id).text;
    text.insert(text.find(anchor) + anchor.size(), " and " + words);
    s.later(id).text = text;
  }
  const std::string number = s.ask(by, in(s, *one) + "delete " + quote("and " + words) + ".");
  s.put(*other, " and " + words, "");
  s.expect("deleted in another item", *other, {});
  s.expect_fate("deleted in another item", by, number, kNo);
}

void play_numerals(Stage& s) {
  const std::vector<std::string> numbers = {"two", "three", "four", "five", "six", "thirty", "45", "60", "90"};
  const auto id = s.take();
  if (!id) return;
  const std::string a = s.words_of(*id, 2), by = s.group();
  if (a.empty()) return;
  const std::size_t k = s.random.below(numbers.size());
  const std::string now = numbers[k], asked = numbers[(k + 1) % numbers.size()], came = numbers[(k + 2) % numbers.size()];
  std::string& text = s.earlier(*id).text;
  text.insert(text.find(a) + a.size(), " every " + now + " seasons");
  s.later(*id).text = text;
  const std::string number = s.ask(by, in(s, *id) + "replace “every " + now + " seasons” with “every " + asked + " seasons”.");
  s.put(*id, "every " + now + " seasons", "every " + came + " seasons");
  s.expect("another number than asked", *id, {});
  s.expect_fate("another number than asked", by, number, kNo);
}

void play_sentences(Stage& s) {
  for (const bool granted : {true, false}) {
    const auto id = s.take();
    if (!id) return;
    const std::string by = s.group(), sentence = "The Secretariat shall send " + s.phrase() + " to " + s.phrase() + " at dawn.";
    const std::string number = s.ask(by, "At the end of paragraph " + s.address(*id) + ", add " + quote(sentence) + ".");
    std::string& text = s.later(*id).text;
    if (text.back() != '.') text += ".";
    text += " " + (granted ? sentence : "Sculptors of the Hemisphere may exhibit engravings without fee in every capital.");
    s.expect(granted ? "a sentence added" : "another sentence than asked", *id,
             granted ? std::set<std::string>{by} : std::set<std::string>{});
    s.expect_fate(granted ? "a sentence added" : "another sentence than asked", by, number, granted ? kYes : kNo);
  }
}

/// Two like paragraphs put forward, one of them taken.
void play_rival_items(Stage& s) {
  const auto near = s.take(1);
  if (!near) return;
  const auto [one, other] = s.two_groups();
  const std::string tail = " for the benefit of " + s.phrase() + " and of Governments.";
  const std::string mine = "Establish a fund of " + s.phrase() + " and " + s.phrase() + tail;
  const std::string theirs = "Establish a fund of engravers and sculptors by lot" + tail;
  const std::string n1 = s.ask(one, "After paragraph " + s.address(*near) + ", add a new paragraph: " + quote(mine));
  const std::string n2 = s.ask(other, "After paragraph " + s.address(*near) + ", add a new paragraph: " + quote(theirs));
  Item item;
  item.text = mine;
  item.line = s.next_id++;
  auto& items = s.to.sections[Stage::section_of(s.to, *near)].items;
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(Stage::place_of(s.to, *near)) + 1, item);
  s.expect("rival paragraphs", item.line, {one});
  s.expect_fate("rival paragraphs", one, n1, kYes);
  s.expect_fate("rival paragraphs", other, n2, {ProposalFate::kNotTakenUp, ProposalFate::kAcceptedInPart});
}

void play_mandates(Stage& s) {
  const auto one = s.take(1, true), other = s.take(1, true);
  if (!one || !other) return;
  const std::string by = s.group(), heading = "Declaration of Cartagena de Indias, 2012";
  const std::string words = "We shall endow " + s.phrase() + " and " + s.phrase() + " with " + s.phrase() + " every season";
  const std::string number = s.ask(by, in(s, *one) + "add a reference to the " + heading + ": " + quote(words));
  Citation cited;
  cited.heading = heading + ":";
  cited.passages.push_back({PassageForm::kQuotation, quote("Sculptors shall be exempt from tolls on bridges and ferries")});
  s.later(*other).citations.push_back(cited);
  s.expect("the mandate asked for, in another item with other words", *other, {});
  s.expect_fate("the mandate asked for, in another item with other words", by, number, kNo);

  const auto third = s.take(1, true);
  if (!third) return;
  Citation& citation = s.later(*third).citations.front();
  const std::string name = fold_white_space(replace_all(citation.heading, ":", "")), who = s.group();
  const bool granted = s.random.chance(50);
  const std::string n2 = s.ask(who, in(s, *third) + "add a reference to " + name + ": " + quote(words));
  citation.passages.push_back(
      {PassageForm::kQuotation, quote(granted ? words : "Engravers may exhibit in capitals without fee")});
  s.expect(granted ? "a passage added" : "another passage than asked", *third,
           granted ? std::set<std::string>{who} : std::set<std::string>{});
  s.expect_fate(granted ? "a passage added" : "another passage than asked", who, n2, granted ? kYes : kNo);
}

/// A mandate moved from one item to another, as asked or unasked.
void play_moved_mandate(Stage& s) {
  const auto one = s.take(1, true), other = s.take(1, true);
  if (!one || !other) return;
  const bool asked = s.random.chance(50);
  const std::string by = s.group(), stratum = asked ? "a mandate moved" : "a mandate moved unasked";
  const Citation citation = s.earlier(*one).citations.front();
  for (const Citation& own : s.earlier(*other).citations) {
    if (own.instrument == citation.instrument) return;
  }
  if (asked) {
    const std::string number = s.ask(by, "Move the reference to " + fold_white_space(replace_all(citation.heading, ":", "")) +
                                             " from paragraph " + s.address(*one) + " to paragraph " + s.address(*other) + ".");
    s.expect_fate(stratum, by, number, kYes);
  }
  s.later(*one).citations.erase(s.later(*one).citations.begin());
  s.later(*other).citations.push_back(citation);
  s.expect(stratum, *one, asked ? std::set<std::string>{by} : std::set<std::string>{});
}

/// Deleted by somebody's wish, with the words that another wanted changed.
void play_overtaken(Stage& s) {
  const auto id = s.take();
  if (!id) return;
  const std::string words = s.words_of(*id, 2);
  const auto [one, other] = s.two_groups();
  if (words.empty()) return;
  const std::string n1 = s.ask(one, "Delete paragraph " + s.address(*id) + ".");
  const std::string n2 = s.ask(other, in(s, *id) + "replace " + quote(words) + " with " + quote(s.phrase()) + ".");
  auto& items = s.to.sections[Stage::section_of(s.to, *id)].items;
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(Stage::place_of(s.to, *id)));
  s.expect("deleted, another wanted it changed", *id, {one});
  s.expect_fate("deleted, another wanted it changed", one, n1, kYes);
  s.expect_fate("deleted, another wanted it changed", other, n2, {ProposalFate::kOvertaken});
}

/// On the draft before, where the item bore another number: fulfilled already, granted now, or never.
void play_chain(Stage& s) {
  const auto done = s.take(16), now = s.take(16), never = s.take(16);
  if (!done || !now || !never) return;
  const std::string a = s.words_of(*done, 2), b = s.words_of(*now, 2), c = s.words_of(*never, 2);
  if (a.empty() || b.empty() || c.empty()) return;
  const std::string words = "and " + s.phrase(), others = "and " + s.phrase(), third = "and " + s.phrase();
  const std::size_t target = *done;
  s.earlier(target).text.insert(s.earlier(target).text.find(a) + a.size(), " " + words);
  s.later(target).text = s.earlier(target).text;
  s.before = [target, words](Document& draft) {
    std::string& text = Stage::item_of(draft, target).text;
    text.replace(text.find(" " + words), words.size() + 1, "");
    Item item;
    item.text = "Abolish the tolls that farriers and coopers pay at the gates of walled towns.";
    draft.sections[0].items.insert(draft.sections[0].items.begin(), item);
    draft.sections[2].items.insert(draft.sections[2].items.begin(), item);
  };
  Document z = s.from;
  (*s.before)(z);
  const std::string letter = "SICA early";
  s.letter("SICA", letter).on_earlier = true;
  const auto wish = [&](std::size_t id, const std::string& anchor, const std::string& what) {
    return s.ask("SICA", "In paragraph " + Stage::address_in(z, id) + ", insert " + quote(what) + " after " + quote(anchor) + ".",
                 letter);
  };
  const std::string n1 = wish(*done, a, words), n2 = wish(*now, b, others), n3 = wish(*never, c, third);
  s.put(*now, b, b + " " + others);
  s.put(*never, c, c + " and sculptors of bridges");
  s.expect("granted a draft later, renumbered", *now, {"SICA"});
  s.expect("refused in both drafts", *never, {});
  s.expect("fulfilled a draft before", *done, {}, false);
  s.expect_fate("fulfilled a draft before", letter, n1, kYes);
  s.expect_fate("granted a draft later, renumbered", letter, n2, kYes);
  s.expect_fate("refused in both drafts", letter, n3, kNo);
}

void play_two_targets(Stage& s) {
  const auto one = s.take(), other = s.take();
  if (!one || !other) return;
  const std::string a = s.words_of(*one, 2), b = s.words_of(*other, 2), by = s.group(), words = "harbour pilots",
                    now = s.phrase();
  if (a.empty() || b.empty()) return;
  for (const auto& [id, anchor] : {std::pair(*one, a), std::pair(*other, b)}) {
    std::string& text = s.earlier(id).text;
    text.insert(text.find(anchor) + anchor.size(), " and " + words);
    s.later(id).text = text;
  }
  const bool both = s.random.chance(50);
  const std::string number = s.ask(by, "In paragraphs " + s.address(*one) + " and " + s.address(*other) + ", replace " +
                                           quote(words) + " with " + quote(now) + ".");
  s.put(*one, words, now);
  if (both) s.put(*other, words, now);
  const std::string stratum = both ? "two paragraphs, both" : "two paragraphs, one of them";
  s.expect(stratum, *one, {by});
  s.expect_fate(stratum, by, number, both ? kYes : kPart);
}

}  // namespace

void play_harder(Stage& s) {
  switch (s.random.below(3)) {
    case 0:
      play_marks(s);
      play_beside(s);
      play_other_item(s);
      play_numerals(s);
      play_sentences(s);
      play_rival_items(s);
      break;
    case 1:
      play_mandates(s);
      play_moved_mandate(s);
      play_overtaken(s);
      play_two_targets(s);
      break;
    default:
      play_chain(s);
      play_beside(s);
      play_numerals(s);
  }
}

}  // namespace travaux::testing
