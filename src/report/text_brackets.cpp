// What became of brackets and options, as text.
#include <algorithm>

#include "report/brackets.h"
#include "report/text_summary.h"

namespace travaux::report {

namespace {

constexpr std::size_t kMostWords = 24, kFirstWords = 16, kLastWords = 6;

/// A long text by its first and last words.
std::string shortened(const std::string& text) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) begins.push_back(at + 1);
  if (begins.size() <= kMostWords) return text;
  return text.substr(0, begins[kFirstWords]) + "… " + text.substr(begins[begins.size() - kLastWords]);
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "nobody" : text;
}

std::string quoted(const BracketChange& change, const std::string& text, bool marks) {
  const bool lone = text == "[" || text == "]";
  return marks && !change.is_option && !lone ? "“[" + shortened(text) + "]”" : "“" + shortened(text) + "”";
}

std::string settled_words(const BracketChange& change) {
  switch (change.favour) {
    case Favour::kKept:
      return "settled, text kept";
    case Favour::kPart:
      return "settled, kept in part (" + quoted(change, change.instead, false) + ")";
    case Favour::kFilled:
      return "settled, replaced by " + quoted(change, change.instead, false);
    case Favour::kDeleted:
      return "settled, text deleted";
    default:
      return "mark gone";
  }
}

std::string opened_words(const BracketChange& change) {
  switch (change.favour) {
    case Favour::kKept:
      return "opened around existing text";
    case Favour::kPart:
      return "opened, in part around existing text (" + quoted(change, change.instead, false) + ")";
    case Favour::kFilled:
      return "opened in place of " + quoted(change, change.instead, false);
    case Favour::kDeleted:
      return "opened with new text";
    default:
      return "mark without a partner";
  }
}

std::string option_words(const BracketChange& change) {
  const bool settled = change.event == BracketEvent::kSettled;
  const bool choice = !change.alternatives.empty();
  if (!settled) return choice ? "options opened, " + list_of(change.alternatives) : change.option + " added";
  if (!choice) return change.option + (change.favour == Favour::kKept ? " settled, text kept" : " dropped");
  if (change.favour != Favour::kOption) return "settled, no text of " + list_of(change.alternatives) + " kept";
  return change.alternatives.size() == 1 ? "settled, " + change.option + " taken"
                                         : "settled, " + change.option + " chosen of " + list_of(change.alternatives);
}

std::string what_happened(const BracketChange& change) {
  if (change.is_option) return option_words(change);
  switch (change.event) {
    case BracketEvent::kOpened:
      return opened_words(change);
    case BracketEvent::kSettled:
      return settled_words(change);
    case BracketEvent::kEdited:
      return "text within edited";
    case BracketEvent::kBounds:
      return "bounds moved";
    case BracketEvent::kRenamed:
      break;
  }
  return "groups changed, " + list_of(change.from_groups) + " → " + list_of(change.groups);
}

void write_change(Writer& out, const BracketChange& change) {
  constexpr std::size_t kIndent = 2, kHang = 6;
  const std::string& item = change.to_item.empty() ? change.from_item : change.to_item;
  out.line(kIndent, kHang).add(Style::kAddress, item.empty() ? "–" : item).add("  ");
  out.add(Style::kTag, what_happened(change)).add(": ");
  const bool before = !change.from_text.empty() && change.event != BracketEvent::kOpened;
  const bool after = !change.text.empty() && change.event != BracketEvent::kSettled && change.event != BracketEvent::kRenamed;
  if (before) out.add(Style::kPlain, quoted(change, change.from_text, true));
  if (before && after) out.add(" → ");
  if (after || !before) out.add(Style::kPlain, quoted(change, change.text, true));
  const std::vector<std::string>& groups = change.event == BracketEvent::kSettled ? change.from_groups : change.groups;
  if (!groups.empty() && change.event != BracketEvent::kRenamed) out.add(" (" + list_of(groups) + ")");
}

}  // namespace

void write_brackets(Writer& out, const BracketDiff& brackets) {
  if (brackets.changes.empty()) return;
  out.gap().line().add(Style::kHeading, "Brackets");
  for (const BracketChange& change : brackets.changes) write_change(out, change);
}

void write_bracket_summary(Writer& out, const BracketDiff& brackets) {
  const std::string before = open_words(brackets.from), after = open_words(brackets.to);
  if (before.empty() && after.empty()) return;
  out.line(2, 14).add(Style::kAddress, "brackets").add("    ");
  out.add((before.empty() ? "none open" : before) + " → " + (after.empty() ? "none open" : after));
  Tally tally;
  for (const BracketChange& change : brackets.changes) ++tally[std::string(travaux::name_of(change.event))];
  for (const auto& [name, count] : tally) out.add("; " + std::to_string(count) + " ").add(Style::kTag, name);
}

}  // namespace travaux::report
