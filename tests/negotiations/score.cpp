#include "negotiations/score.h"

#include <algorithm>
#include <stdexcept>

#include "negotiations/render.h"
#include "negotiations/tokens.h"
#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::negotiations {
namespace {

// A triple to compare, and how to show it: rows by what it counts for.
using Answers = std::map<std::string, std::set<std::string>>;

std::string joined(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  std::string all;
  for (const std::string& one : list) all += (all.empty() ? "" : " + ") + one;
  return all.empty() ? "–" : all;
}

void add(Answers& answers, const std::string& kind, const std::string& pair, const std::set<Change>& changes) {
  for (const Change change : changes) answers[kind + " " + std::string(name_of(change))].insert(pair);
  const bool matched = pair.find("–") == std::string::npos;
  if (matched) answers[kind + (changes.empty() ? " matched, unchanged" : " matched, changed")].insert(pair);
}

Answers answers_of(const Truth& truth) {
  Answers answers;
  for (const Entry& entry : truth.sections)
    add(answers, "sections", joined(entry.from) + " → " + joined(entry.to), entry.changes);
  for (const Entry& entry : truth.items) add(answers, "items", joined(entry.from) + " → " + joined(entry.to), entry.changes);
  for (const CitationEntry& entry : truth.citations) {
    const std::string from = entry.from.empty() ? "–" : entry.from;
    const std::string to = entry.to.empty() ? "–" : entry.to;
    add(answers, "citations", from + " → " + to + "  " + entry.instrument, entry.changes);
  }
  return answers;
}

std::set<Change> set_of(const Changes& changes) {
  const std::vector<Change> list = changes.list();
  return {list.begin(), list.end()};
}

std::string key_of(const std::optional<CitationSide>& side) {
  return side ? side->item + "@" + std::to_string(side->index) : "–";
}

Answers answers_of(const DocumentDiff& diff) {
  Answers answers;
  const auto place = [](const std::optional<std::size_t>& index) { return index ? "§" + std::to_string(*index + 1) : "–"; };
  for (const SectionDiff& entry : diff.sections)
    add(answers, "sections", place(entry.from_index) + " → " + place(entry.to_index), set_of(entry.changes));
  for (const ItemDiff& entry : diff.items)
    add(answers, "items", joined(entry.from) + " → " + joined(entry.to), set_of(entry.changes));
  for (const CitationDiff& entry : diff.citations)
    add(answers, "citations", key_of(entry.from) + " → " + key_of(entry.to) + "  " + entry.instrument, set_of(entry.changes));
  return answers;
}

Document read_back(const std::string& bytes) {
  const Result<Reading> reading = read_bytes(bytes, "draft.txt");
  if (!reading) throw std::runtime_error(to_string(reading.error()));
  return parse(reading->text);
}

bool is_move(const std::string& row) { return row.size() > 6 && row.compare(row.size() - 6, 6, " moved") == 0; }

std::string misread_citations(const Item& meant, const travaux::Item& read) {
  if (meant.citations.size() != read.citations.size())
    return read.address + " has " + std::to_string(read.citations.size()) + " citations for " +
           std::to_string(meant.citations.size());
  for (std::size_t c = 0; c < meant.citations.size(); ++c) {
    const Citation& a = meant.citations[c];
    const travaux::Citation& b = read.citations[c];
    const std::string place = read.address + "@" + std::to_string(c + 1);
    if (a.instrument != b.instrument) return place + " was read as " + b.instrument + " for " + a.instrument;
    if (lowered(a.locator) != lowered(b.locator.value_or("")))
      return place + " has the locator \"" + b.locator.value_or("") + "\"";
    if (a.passages.size() != b.passages.size()) return place + " has " + std::to_string(b.passages.size()) + " passages";
  }
  return "";
}

}  // namespace

Count& Count::operator+=(const Count& other) {
  right += other.right;
  wrong += other.wrong;
  missing += other.missing;
  return *this;
}

double Count::precision() const {
  return right + wrong == 0 ? 1 : static_cast<double>(right) / static_cast<double>(right + wrong);
}

double Count::recall() const {
  return right + missing == 0 ? 1 : static_cast<double>(right) / static_cast<double>(right + missing);
}

double Count::f1() const {
  const std::size_t all = 2 * right + wrong + missing;
  return all == 0 ? 1 : 2.0 * static_cast<double>(right) / static_cast<double>(all);
}

Score& Score::operator+=(const Score& other) {
  for (const auto& [row, count] : other.rows) rows[row] += count;
  drafts += other.drafts;
  without_error += other.without_error;
  misread += other.misread;
  not_silent += other.not_silent;
  false_moves += other.false_moves;
  return *this;
}

Count Score::all(const std::string& kind) const {
  Count sum;
  for (const auto& [row, count] : rows)
    if (row.compare(0, kind.size(), kind) == 0 && row.find("matched") == std::string::npos) sum += count;
  return sum;
}

std::string misreading(const Text& text, const Document& document) {
  if (text.sections.size() != document.sections.size()) return std::to_string(document.sections.size()) + " sections";
  for (std::size_t s = 0; s < text.sections.size(); ++s) {
    const std::string& meant = text.sections[s].heading;
    const bool printed = text.sections[s].address_prefix.empty();
    if (printed && loose_words_of(comparison_form(meant)) != loose_words_of(comparison_form(document.sections[s].heading)))
      return "section \"" + meant + "\" was read as \"" + document.sections[s].heading + "\"";
  }
  const std::vector<Where> meant = items_of(text);
  std::string fault;
  std::size_t at = 0;
  for_each_item(document, [&](const travaux::Item& read, const Place&) {
    const std::size_t i = at++;
    if (!fault.empty() || i >= meant.size()) return;
    if (read.address != meant[i].address) {
      fault = meant[i].address + " was read as " + read.address;
    } else if (loose_words_of(comparison_form(read.text)) != loose_words_of(comparison_form(meant[i].item->text))) {
      fault = meant[i].address + " was read as: " + read.text;
    } else {
      fault = misread_citations(*meant[i].item, read);
    }
  });
  if (fault.empty() && at != meant.size()) fault = std::to_string(at) + " items for " + std::to_string(meant.size());
  return fault;
}

Judgement judge_answer(const Truth& truth, const DocumentDiff& answer) {
  Judgement judgement;
  Answers asked = answers_of(truth);
  Answers given = answers_of(answer);
  for (const auto& [row, pairs] : given) asked[row];
  for (const auto& [row, pairs] : asked) {
    Count& count = judgement.score.rows[row];
    for (const std::string& pair : pairs) {
      const bool found = given[row].count(pair) > 0;
      ++(found ? count.right : count.missing);
      if (!found) judgement.faults.push_back({true, row, pair});
    }
    for (const std::string& pair : given[row])
      if (pairs.count(pair) == 0) {
        ++count.wrong;
        judgement.faults.push_back({false, row, pair});
        if (is_move(row)) ++judgement.score.false_moves;
      }
  }
  judgement.score.drafts = 1;
  judgement.score.without_error = judgement.faults.empty() ? 1 : 0;
  return judgement;
}

Judgement judge(const Round& round, const Printing& printing) {
  Document from = read_back(render_noisy(round.before, printing.from, printing.seed));
  Document to = read_back(render_noisy(round.after, printing.to, printing.seed + 1));
  resolve_instruments({&from, &to}, built_in_registry());
  Judgement judgement = judge_answer(round.truth, diff(from, to));
  for (const auto& [text, document] : {std::pair(&round.before, &from), std::pair(&round.after, &to)}) {
    const std::string fault = misreading(*text, *document);
    if (fault.empty()) continue;
    ++judgement.score.misread;
    judgement.faults.push_back({false, text == &round.before ? "A misread" : "B misread", fault});
  }
  if (printing.from == kNoNoise) return judgement;
  Document plain_from = read_back(render(round.before));
  resolve_instruments({&plain_from, &from}, built_in_registry());
  if (!diff(plain_from, from).empty()) {
    ++judgement.score.not_silent;
    judgement.faults.push_back({false, "A differs from A with noise", names_of_noise(printing.from)});
  }
  return judgement;
}

}  // namespace travaux::negotiations
