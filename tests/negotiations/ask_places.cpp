// Places for words inside items: where a phrase ends, and the stretches between.
#include <algorithm>

#include "negotiations/ask_planner.h"
#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

constexpr std::size_t kApart = 7;  // words between two edits of an item

struct Word {
  std::size_t begin = 0, end = 0;
};

// An item's text and where its words stand, marks included.
struct Line {
  std::string text;
  std::vector<Word> words;

  explicit Line(const std::string& of) : text(of) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = std::min(text.find(' ', i), text.size());
      if (end > i) words.push_back({i, end});
      i = end + 1;
    }
  }
  std::string at(std::size_t word) const { return text.substr(words[word].begin, words[word].end - words[word].begin); }
  std::string from(std::size_t first, std::size_t last) const {
    return text.substr(words[first].begin, words[last].end - words[first].begin);
  }
  // Letters and hyphens alone: no mark stands in it or behind it.
  bool is_bare(std::size_t word) const {
    return at(word).find_first_of(".,;:[]()\"'/") == std::string::npos && at(word).find("\xE2\x80") == std::string::npos;
  }
};

bool occurs_once(const std::string& text, const std::string& words) {
  const std::string all = lowered(text);
  const std::string sought = lowered(words);
  const std::size_t first = all.find(sought);
  return first != std::string::npos && all.find(sought, first + 1) == std::string::npos;
}

bool is_small(const Lexicon& words, const std::string& word) {
  return std::find(words.small.begin(), words.small.end(), lowered(word)) != words.small.end();
}

bool ends_phrase(const Line& line, const Lexicon& words, std::size_t word) {
  return line.is_bare(word) && line.is_bare(word + 1) && !is_small(words, line.at(word)) && is_small(words, line.at(word + 1));
}

// The fewest words, three at least, that end at `last` and occur once; empty where none do.
std::string words_before(const Line& line, std::size_t last) {
  for (std::size_t count = 3; count < 8 && count <= last + 1; ++count) {
    const std::string words = line.from(last + 1 - count, last);
    if (words.find_first_of("[]()\"") != std::string::npos || words.find("\xE2\x80") != std::string::npos) return "";
    if (occurs_once(line.text, words)) return words;
  }
  return "";
}

// The same for words that begin at `first`; a mark behind the last is left off.
std::string words_behind(const Line& line, std::size_t first) {
  for (std::size_t count = 3; count < 8 && first + count <= line.words.size(); ++count) {
    std::string words = line.from(first, first + count - 1);
    while (!words.empty() && std::string(".,;:").find(words.back()) != std::string::npos) words.pop_back();
    if (words.find_first_of("[]()\"") != std::string::npos || words.find("\xE2\x80") != std::string::npos) return "";
    if (occurs_once(line.text, words)) return words;
  }
  return "";
}

struct Candidate {
  Wanted wanted;
  std::size_t first = 0, last = 0;
};

void add_gaps(Id id, const Line& line, const Lexicon& words, std::vector<Candidate>& list) {
  for (std::size_t i = 2; i + 4 < line.words.size(); ++i) {
    if (!ends_phrase(line, words, i)) continue;
    Candidate found{{}, i - 1, i + 2};
    found.wanted.target = id;
    found.wanted.begin = found.wanted.end = line.words[i].end;
    found.wanted.anchor = words_before(line, i);
    found.wanted.next = words_behind(line, i + 1);
    if (!found.wanted.anchor.empty()) list.push_back(found);
  }
  const std::size_t last = line.words.size() - 1;
  const std::string final_word = line.at(last);
  if (std::string(".;,").find(final_word.back()) == std::string::npos) return;
  Candidate found{{}, last - 1, last};
  found.wanted.target = id;
  found.wanted.begin = found.wanted.end = line.text.size() - 1;
  found.wanted.anchor = words_before(line, last);
  if (found.wanted.anchor.empty()) return;
  found.wanted.anchor.pop_back();
  found.wanted.at_end = true;
  list.push_back(found);
}

void add_stretches(Id id, const Line& line, const Lexicon& words, std::vector<Candidate>& list) {
  for (std::size_t i = 2; i + 4 < line.words.size(); ++i) {
    if (!ends_phrase(line, words, i)) continue;
    std::size_t end = i + 1;
    while (end + 1 < line.words.size() && line.is_bare(end) && !ends_phrase(line, words, end)) ++end;
    if (end + 1 >= line.words.size() || !line.is_bare(end) || end - i < 3 || end - i > 6) continue;
    Candidate found{{}, i, end + 1};
    found.wanted.target = id;
    found.wanted.begin = line.words[i + 1].begin;
    found.wanted.end = line.words[end].end;
    found.wanted.old = line.from(i + 1, end);
    found.wanted.act = Act::kReplace;
    if (occurs_once(line.text, found.wanted.old)) list.push_back(found);
  }
}

}  // namespace

bool AskPlanner::is_free(Id item, std::size_t first, std::size_t last) const {
  const auto taken = taken_.find(item);
  if (touched_.count(item) > 0) return false;
  if (taken == taken_.end()) return true;
  return std::all_of(taken->second.begin(), taken->second.end(), [&](const std::pair<std::size_t, std::size_t>& range) {
    return last + kApart < range.first || first > range.second + kApart;
  });
}

AskPlanner::Place AskPlanner::gap(const Section* not_in) {
  std::vector<Candidate> list;
  for (const Where& where : items_of(round_.before)) {
    const Line line(where.item->text);
    if (where.section != not_in && line.words.size() > 7) add_gaps(where.item->id, line, words_, list);
  }
  std::erase_if(list, [&](const Candidate& c) { return !is_free(c.wanted.target, c.first, c.last); });
  if (list.empty()) return std::nullopt;
  const Candidate& drawn = random_.pick(list);
  taken_[drawn.wanted.target].push_back({drawn.first, drawn.last});
  return drawn.wanted;
}

AskPlanner::Place AskPlanner::stretch() {
  std::vector<Candidate> list;
  for (const Where& where : items_of(round_.before)) {
    const Line line(where.item->text);
    if (line.words.size() > 7) add_stretches(where.item->id, line, words_, list);
  }
  std::erase_if(list, [&](const Candidate& c) { return !is_free(c.wanted.target, c.first, c.last); });
  if (list.empty()) return std::nullopt;
  const Candidate& drawn = random_.pick(list);
  taken_[drawn.wanted.target].push_back({drawn.first, drawn.last});
  return drawn.wanted;
}

// In a passage that is long enough to stay itself, of an instrument that its item cites once.
AskPlanner::Place AskPlanner::stretch_of_passage() {
  std::vector<Candidate> list;
  for (const Where& where : items()) {
    for (const Citation& citation : where.item->citations) {
      const auto same = [&](const Citation& other) { return other.instrument == citation.instrument; };
      const auto times = std::count_if(where.item->citations.begin(), where.item->citations.end(), same);
      if (times > 1 || used_.count(citation.instrument) > 0) continue;
      for (const Passage& passage : citation.passages) {
        const Line line(passage.text);
        const std::size_t known = list.size();
        if (line.words.size() > 13) add_stretches(where.item->id, line, words_, list);
        for (std::size_t i = known; i < list.size(); ++i) {
          list[i].wanted.act = Act::kPassage;
          list[i].wanted.citation = citation;
          list[i].wanted.passage = passage.id;
        }
      }
    }
  }
  if (list.empty()) return std::nullopt;
  return random_.pick(list).wanted;
}

std::vector<std::string> AskPlanner::phrase(const std::string& kind) {
  std::vector<std::string> list;
  for (const std::string& line : phrases_.of(kind))
    if (used_.count(line) == 0) list.push_back(line);
  if (list.empty()) return {};
  const std::string line = random_.pick(list);
  used_.insert(line);
  return variants_of(line);
}

}  // namespace travaux::negotiations
