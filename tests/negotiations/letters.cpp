#include "negotiations/papers.h"
#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

using Fields = std::map<std::string, std::string>;

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// Spanish joins "de" and "el".
std::string of(const std::string& place) { return place.compare(0, 3, "el ") == 0 ? "d" + place : "de " + place; }

class Letter {
 public:
  Letter(const AskedRound& round, const std::string& by, bool free, const Phrases& phrases, Random& random)
      : round_(round), by_(by), free_(free), phrases_(phrases), random_(random), places_(round.before, phrases, random) {
    for (std::size_t r = 0; r < round.requests.size(); ++r)
      if (round.requests[r].by == by) mine_.push_back(r);
    random.shuffle(mine_);
  }

  Paper write() {
    paper_.source.by = by_;
    paper_.source.id = by_ + ".txt";
    line(filled(random_.pick(phrases_.of("opening")), {{"by", by_}}));
    numbered_ = !free_ && random_.chance(50);
    for (std::size_t next = 0; next < mine_.size();) next += free_ ? write_some(next) : write_plain(mine_[next]);
    if (free_) line(filled(random_.pick(phrases_.of("closing")), {{"by", by_}}));
    return std::move(paper_);
  }

 private:
  void line(const std::string& text) { paper_.text += text + "\n\n"; }

  void say(const std::vector<std::size_t>& requests, const std::string& sentence) {
    line(sentence);
    for (const std::size_t request : requests) paper_.sentences[request] = sentence;
  }

  std::size_t write_plain(std::size_t request) {
    const std::string number = numbered_ ? std::to_string(++count_) + ". " : "";
    say({request}, number + sentence(request, "plain-"));
    return 1;
  }

  // One or several wishes from `next` on, in a manner drawn by chance; how many.
  std::size_t write_some(std::size_t next) {
    if (random_.chance(20)) line(random_.pick(phrases_.of("remark")));
    const std::size_t first = mine_[next];
    const std::size_t manner = random_.below(100);
    if (manner < 20 && next + 1 < mine_.size() && knows("clause-", first) && knows("clause-", mine_[next + 1])) {
      const Fields both = {{"1", sentence(first, "clause-")}, {"2", sentence(mine_[next + 1], "clause-")}};
      say({first, mine_[next + 1]}, filled(random_.pick(phrases_.of("joined")), both));
      return 2;
    }
    if (manner < 35 && knows("under-", first)) return write_under(next);
    if (manner < 50 && knows("telegram-", first)) {
      say({first}, sentence(first, "telegram-"));
    } else {
      say({first}, sentence(first, "free-"));
    }
    return 1;
  }

  // The place as a heading, and what is wanted there under it: the wishes that come next and concern the same item.
  std::size_t write_under(std::size_t next) {
    const Id item = wanted(mine_[next]).target;
    line(capital(places_.item(item)) + (random_.chance(50) ? ":" : ""));
    std::size_t count = 0;
    while (next + count < mine_.size() && wanted(mine_[next + count]).target == item && knows("under-", mine_[next + count])) {
      say({mine_[next + count]}, sentence(mine_[next + count], "under-"));
      ++count;
    }
    return count;
  }

  const Wanted& wanted(std::size_t request) const { return round_.requests[request].wanted; }

  // What the templates call it; an insertion names the words before, those behind, or the end.
  std::string kind_of(const Wanted& wanted, bool draw) {
    static const std::string names[] = {"insert-after", "delete",  "replace", "reword", "add",    "remove",
                                        "move",         "retitle", "cite",    "uncite", "passage"};
    if (wanted.act == Act::kInsert && wanted.at_end) return "insert-end";
    if (wanted.act == Act::kInsert && draw && !wanted.next.empty() && random_.chance(30)) return "insert-before";
    return names[static_cast<std::size_t>(wanted.act)];
  }

  bool knows(const std::string& manner, std::size_t request) {
    return !phrases_.of(manner + kind_of(wanted(request), false)).empty();
  }

  std::string sentence(std::size_t request, const std::string& manner) {
    const Wanted& wish = wanted(request);
    const std::string kind = kind_of(wish, true);
    Fields fields = {{"new", wish.text}, {"old", wish.old}, {"anchor", wish.anchor}, {"next", wish.next}, {"by", by_}};
    if (wish.act == Act::kRetitle) {
      fields["section"] = places_.section(wish.target);
      fields["Section"] = capital(fields["section"]);
    } else if (wish.act != Act::kAdd) {
      fields["place"] = places_.item(wish.target);
      fields["of-place"] = of(fields["place"]);
      fields["Place"] = capital(fields["place"]);
      fields["short"] = places_.item(wish.target, "short");
    }
    if (wish.after != 0) {
      fields["after"] = places_.item(wish.after);
      fields["of-after"] = of(fields["after"]);
    }
    if (!wish.citation.heading.empty()) {
      fields["heading"] = wish.citation.heading + (wish.citation.locator.empty() ? "" : ", " + wish.citation.locator);
      fields["quote"] = wish.citation.passages.empty() ? "" : wish.citation.passages[0].text;
    }
    return filled(random_.pick(phrases_.of(manner + kind)), fields);
  }

  const AskedRound& round_;
  const std::string by_;
  const bool free_;
  const Phrases& phrases_;
  Random& random_;
  PlaceNames places_;
  std::vector<std::size_t> mine_;
  Paper paper_;
  bool numbered_ = false;
  std::size_t count_ = 0;
};

}  // namespace

PlaceNames::PlaceNames(const Text& text, const Phrases& phrases, Random& random)
    : text_(text), phrases_(phrases), random_(random), items_(items_of(text)) {}

std::string PlaceNames::pick(const std::string& kind, const std::string& otherwise) {
  const std::vector<std::string>& list = phrases_.of(kind);
  return random_.pick(list.empty() ? phrases_.of(otherwise) : list);
}

std::string PlaceNames::name_of(const Where& where, const std::string& kind) {
  Fields fields = {{"n", where.item->number}, {"a", where.section->number}, {"l", where.item->number}};
  if (where.parent != nullptr) {
    fields["above"] = item(where.parent->id, kind);
    return filled(pick(kind + "-point"), fields);
  }
  const std::string prefix = where.section->address_prefix;
  if (!prefix.empty()) {
    const std::size_t count = std::stoul(where.address.substr(prefix.size()));
    fields["n"] = std::to_string(count);
    const std::vector<std::string>& ordinals = phrases_.of("ordinal");
    const std::string form = pick(kind + (prefix == "PP" ? "-pp" : prefix == "OP" ? "-op" : "-unnumbered"));
    if (form.find("{ord}") == std::string::npos || count > ordinals.size())
      return filled(form.find("{ord}") == std::string::npos ? form : phrases_.of(kind + "-pp")[0], fields);
    fields["ord"] = ordinals[count - 1];
    return filled(form, fields);
  }
  if (text_.form == Form::kTreaty) return filled(pick(kind + (where.item->number.empty() ? "-article" : "-treaty")), fields);
  return filled(pick(kind + "-plan"), fields);
}

std::string PlaceNames::item(Id id, const std::string& kind) {
  for (const Where& where : items_)
    if (where.item->id == id) return name_of(where, kind);
  return "";
}

std::string PlaceNames::section(Id id) {
  for (const Section& section : text_.sections)
    if (section.id == id)
      return filled(pick(text_.form == Form::kTreaty ? "section-treaty" : "section-plan"),
                    {{"n", section.number}, {"a", section.number}});
  return "";
}

Paper letter_of(const AskedRound& round, const std::string& by, bool free, const Phrases& phrases, Random& random) {
  return Letter(round, by, free, phrases, random).write();
}

}  // namespace travaux::negotiations
