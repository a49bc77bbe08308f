// Strata of whole items and sections: added, removed, moved, divided, joined, retitled.
#include "attribute/strata.h"

namespace travaux::testing {
namespace {

const Fates kYes = {ProposalFate::kAccepted}, kPart = {ProposalFate::kAcceptedInPart}, kNo = {ProposalFate::kNotTakenUp};

std::string quote(const std::string& words) { return "“" + words + "”"; }

std::string new_text(Stage& s) {
  return "Commission " + s.phrase() + " and " + s.phrase() + " to chart " + s.phrase() + " beside " + s.phrase() + " and " +
         s.phrase() + ".";
}

void insert_after(Stage& s, std::size_t id, const std::string& text, std::size_t new_id) {
  const std::size_t section = Stage::section_of(s.to, id), place = Stage::place_of(s.to, id);
  Item item;
  item.text = text;
  item.line = new_id;
  auto& items = s.to.sections[section].items;
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(place) + 1, item);
}

void play_additions(Stage& s) {
  const auto near = s.take(1);
  if (!near) return;
  const std::string text = new_text(s), by = s.group();
  const std::string number = s.ask(by, "After paragraph " + s.address(*near) + ", add a new paragraph: " + quote(text));
  const std::size_t id = s.next_id++;
  const bool adapted = s.random.chance(50);
  insert_after(s, *near, adapted ? replace_all(text, "Commission", "Invite Governments to commission") : text, id);
  const std::string stratum = adapted ? "an item added, adapted" : "an item added";
  s.expect(stratum, id, {by});
  s.expect_fate(stratum, by, number, kYes);

  if (const auto beside = s.take(1)) {
    const std::string first = new_text(s), who = s.group();
    const std::string n = s.ask(who, "After paragraph " + s.address(*beside) + ", add a new paragraph: " +
                                         quote(first + " The costs of it fall upon " + s.phrase() + " and " + s.phrase() + "."));
    const std::size_t came = s.next_id++;
    insert_after(s, *beside, first, came);
    s.expect("an item added, a sentence short", came, {who});
    s.expect_fate("an item added, a sentence short", who, n, kPart);
  }

  const auto other = s.take(1);
  if (!other) return;
  const std::string refused = new_text(s), who = s.group();
  const std::string n2 = s.ask(who, "After paragraph " + s.address(*other) + ", add a new paragraph: " + quote(refused));
  const std::size_t stray = s.next_id++;
  insert_after(s, *other, "Convene an annual fair of sculptors, weavers and engravers in each capital of the Hemisphere.", stray);
  s.expect("another item added than asked", stray, {});
  s.expect_fate("another item added than asked", who, n2, kNo);
}

void play_removals(Stage& s) {
  for (const bool asked : {true, false}) {
    const auto id = s.take(1);
    if (!id) return;
    const std::string by = s.group(), stratum = asked ? "an item removed" : "an item removed unasked";
    std::string number;
    if (asked) {
      number = s.ask(by, "Delete paragraph " + s.address(*id) + ".");
      s.expect_fate(stratum, by, number, kYes);
    } else {
      const std::string words = s.words_of(*id, 2);
      if (words.empty()) continue;
      number = s.ask(by, "In paragraph " + s.address(*id) + ", replace " + quote(words) + " with " + quote(s.phrase()) + ".");
      s.expect_fate(stratum, by, number, {ProposalFate::kOvertaken});
    }
    s.expect(stratum, *id, asked ? std::set<std::string>{by} : std::set<std::string>{});
    auto& items = s.to.sections[Stage::section_of(s.to, *id)].items;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(Stage::place_of(s.to, *id)));
  }
}

void move(Stage& s, std::size_t id, std::size_t section) {
  auto& items = s.to.sections[Stage::section_of(s.to, id)].items;
  const std::size_t place = Stage::place_of(s.to, id);
  const Item item = items[place];
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(place));
  s.to.sections[section].items.push_back(item);
}

void play_moves(Stage& s) {
  const auto id = s.take(1);
  if (!id) return;
  const std::size_t home = Stage::section_of(s.from, *id), sections = s.from.sections.size();
  const std::size_t wanted = (home + 1) % sections, other = (home + 2) % sections;
  const bool granted = s.random.chance(50);
  const std::string by = s.group(), stratum = granted ? "moved as asked" : "moved elsewhere than asked";
  const std::string number =
      s.ask(by, "Move paragraph " + s.address(*id) + " to the end of section " + std::to_string(wanted + 1) + ".");
  move(s, *id, granted ? wanted : other);
  s.expect(stratum, *id, granted ? std::set<std::string>{by} : std::set<std::string>{});
  s.expect_fate(stratum, by, number, granted ? kYes : Fates{ProposalFate::kNotTakenUp, ProposalFate::kAcceptedInPart});
}

void play_division(Stage& s) {
  const auto id = s.take(1);
  if (!id) return;
  const std::string first = new_text(s), second = replace_all(new_text(s), "Commission", "Dispatch");
  s.earlier(*id).text = s.later(*id).text = first + " " + second;
  s.earlier(*id).citations.clear(), s.later(*id).citations.clear();
  const std::string by = s.group();
  const std::string number = s.ask(
      by, "Split paragraph " + s.address(*id) + " into two paragraphs, reading " + quote(first) + " and " + quote(second) + ".");
  s.later(*id).text = first;
  insert_after(s, *id, second, s.next_id++);
  s.expect("divided as asked", *id, {by});
  s.expect_fate("divided as asked", by, number, kYes);
}

void play_joining(Stage& s) {
  for (std::size_t section = 0; section < s.from.sections.size(); ++section) {
    auto& items = s.from.sections[section].items;
    auto& later = s.to.sections[section].items;
    if (items.size() < 2 || later.size() != items.size()) continue;
    const std::string a = s.address(items[0].line), b = s.address(items[1].line), by = s.group();
    if (items[0].text != later[0].text || items[1].text != later[1].text || later[0].line != items[0].line) continue;
    if (!s.claim(items[0].line) || !s.claim(items[1].line)) return;
    const std::string number = s.ask(by, "Merge paragraphs " + a + " and " + b + ".");
    later[0].text += " " + later[1].text;
    later[0].citations.insert(later[0].citations.end(), later[1].citations.begin(), later[1].citations.end());
    later.erase(later.begin() + 1);
    s.expect_if("joined as asked", [](const AttributedEdit& edit) { return edit.change == "merged"; }, {by});
    s.expect_fate("joined as asked", by, number, kYes);
    return;
  }
}

void play_sections(Stage& s) {
  const std::size_t section = s.random.below(s.from.sections.size());
  const std::string name = std::to_string(section + 1), by = s.group();
  const bool granted = s.random.chance(60);
  const std::string asked = "Stewardship of " + s.phrase() + " and " + s.phrase();
  const std::string number = s.ask(by, "The title of section " + name + " should read " + quote(asked) + ".");
  s.to.sections[section].heading = granted ? asked : "Governance of sculptors and engravers";
  const std::string stratum = granted ? "retitled as asked" : "retitled otherwise";
  s.expect_if(
      stratum, [](const AttributedEdit& edit) { return edit.change == "retitled"; },
      granted ? std::set<std::string>{by} : std::set<std::string>{});
  s.expect_fate(stratum, by, number, granted ? kYes : kNo);
}

/// A section put forward with an item, added so or otherwise.
void play_new_section(Stage& s) {
  const std::size_t last = s.from.sections.size();
  const bool granted = s.random.chance(60);
  const std::string by = s.group(), heading = "Stewardship of " + s.phrase() + " and " + s.phrase(), text = new_text(s);
  const std::string number = s.ask(by, "After section " + std::to_string(last) + ", add a new section entitled " +
                                           quote(heading) + " with the following paragraph: " + quote(text));
  Section section;
  section.heading = granted ? heading : "Rights of sculptors and engravers";
  Item item;
  item.text = granted ? text : "Exempt engravings and statues from duties at each border crossing of the Hemisphere.";
  item.line = s.next_id++;
  section.items.push_back(item);
  s.to.sections.push_back(section);
  const std::string stratum = granted ? "a section added" : "another section than asked";
  s.expect(stratum, item.line, granted ? std::set<std::string>{by} : std::set<std::string>{});
  s.expect_if(
      stratum, [](const AttributedEdit& edit) { return edit.target == EditTarget::kSection && edit.change == "added"; },
      granted ? std::set<std::string>{by} : std::set<std::string>{});
  s.expect_fate(stratum, by, number, granted ? kYes : kNo);
}

}  // namespace

void play_items(Stage& s) {
  if (s.random.chance(20)) play_joining(s);
  play_additions(s);
  if (s.random.chance(50)) play_removals(s);
  if (s.random.chance(50)) play_moves(s);
  if (s.random.chance(30)) play_division(s);
  if (s.random.chance(30)) play_sections(s);
  if (s.random.chance(30)) play_new_section(s);
}

void play_citations(Stage& s) {
  const auto citation_at = [&](std::size_t id) { return s.at(id); };
  const std::string passage = "We shall endow " + s.phrase() + " and " + s.phrase() + " with " + s.phrase() + " every season";
  if (const auto id = s.take(1, true)) {  // cited as asked, or another one
    const bool granted = s.random.chance(50);
    const std::string by = s.group(), stratum = granted ? "cited as asked" : "another citation than asked";
    const std::string number =
        s.ask(by, "In paragraph " + s.address(*id) +
                      ", add a reference to the Declaration of Cartagena de Indias, 2012: " + quote(passage));
    Citation cited;
    cited.heading = granted ? "Declaration of Cartagena de Indias, 2012:" : "Convention of Montevideo on Windmills, 1933:";
    cited.passages.push_back(
        {PassageForm::kQuotation, quote(granted ? passage : "Sculptors shall be exempt from tolls on bridges")});
    s.later(*id).citations.push_back(cited);
    s.expect(stratum, *id, granted ? std::set<std::string>{by} : std::set<std::string>{});
    s.expect_fate(stratum, by, number, granted ? kYes : kNo);
  }
  if (const auto id = s.take(1, true)) {  // taken out as asked, or unasked
    const bool asked = s.random.chance(60);
    const std::string by = s.group(), stratum = asked ? "cited no more, as asked" : "cited no more, unasked";
    const std::string heading = s.earlier(*id).citations.front().heading;
    if (asked) {
      const std::string number = s.ask(by, "In paragraph " + s.address(*id) + ", delete the reference to " +
                                               fold_white_space(replace_all(heading, ":", "")) + ".");
      s.expect_fate(stratum, by, number, kYes);
    }
    s.later(*id).citations.erase(s.later(*id).citations.begin());
    s.expect_if(stratum, citation_at(*id), asked ? std::set<std::string>{by} : std::set<std::string>{});
  }
  if (const auto id = s.take(1, true)) {  // a passage's words
    Citation& citation = s.later(*id).citations.front();
    if (citation.passages.empty()) return;
    std::string& text = citation.passages.front().text;
    std::string old_words;
    for (const std::string word : {"public", "security", "crime", "violence", "persons", "cooperation", "programs", "States"}) {
      const std::size_t at = text.find(" " + word + " ");
      if (at != std::string::npos && text.find(word, at + 2) == std::string::npos && text.find(word) == at + 1) old_words = word;
    }
    if (old_words.empty()) return;
    const bool granted = s.random.chance(60);
    const std::string by = s.group(), words = s.phrase();
    const std::string stratum = granted ? "a passage as asked" : "a passage otherwise than asked";
    const std::string number =
        s.ask(by, "In paragraph " + s.address(*id) + ", under " + fold_white_space(replace_all(citation.heading, ":", "")) +
                      ", replace " + quote(old_words) + " with " + quote(words) + ".");
    text.replace(text.find(old_words), old_words.size(), granted ? words : "sculptors");
    s.expect(stratum, *id, granted ? std::set<std::string>{by} : std::set<std::string>{});
    s.expect_fate(stratum, by, number, granted ? kYes : kNo);
  }
}

}  // namespace travaux::testing
