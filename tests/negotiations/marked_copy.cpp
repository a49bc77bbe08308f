// A marked-up copy as the read floor hands it on: the text with all changes accepted, and the tracked changes. It is printed
// with marks in it, which are then taken out and counted.
#include <algorithm>

#include "negotiations/papers.h"
#include "negotiations/render.h"

namespace travaux::negotiations {
namespace {

// Round words put in and struck; in a paragraph that is new, gone, moved here and moved away as a whole.
constexpr char kIn = '\x01', kInEnd = '\x02', kOut = '\x03', kOutEnd = '\x04';
constexpr char kNew = '\x05', kGone = '\x06', kHere = '\x07', kAway = '\x08';

std::string inserted(const std::string& words) { return words.empty() ? "" : kIn + words + kInEnd; }
std::string struck(const std::string& words) { return words.empty() ? "" : kOut + words + kOutEnd; }

std::string with_marks(const std::string& text, std::vector<Wanted> changes) {
  std::sort(changes.begin(), changes.end(), [](const Wanted& a, const Wanted& b) { return a.begin > b.begin; });
  std::string result = text;
  for (const Wanted& change : changes) {
    const std::string space = change.act == Act::kInsert ? " " : "";
    const std::string old = result.substr(change.begin, change.end - change.begin);
    result.replace(change.begin, old.size(), struck(old) + inserted(change.text.empty() ? "" : space + change.text));
  }
  return result;
}

void mark(Citation& citation, char paragraph) {
  citation.heading = paragraph + citation.heading;
  for (Passage& passage : citation.passages) passage.text = paragraph + passage.text;
}

void mark(Item& item, char paragraph) {
  item.text = paragraph + item.text;
  for (Item& point : item.items) mark(point, paragraph);
  for (Citation& citation : item.citations) mark(citation, paragraph);
}

void mark_passage(Item& item, const Wanted& wanted) {
  for (Citation& citation : item.citations)
    for (Passage& passage : citation.passages)
      if (passage.id == wanted.passage) passage.text = with_marks(passage_text(wanted), {wanted});
}

// What has gone is printed where it stood, behind the sibling that stood before it and still does.
void put_back(const Text& before, Text& marked, Id id, char paragraph) {
  const Seat old = find_seat(const_cast<Text&>(before), id);
  Item gone = (*old.list)[old.index];
  mark(gone, paragraph);
  std::vector<Item>* list = nullptr;
  for (const Where& where : items_of(before))
    if (where.item->id == id) list = children_of(marked, where.parent_id());
  std::size_t at = 0;
  for (std::size_t i = old.index; i > 0 && at == 0; --i)
    for (std::size_t k = 0; k < list->size(); ++k)
      if ((*list)[k].id == (*old.list)[i - 1].id) at = k + 1;
  gone.id = 0;
  list->insert(list->begin() + static_cast<std::ptrdiff_t>(at), gone);
}

void put_back_citation(const Text& before, Text& marked, const Wanted& wanted) {
  const CitationSeat old = find_citation(const_cast<Text&>(before), wanted.citation.id);
  Item* item = find_item(marked, wanted.target);
  Citation gone = wanted.citation;
  mark(gone, kGone);
  const std::size_t at = std::min(old.index, item->citations.size());
  item->citations.insert(item->citations.begin() + static_cast<std::ptrdiff_t>(at), gone);
}

// Marks what one wish changes; those of words in an item are marked together beforehand.
void mark_wish(const Text& before, Text& marked, const Wanted& wanted) {
  switch (wanted.act) {
    case Act::kReword:
      find_item(marked, wanted.target)->text = struck(find_item(before, wanted.target)->text) + inserted(wanted.text);
      break;
    case Act::kAdd:
      mark(*find_item(marked, wanted.target), kNew);
      break;
    case Act::kRetitle:
      find_section(marked, wanted.target)->heading = struck(wanted.old) + inserted(wanted.text);
      break;
    case Act::kCite: {
      const CitationSeat seat = find_citation(marked, wanted.citation.id);
      mark(seat.item->citations[seat.index], kNew);
      break;
    }
    case Act::kPassage:
      mark_passage(*find_item(marked, wanted.target), wanted);
      break;
    case Act::kUncite:
      put_back_citation(before, marked, wanted);
      break;
    case Act::kRemove:
      put_back(before, marked, wanted.target, kGone);
      break;
    case Act::kMove:
      mark(*find_item(marked, wanted.target), kHere);
      put_back(before, marked, wanted.target, kAway);
      break;
    default:
      break;
  }
}

// Reads the marks out of the printed paragraphs.
class Unmarking {
 public:
  explicit Unmarking(Paper& paper) : paper_(paper) {}

  void read(std::string paragraph) {
    for (const char mark : {kNew, kGone, kHere, kAway}) {
      const std::size_t at = paragraph.find(mark);
      if (at == std::string::npos) continue;
      std::erase(paragraph, mark);
      return whole(paragraph, mark);
    }
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
      const char end = paragraph[i] == kIn ? kInEnd : kOutEnd;
      if (paragraph[i] != kIn && paragraph[i] != kOut) {
        paper_.text += paragraph[i];
        continue;
      }
      const std::size_t close = paragraph.find(end, i);
      note(paragraph.substr(i + 1, close - i - 1), paragraph[i] == kIn, 0);
      i = close;
    }
    paper_.text += "\n";
  }

 private:
  void whole(const std::string& paragraph, char mark) {
    note(paragraph + "\n", mark == kNew || mark == kHere, mark == kHere || mark == kAway ? 1 : 0);
  }

  void note(const std::string& words, bool in, std::size_t move) {
    const std::size_t begin = paper_.text.size();
    if (in) paper_.text += words;
    const Revision::Kind kind = in ? Revision::Kind::kInsertion : Revision::Kind::kDeletion;
    paper_.source.revisions.push_back({kind, paper_.source.by, "", {begin, paper_.text.size()}, words, move});
  }

  Paper& paper_;
};

}  // namespace

Paper marked_copy_of(const AskedRound& round, const std::string& by) {
  Paper paper;
  paper.source.id = by + ".docx";
  paper.source.by = by;
  std::vector<Wanted> wishes;
  std::map<Id, std::vector<Wanted>> words;
  for (std::size_t r = 0; r < round.requests.size(); ++r) {
    const Request& request = round.requests[r];
    if (request.by != by) continue;
    wishes.push_back(request.wanted);
    if (is_in_words(request.wanted.act)) words[request.wanted.target].push_back(request.wanted);
    paper.sentences[r] = describe(request.wanted, round.before);
  }
  Text marked = with(round.before, wishes);
  for (const auto& [id, list] : words) find_item(marked, id)->text = with_marks(find_item(round.before, id)->text, list);
  for (const Wanted& wish : wishes) mark_wish(round.before, marked, wish);
  Unmarking unmarking(paper);
  for (const std::string& paragraph : paragraphs_of(marked)) unmarking.read(paragraph);
  return paper;
}

}  // namespace travaux::negotiations
