// Pairs the square brackets of a document and says of each what it is.
#include "travaux/brackets.h"

#include <algorithm>

#include "model/bracket_marks.h"
#include "model/bracket_words.h"
#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::size_t kEditorial = 3;  // letters that an editor puts in brackets within a quotation: "[T]he", "[it]"

bool in_citation(Role role) { return role == Role::kCitation || role == Role::kPassage; }

/// "[T]he", "[…]" of a quotation.
bool is_editorial(std::string_view source, const SquareBracket& bracket) {
  const std::string_view content = bracket.content.of(source);
  if (is_placeholder(content)) return true;
  std::size_t at = bracket.span.end;
  const bool glued = at < source.size() && is_letter(next_code_point(source, at));
  return glued && content.size() <= kEditorial;
}

void read_kind(const Blocks& blocks, SquareBracket& bracket) {
  const std::string_view source = blocks.source();
  const Role role = blocks.at(bracket.span.begin).role;
  const std::string_view content = bracket.content.of(source);
  if (role == Role::kStatus) {
    bracket.kind = BracketKind::kStatus;
  } else if (in_citation(role) && is_editorial(source, bracket)) {
    bracket.kind = BracketKind::kEditorial;
  } else if (is_placeholder(content)) {
    bracket.kind = BracketKind::kPlaceholder;
  } else if (const std::size_t label = option_label(content);
             label > 0 && content.find_first_not_of(' ', label) == std::string_view::npos) {
    bracket.kind = BracketKind::kLabel;
  } else if (const std::size_t end = names_end(content, bracket.names)) {
    bracket.kind = BracketKind::kNamed;
    bracket.content.begin += end;
  }
  bracket.content = trim_white_space(source, bracket.content);
}

BracketExtent extent_of(const Blocks& blocks, const MarkPair& pair, Span span) {
  const bool heading = blocks.at(span.begin).role == Role::kSectionHeading;
  if (heading && blocks.at(span.end - 1).role == Role::kSectionHeading) return BracketExtent::kHeading;
  if (span.of(blocks.source()).find('\n') != std::string_view::npos) return BracketExtent::kParagraphs;
  return pair.at_begin && pair.at_end ? BracketExtent::kParagraph : BracketExtent::kWords;
}

SquareBracket bracket_of(const Blocks& blocks, const MarkPair& pair) {
  SquareBracket bracket;
  bracket.balanced = pair.open != MarkPair::kNone && pair.close != MarkPair::kNone;
  bracket.opens = pair.open != MarkPair::kNone;
  const std::size_t first = bracket.opens ? pair.open : pair.close;
  const std::size_t last = bracket.balanced ? pair.close : first;
  bracket.span = {first, last + 1};
  bracket.place = blocks.at(first).place;
  bracket.end_place = blocks.at(last).place;
  if (!bracket.balanced) {
    bracket.content = {first, first};
    if (blocks.at(first).role == Role::kStatus) bracket.kind = BracketKind::kStatus;
    return bracket;
  }
  bracket.content = {first + 1, last};
  read_kind(blocks, bracket);
  bracket.extent = extent_of(blocks, pair, bracket.span);
  return bracket;
}

/// How many pairs each stands in. Pairs never cross.
std::vector<std::size_t> depths_of(const std::vector<MarkPair>& pairs) {
  std::vector<std::size_t> depths, closes;
  for (const MarkPair& pair : pairs) {
    const std::size_t first = pair.open != MarkPair::kNone ? pair.open : pair.close;
    while (!closes.empty() && closes.back() < first) closes.pop_back();
    depths.push_back(closes.size());
    if (pair.open != MarkPair::kNone && pair.close != MarkPair::kNone) closes.push_back(pair.close);
  }
  return depths;
}

}  // namespace

std::string_view name_of(BracketKind kind) {
  static constexpr std::string_view kNames[] = {"plain", "named", "placeholder", "label", "status", "editorial"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(BracketExtent extent) {
  static constexpr std::string_view kNames[] = {"words", "paragraph", "paragraphs", "heading"};
  return kNames[static_cast<std::size_t>(extent)];
}

Bracketing brackets_of(const Document& document) {
  Bracketing bracketing;
  if (document.blocks.empty()) return bracketing;
  const Blocks blocks(document);
  const std::vector<MarkPair> pairs = pair_marks(blocks);
  const std::vector<std::size_t> depths = depths_of(pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (depths[i] >= kDeepestNesting) continue;
    bracketing.brackets.push_back(bracket_of(blocks, pairs[i]));
    bracketing.brackets.back().depth = depths[i];
  }
  bracketing.options = options_in(blocks, bracketing.brackets);
  return bracketing;
}

OpenCounts count_open(const Bracketing& bracketing) {
  OpenCounts counts;
  for (const SquareBracket& bracket : bracketing.brackets) {
    const bool words = bracket.kind == BracketKind::kPlain || bracket.kind == BracketKind::kNamed;
    counts.brackets += words ? 1 : 0;
    counts.named += bracket.kind == BracketKind::kNamed ? 1 : 0;
    counts.unbalanced += words && !bracket.balanced ? 1 : 0;
    counts.placeholders += bracket.kind == BracketKind::kPlaceholder ? 1 : 0;
  }
  counts.options = bracketing.options.size();
  return counts;
}

std::string open_words(const OpenCounts& counts) {
  std::string text;
  const auto add = [&text](std::size_t count, std::string_view noun) {
    if (count == 0) return;
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
  };
  add(counts.brackets, "bracket");
  add(counts.options, "option");
  add(counts.placeholders, "placeholder");
  return text.empty() ? text : text + " open";
}

}  // namespace travaux
