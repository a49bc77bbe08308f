// Strata of words inside one item: granted, refused, adapted, elsewhere, and changed by nobody's wish.
#include "attribute/strata.h"

namespace travaux::testing {
namespace {

const Fates kYes = {ProposalFate::kAccepted}, kPart = {ProposalFate::kAcceptedInPart}, kNo = {ProposalFate::kNotTakenUp};

std::string quote(const std::string& words) { return "“" + words + "”"; }

std::string insertion(Stage& s, std::size_t id, const std::string& anchor, const std::string& words) {
  return "In paragraph " + s.address(id) + ", insert " + quote(words) + " after " + quote(anchor) + ".";
}
std::string replacement(Stage& s, std::size_t id, const std::string& old_words, const std::string& words) {
  return "In paragraph " + s.address(id) + ", replace " + quote(old_words) + " with " + quote(words) + ".";
}

/// An insertion asked for, and what came of it in the words given.
void insert(Stage& s, const std::string& stratum, const std::string& asked, const std::string& came, bool credited,
            const Fates& fates) {
  const auto id = s.take();
  if (!id) return;
  const std::string anchor = s.words_of(*id, 2), by = s.group();
  if (anchor.empty()) return;
  const std::string number = s.ask(by, insertion(s, *id, anchor, asked));
  if (!came.empty()) s.put(*id, anchor, anchor + " " + came);
  s.expect(stratum, *id, credited ? std::set<std::string>{by} : std::set<std::string>{}, !came.empty());
  s.expect_fate(stratum, by, number, fates);
}

void play_insertions(Stage& s) {
  const std::string a = s.phrase(), b = s.phrase(), c = s.phrase(), d = s.phrase();
  insert(s, "words granted", "and " + a, "and " + a, true, kYes);
  insert(s, "another word for one", "and " + b + " of the hemisphere", "and " + b + " of the continent", true, kYes);
  insert(s, "words in another order", "and " + a + " and " + d, "and " + d + " and " + a, true, kYes);
  insert(s, "half of a list", "and " + b + " and " + c, "and " + b, true, kPart);
  insert(s, "other words at the place", "and " + c, "and fiscal tribunals", false, kNo);
  insert(s, "stock words, another place", ", in accordance with national legislation,", "", false, kNo);
}

void play_synonyms(Stage& s) {
  const std::vector<std::pair<std::string, std::string>> alike = {{"guarantee", "ensure"},
                                                                  {"reinforce", "strengthen"},
                                                                  {"sufficient", "adequate"},
                                                                  {"combat", "fight"},
                                                                  {"evaluate", "assess"}};
  const auto& [asked, came] = s.random.pick(alike);
  if (const auto id = s.take()) {
    const std::string old_words = s.words_of(*id, 1), by = s.group();
    if (!old_words.empty() && old_words != came) {
      const std::string number = s.ask(by, replacement(s, *id, old_words, asked));
      s.put(*id, old_words, came);
      s.expect("synonym", *id, {by});
      s.expect_fate("synonym", by, number, kYes);
    }
  }
  if (const auto id = s.take()) {
    const std::string old_words = s.words_of(*id, 1), by = s.group();
    if (old_words.empty()) return;
    const std::string number = s.ask(by, replacement(s, *id, old_words, asked));
    s.put(*id, old_words, "catalogue");
    s.expect("no synonym", *id, {});
    s.expect_fate("no synonym", by, number, kNo);
  }
}

/// The item reworded: `changes` replacements asked for, the first `granted` of them done.
void reword(Stage& s, const std::string& stratum, std::size_t changes, std::size_t granted, const Fates& fates) {
  const auto id = s.take(20);
  if (!id) return;
  std::string wanted = s.earlier(*id).text;
  const std::string by = s.group();
  std::vector<std::pair<std::string, std::string>> list;
  for (int tries = 0; tries < 40 && list.size() < changes; ++tries) {
    const std::string old_words = s.words_of(*id, 1);
    const std::size_t at = wanted.find(old_words);
    if (old_words.empty() || at == std::string::npos || wanted.find(old_words, at + 1) != std::string::npos) continue;
    list.emplace_back(old_words, s.phrase());
    wanted.replace(at, old_words.size(), list.back().second);
  }
  if (list.size() < changes) return;
  const std::string number = s.ask(by, "Paragraph " + s.address(*id) + " should read: " + quote(wanted));
  for (std::size_t k = 0; k < granted; ++k) s.put(*id, list[k].first, list[k].second);
  s.expect(stratum, *id, {by}, granted > 0);
  s.expect_fate(stratum, by, number, fates);
}

/// A rewording in other words throughout, done or not.
void reword_anew(Stage& s) {
  const auto id = s.take(20);
  if (!id) return;
  std::string wanted, by = s.group();
  std::stringstream words(s.earlier(*id).text);
  std::size_t k = 0;
  for (std::string word; words >> word; ++k) wanted += (wanted.empty() ? "" : " ") + (k > 0 && k % 2 == 0 ? s.phrase() : word);
  const std::string number = s.ask(by, "Paragraph " + s.address(*id) + " should read: " + quote(wanted));
  s.later(*id).text = wanted;
  s.expect("reworded in half of its words", *id, {by});
  s.expect_fate("reworded in half of its words", by, number, kYes);
}

void play_unasked(Stage& s) {
  if (const auto id = s.take()) {
    const std::string old_words = s.words_of(*id, 2);
    if (!old_words.empty()) s.put(*id, old_words, s.phrase() + " and " + s.phrase()), s.expect("unasked", *id, {});
  }
  if (const auto id = s.take()) {
    const std::string old_words = s.words_of(*id, 2);
    if (!old_words.empty()) {
      s.put(*id, old_words, old_words + ", in accordance with national legislation,");
      s.expect("stock words, another place", *id, {});
    }
  }
  if (const auto id = s.take()) {
    const std::string old_words = s.words_of(*id, 3);
    if (!old_words.empty()) s.put(*id, old_words + " ", ""), s.expect("unasked deletion", *id, {});
  }
}

/// A number asked for, and another one given.
void play_numbers(Stage& s) {
  for (const bool granted : {false, true}) {
    const auto id = s.take();
    if (!id) return;
    const std::string anchor = s.words_of(*id, 2), by = s.group();
    if (anchor.empty()) return;
    s.earlier(*id).text.insert(s.earlier(*id).text.find(anchor) + anchor.size(), " within twelve months by December 31, 2014,");
    s.later(*id).text = s.earlier(*id).text;
    const std::string stratum = granted ? "a date granted" : "another date than asked";
    const std::string number = s.ask(by, replacement(s, *id, "December 31, 2014", "June 30, 2015"));
    s.put(*id, "December 31, 2014", granted ? "June 30, 2015" : "March 31, 2016");
    s.expect(stratum, *id, granted ? std::set<std::string>{by} : std::set<std::string>{});
    s.expect_fate(stratum, by, number, granted ? kYes : kNo);
  }
}

void play_elsewhere(Stage& s) {
  const auto one = s.take(), other = s.take();
  if (!one || !other) return;
  const std::string here = s.words_of(*one, 2), there = s.words_of(*other, 2), by = s.group();
  if (here.empty() || there.empty()) return;
  const std::string words = ", with the advice of " + s.phrase() + ",";
  const std::string number = s.ask(by, insertion(s, *one, here, words));
  s.put(*other, there, there + words);
  s.expect("taken up elsewhere", *other, {by});
  s.expect_fate("taken up elsewhere", by, number, kYes);
}

void play_brackets(Stage& s) {
  for (const bool granted : {true, false}) {
    const auto id = s.take();
    if (!id) return;
    const std::string words = s.words_of(*id, 2), by = s.group();
    if (words.empty()) return;
    const std::string stratum = granted ? "bracketed" : "other words bracketed";
    const std::string number = s.ask(by, "In paragraph " + s.address(*id) + ", place " + quote(words) + " in square brackets.");
    std::string other;
    for (int tries = 0; tries < 20 && (other.empty() || words.find(other) != std::string::npos); ++tries)
      other = s.words_of(*id, 1);
    s.put(*id, granted ? words : other, "[" + (granted ? words : other) + "]");
    s.expect(stratum, *id, granted ? std::set<std::string>{by} : std::set<std::string>{});
    s.expect_fate(stratum, by, number, granted ? kYes : kNo);
  }
  if (const auto id = s.take()) {
    const std::string words = s.words_of(*id, 2), by = s.group();
    if (words.empty()) return;
    std::string& text = s.earlier(*id).text;
    text.replace(text.find(words), words.size(), "[" + words + "]");
    s.later(*id).text = text;
    const std::string number =
        s.ask(by, "In paragraph " + s.address(*id) + ", remove the square brackets around " + quote(words) + ".");
    s.put(*id, "[" + words + "]", words);
    s.expect("brackets removed", *id, {by});
    s.expect_fate("brackets removed", by, number, kYes);
  }
}

void play_kept(Stage& s) {
  for (const bool kept : {true, false}) {
    const auto id = s.take();
    if (!id) return;
    const std::string words = s.words_of(*id, 2), by = s.group();
    if (words.empty()) return;
    const std::string number = s.ask(by, "Paragraph " + s.address(*id) + " should be retained as it stands.");
    if (!kept) s.put(*id, words, s.phrase());
    s.expect("keep", *id, {}, !kept);
    s.expect_fate("keep", by, number, kept ? kYes : kNo);
  }
}

}  // namespace

void play_words(Stage& s) {
  switch (s.random.below(3)) {
    case 0:
      play_insertions(s);
      play_unasked(s);
      play_numbers(s);
      break;
    case 1:
      play_synonyms(s);
      play_elsewhere(s);
      play_unasked(s);
      reword(s, "reworded as asked", 4, 4, kYes);
      reword(s, "half of a rewording", 4, 2, kPart);
      reword(s, "a rewording refused", 3, 0, kNo);
      reword_anew(s);
      break;
    default:
      play_brackets(s);
      play_kept(s);
      play_unasked(s);
      play_insertions(s);
  }
}

}  // namespace travaux::testing
