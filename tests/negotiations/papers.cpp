#include "negotiations/papers.h"

#include <algorithm>

#include "negotiations/render.h"

namespace travaux::negotiations {
namespace {

std::vector<Wanted> wishes_of(const AskedRound& round, const std::string& by) {
  std::vector<Wanted> list;
  for (const Request& request : round.requests)
    if (request.by == by) list.push_back(request.wanted);
  return list;
}

// In a paper without sentences, what shows a wish is its words.
void note_wishes(const AskedRound& round, const std::string& by, Paper& paper) {
  for (std::size_t r = 0; r < round.requests.size(); ++r)
    if (round.requests[r].by == by) paper.sentences[r] = describe(round.requests[r].wanted, round.before);
}

// Groups that want the same at one place, and the words; in the order in which they stand.
struct Bracket {
  Wanted wanted;
  std::string names;
};

bool same_wish(const Wanted& a, const Wanted& b) {
  return a.act == b.act && a.target == b.target && a.begin == b.begin && a.end == b.end && a.text == b.text && a.after == b.after;
}

std::vector<Bracket> brackets_of(const AskedRound& round, Paper& paper) {
  std::vector<Bracket> list;
  for (std::size_t r = 0; r < round.requests.size(); ++r) {
    const Request& request = round.requests[r];
    const Act act = request.wanted.act;
    if (act != Act::kInsert && act != Act::kReplace && act != Act::kAdd) continue;
    const auto same = [&](const Bracket& other) { return same_wish(other.wanted, request.wanted); };
    auto bracket = std::find_if(list.begin(), list.end(), same);
    if (bracket == list.end()) bracket = list.insert(list.end(), {request.wanted, ""});
    bracket->names += (bracket->names.empty() ? "" : ", ") + request.by;
    paper.sentences[r] = describe(request.wanted, round.before);
  }
  return list;
}

// Every wish printed at its place: "[old words] [CARICOM: new words]".
void print_inside(Text& text, const std::vector<Bracket>& brackets) {
  std::map<std::pair<Id, std::size_t>, std::vector<Wanted>> at;
  for (const Bracket& bracket : brackets) {
    if (bracket.wanted.act == Act::kAdd) continue;
    Wanted printed = bracket.wanted;
    printed.text = "[" + bracket.names + ": " + bracket.wanted.text + "]";
    at[{printed.target, printed.begin}].push_back(printed);
  }
  std::map<Id, std::vector<Wanted>> items;
  for (auto& [place, list] : at) {
    Wanted all = list[0];
    for (std::size_t i = 1; i < list.size(); ++i) all.text += " " + list[i].text;
    if (all.act == Act::kReplace) all.text = "[" + all.old + "] " + all.text;
    items[place.first].push_back(all);
  }
  for (const auto& [id, list] : items)
    if (Item* item = find_item(text, id)) item->text = with_words(item->text, list);
}

}  // namespace

std::string_view name_of(PaperForm form) {
  static constexpr std::string_view names[] = {"letter", "free letter", "redraft", "brackets", "marked copy"};
  static_assert(std::size(names) == kPaperForms);
  return names[static_cast<std::size_t>(form)];
}

Paper redraft_of(const AskedRound& round, const std::string& by) {
  Paper paper;
  paper.source.id = by + "-redraft.txt";
  paper.source.by = by;
  paper.source.form = CommentForm::kRedraft;
  paper.text = render(with(round.before, wishes_of(round, by)));
  note_wishes(round, by, paper);
  return paper;
}

Paper bracketed_of(const AskedRound& round) {
  Paper paper;
  paper.source.id = "compilation.txt";
  Text text = round.before;
  const std::vector<Bracket> brackets = brackets_of(round, paper);
  print_inside(text, brackets);
  for (const Bracket& bracket : brackets) {
    if (bracket.wanted.act != Act::kAdd) continue;
    const Seat seat = find_seat(text, bracket.wanted.after);
    const auto place = seat.list->begin() + static_cast<std::ptrdiff_t>(seat.index + 1);
    const std::string number = (*seat.list)[seat.index].number;
    seat.list->insert(place, {bracket.wanted.target,
                              number.empty() ? "" : number + " bis",
                              "[" + bracket.names + ": " + bracket.wanted.text + "]",
                              "",
                              {},
                              {}});
  }
  paper.text = render(text);
  return paper;
}

std::vector<Paper> papers_of(const AskedRound& round, PaperForm form, const Phrases& phrases, std::uint64_t seed) {
  Random random(seed);
  std::vector<Paper> papers;
  if (form == PaperForm::kBracketed) return {bracketed_of(round)};
  for (const std::string& by : round.groups) {
    if (form == PaperForm::kRedraft) papers.push_back(redraft_of(round, by));
    if (form == PaperForm::kMarked) papers.push_back(marked_copy_of(round, by));
    if (form == PaperForm::kLetter || form == PaperForm::kFreeLetter)
      papers.push_back(letter_of(round, by, form == PaperForm::kFreeLetter, phrases, random));
  }
  return papers;
}

}  // namespace travaux::negotiations
