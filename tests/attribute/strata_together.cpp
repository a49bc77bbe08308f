// Strata of several wishes: overlapping, neighbouring, of several groups, letters and drafts.
#include "attribute/strata.h"

namespace travaux::testing {
namespace {

const Fates kYes = {ProposalFate::kAccepted}, kNo = {ProposalFate::kNotTakenUp};

std::string quote(const std::string& words) { return "“" + words + "”"; }
std::string in(Stage& s, std::size_t id) { return "In paragraph " + s.address(id) + ", "; }

/// One group wants a phrase replaced, another a word in it; one of the two is granted.
void play_overlap(Stage& s) {
  for (const bool outer : {true, false}) {
    const auto id = s.take(16);
    if (!id) return;
    const std::string words = s.words_of(*id, 4), mine = s.phrase(), theirs = s.phrase();
    if (words.empty() || mine == theirs) return;
    const std::string inner = words.substr(words.find(' ') + 1, words.find(' ', words.find(' ') + 1) - words.find(' ') - 1);
    if (inner.size() < 5) continue;
    const auto [one, other] = s.two_groups();
    const std::string n1 = s.ask(one, in(s, *id) + "replace " + quote(words) + " with " + quote("the " + mine) + ".");
    const std::string phrase = words.substr(0, words.find(' ')) + " " + inner;
    const std::string n2 = s.ask(other, in(s, *id) + "replace " + quote(phrase) + " with " + quote(theirs) + ".");
    s.put(*id, outer ? words : phrase, outer ? "the " + mine : theirs);
    const std::string stratum = outer ? "overlapping, the longer granted" : "overlapping, the shorter granted";
    s.expect(stratum, *id, {outer ? one : other});
    s.expect_fate(stratum, one, n1, outer ? kYes : kNo);
    s.expect_fate(stratum, other, n2, outer ? kNo : kYes);
  }
}

/// One request whose two ends change, so that the differ reports two edits.
void play_spanning(Stage& s) {
  const auto id = s.take(18);
  if (!id) return;
  const std::string words = s.words_of(*id, 5), by = s.group();
  if (words.empty()) return;
  const std::string first = words.substr(0, words.find(' ')), last = words.substr(words.rfind(' ') + 1);
  const std::string wanted = s.phrase() + words.substr(first.size(), words.size() - first.size() - last.size()) + s.phrase();
  const std::string number = s.ask(by, in(s, *id) + "replace " + quote(words) + " with " + quote(wanted) + ".");
  s.put(*id, words, wanted);
  s.expect("one request, two edits", *id, {by});
  s.expect_fate("one request, two edits", by, number, kYes);
}

void play_neighbours(Stage& s) {
  const auto id = s.take();
  if (!id) return;
  const std::string anchor = s.words_of(*id, 2), mine = "and " + s.phrase(), theirs = "and " + s.phrase();
  if (anchor.empty() || mine == theirs) return;
  const auto [one, other] = s.two_groups();
  const std::string n1 = s.ask(one, in(s, *id) + "insert " + quote(mine) + " after " + quote(anchor) + ".");
  const std::string n2 = s.ask(other, in(s, *id) + "insert " + quote(theirs) + " after " + quote(anchor) + ".");
  s.put(*id, anchor, anchor + " " + mine + ", sculptors " + theirs);
  s.expect("two wishes in one edit, a word between", *id, {one, other});
  s.expect_fate("two wishes in one edit, a word between", one, n1, kYes);
  s.expect_fate("two wishes in one edit, a word between", other, n2, kYes);
}

/// The same wish in two letters of one group, of a group and its member, or in a letter that was withdrawn.
void play_twice(Stage& s) {
  const auto id = s.take();
  if (!id) return;
  const std::string anchor = s.words_of(*id, 2), words = "and " + s.phrase();
  if (anchor.empty()) return;
  const std::string wish = in(s, *id) + "insert " + quote(words) + " after " + quote(anchor) + ".";
  s.put(*id, anchor, anchor + " " + words);
  const std::size_t kind = s.random.below(3);
  const std::string stratum = kind == 0 ? "a group's two letters" : kind == 1 ? "a group and its member" : "a withdrawn letter";
  const std::string number = s.ask("CARICOM", wish);
  const std::string letter = kind == 0 ? "CARICOM 2" : kind == 1 ? "Jamaica" : "SICA withdrawn";
  const std::string n2 = s.ask(kind == 0 ? "CARICOM" : kind == 1 ? "Jamaica" : "SICA", wish, letter);
  s.letter("", letter).withdrawn = kind == 2;
  s.expect(stratum, *id, kind == 1 ? std::set<std::string>{"CARICOM", "Jamaica"} : std::set<std::string>{"CARICOM"});
  s.expect_fate(stratum, "CARICOM", number, kYes);
  s.expect_fate(stratum, letter, n2, kind == 2 ? Fates{ProposalFate::kWithdrawn} : kYes);
}

/// Asked for on the draft before, granted two drafts later; its item's words changed in between.
void play_earlier(Stage& s) {
  const auto id = s.take(18);
  if (!id) return;
  const std::string anchor = s.words_of(*id, 2), other = s.words_of(*id, 1), words = "and " + s.phrase();
  if (anchor.empty() || other.empty() || anchor.find(other) != std::string::npos || s.before) return;
  const std::string stood = s.phrase();
  const std::size_t target = *id;
  s.before = [target, other, stood](Document& draft) {
    std::string& text = Stage::item_of(draft, target).text;
    text.replace(text.find(other), other.size(), stood);
  };
  const std::string number = s.ask("SICA", in(s, *id) + "insert " + quote(words) + " after " + quote(anchor) + ".", "SICA early");
  s.letter("SICA", "SICA early").on_earlier = true;
  s.put(*id, anchor, anchor + " " + words);
  s.expect("granted a draft later", *id, {"SICA"});
  s.expect_fate("granted a draft later", "SICA early", number, kYes);
}

/// Two groups, different words for the same: the one whose words stand is behind it.
void play_rivals(Stage& s) {
  const auto id = s.take();
  if (!id) return;
  const std::string old_words = s.words_of(*id, 2), mine = s.phrase(), theirs = s.phrase();
  const auto [one, other] = s.two_groups();
  if (old_words.empty() || mine.substr(0, mine.find(' ')) == theirs.substr(0, theirs.find(' ')) ||
      mine.substr(mine.find(' ')) == theirs.substr(theirs.find(' ')))
    return;
  const std::string n1 = s.ask(one, in(s, *id) + "replace " + quote(old_words) + " with " + quote(mine) + ".");
  const std::string n2 = s.ask(other, in(s, *id) + "replace " + quote(old_words) + " with " + quote(theirs) + ".");
  s.put(*id, old_words, mine);
  s.expect("rivals", *id, {one});
  s.expect_fate("rivals", one, n1, kYes);
  s.expect_fate("rivals", other, n2, kNo);
}

/// One wants words out, another puts others in; the chair does a third thing.
void play_third(Stage& s) {
  const auto id = s.take();
  if (!id) return;
  const std::string old_words = s.words_of(*id, 2), by = s.group();
  if (old_words.empty()) return;
  s.ask(by, in(s, *id) + "delete " + quote(old_words) + ".");
  s.put(*id, old_words, s.phrase());
  s.expect("asked to go, replaced by what nobody asked for", *id, {});
}

}  // namespace

void play_words_together(Stage& s) {
  play_overlap(s);
  play_spanning(s);
  play_neighbours(s);
  play_twice(s);
  play_earlier(s);
  play_rivals(s);
  play_third(s);
}

}  // namespace travaux::testing
