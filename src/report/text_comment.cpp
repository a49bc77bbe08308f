// A comment as text: a line for each proposal, then what was not placed and why, then the lines that could not be read.
#include <fmt/format.h>

#include <algorithm>

#include "report/styled.h"
#include "travaux/report.h"

namespace travaux {
namespace {

constexpr std::size_t kShownBytes = 160;  // of quoted words: a line or two

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// Words on one line, the middle left out of long ones.
std::string shown(std::string_view words) {
  std::string text = fold_white_space(words);
  if (text.size() <= kShownBytes) return text;
  std::size_t head = text.rfind(' ', kShownBytes * 2 / 3);
  std::size_t tail = text.find(' ', text.size() - kShownBytes / 3);
  if (head == std::string::npos) head = 0;
  if (tail == std::string::npos) tail = text.size();
  return text.substr(0, head) + " …" + text.substr(tail);
}

std::string name_of(const Target& target) {
  const std::string& name = target.address.empty() ? target.printed : target.address;
  return target.is_section && !target.address.empty() ? "section " + name : name;
}

std::string names_of(const std::vector<Target>& targets) {
  std::string text;
  for (const Target& target : targets) {
    const std::string name = name_of(target);
    if (!name.empty()) text += (text.empty() ? "" : ", ") + name;
  }
  return text;
}

std::string_view where_word(Proposal::Where where) {
  static constexpr std::string_view kWords[] = {"to", "before", "after", "at the start of", "at the end of", "under"};
  return kWords[static_cast<std::size_t>(where)];
}

void add_words(report::Writer& out, const Proposal& p) {
  const bool said = !has_fate(p.asks);
  const bool marked = p.asks == Ask::kBracket || p.asks == Ask::kUnbracket || p.asks == Ask::kMove;
  if (said) {
    out.add(": ").add(shown(p.words));
    return;
  }
  if (!p.heading.empty()) out.add(", ").add(Style::kAddress, shown(p.heading.substr(0, p.heading.find_last_not_of(": ") + 1)));
  if (!p.old_words.empty()) out.add(": ").add(marked ? Style::kPlain : Style::kDeleted, shown(p.old_words));
  if (!p.new_words.empty()) out.add(p.old_words.empty() ? ": " : " ").add(Style::kInserted, shown(p.new_words));
  for (const std::string& part : p.parts) out.add(" / ").add(Style::kInserted, shown(part));
  if (p.asks == Ask::kInsert && !p.anchor.empty()) {
    out.add(fmt::format(" {} “{}”", p.where == Proposal::Where::kBefore ? "before" : "after", shown(p.anchor)));
  }
  if (p.asks == Ask::kInsert && p.anchor.empty() && p.where == Proposal::Where::kStart) out.add(" at the start");
}

void add_proposal(report::Writer& out, const Proposal& p, bool name_groups) {
  out.line(2, 4);
  if (p.number) out.add(Style::kAddress, *p.number).add("  ");
  if (name_groups) out.add(Style::kTag, p.by.empty() ? "(nobody named) " : joined(p.by) + " ");
  out.add(std::string(travaux::name_of(p.asks)));
  if (const std::string names = names_of(p.targets); !names.empty()) out.add(" ").add(Style::kAddress, names);
  if (p.destination && p.asks != Ask::kMerge) {
    out.add(fmt::format(" {} ", where_word(p.where))).add(Style::kAddress, name_of(*p.destination));
  }
  add_words(out, p);
  if (p.alternatives) out.add(Style::kNote, fmt::format(" ({} places: one of them is meant)", p.wanted.size()));
  if (!p.alternatives && p.wanted.size() > 1) out.add(Style::kNote, fmt::format(" ({} places)", p.wanted.size()));
  out.add(Style::kDim, fmt::format(" [line {}]", p.line));
}

bool is_unplaced(const Proposal& p) { return has_fate(p.asks) && !p.placed; }

void add_unplaced(report::Writer& out, const std::vector<Proposal>& proposals) {
  out.gap().line().add(Style::kHeading, "Not placed in the draft");
  for (const Proposal& p : proposals) {
    if (!is_unplaced(p)) continue;
    out.line(2, 4).add(Style::kWarning, fmt::format("line {}", p.line));
    if (p.number) out.add(", ").add(Style::kAddress, *p.number);
    out.add(": ").add(p.why_unplaced.empty() ? "It names no place of the draft." : p.why_unplaced);
  }
}

void add_diagnostics(report::Writer& out, const std::vector<Diagnostic>& diagnostics) {
  out.gap().line().add(Style::kHeading, "To be looked at");
  for (const Diagnostic& diagnostic : diagnostics) {
    const Style style = diagnostic.severity == Severity::kWarning ? Style::kWarning : Style::kNote;
    out.line(2, 4).add(style, fmt::format("line {}", diagnostic.line)).add(": ").add(diagnostic.message);
  }
}

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

StyledText comment_text(const Comment& comment) {
  StyledText text;
  report::Writer out(text);
  out.line().add(Style::kHeading, comment.by.empty() ? "nobody named" : joined(comment.by));
  out.add(fmt::format(": {} on {}", travaux::name_of(comment.form), comment.on));
  if (!comment.date.empty()) out.add(", " + comment.date);
  out.gap();
  for (const Proposal& p : comment.proposals) add_proposal(out, p, comment.by.size() > 1 || p.by != comment.by);
  if (comment.proposals.empty()) out.line(2).add("It asks for nothing.");
  const auto unplaced = std::count_if(comment.proposals.begin(), comment.proposals.end(), is_unplaced);
  if (unplaced > 0) add_unplaced(out, comment.proposals);
  if (!comment.diagnostics.empty()) add_diagnostics(out, comment.diagnostics);
  const auto asked =
      std::count_if(comment.proposals.begin(), comment.proposals.end(), [](const Proposal& p) { return has_fate(p.asks); });
  out.gap().line().add(fmt::format("{}, {} not placed; {} that ask for nothing.",
                                   plural(static_cast<std::size_t>(asked), "request"), unplaced,
                                   plural(comment.proposals.size() - static_cast<std::size_t>(asked), "remark")));
  return text;
}

}  // namespace travaux
