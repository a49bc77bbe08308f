#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "report/md_escape.h"
#include "support.h"
#include "tools.h"

namespace travaux {
namespace {

using test::block;
using Json = nlohmann::json;

/// The redline's text as pandoc reads it out of Markdown, without what is said about it: for each draft its words.
class PandocReading {
 public:
  explicit PandocReading(const std::string& markdown) {
    const Json json = Json::parse(test::said_of(markdown, "pandoc -f gfm -t json @"));
    std::size_t rules = 0;
    for (const Json& one : json["blocks"]) {
      if (one["t"] == "HorizontalRule") {
        ++rules;
      } else if (rules == 1) {
        read(one);
      }
    }
    EXPECT_EQ(rules, 2U) << "a rule of the draft's own";
  }

  std::string earlier, later;
  std::set<std::string> kinds;  ///< of the elements met

 private:
  void read(const Json& node) {
    if (node.is_array()) {
      for (const Json& one : node) read(one);
      return;
    }
    const std::string kind = node["t"];
    kinds.insert(kind);
    if (kind == "Str") return put(node["c"]);
    if (kind == "Space" || kind == "SoftBreak" || kind == "LineBreak") return put(" ");
    if (kind == "RawInline") return mark(node["c"][1]);
    if (kind == "Note") return;
    const Json& content = node["c"];
    if (kind == "Header") {
      read(content[2]);
    } else if (kind == "Link" || kind == "Image" || kind == "Span") {
      read(content[1]);
    } else if (kind == "Code" || kind == "Math" || kind == "RawBlock" || kind == "CodeBlock") {
      put(content[1]);
    } else {
      read(content);
    }
    if (kind == "Para" || kind == "Header" || kind == "Plain") put("\n");
  }

  void mark(const std::string& tag) {
    if (tag == "<br>") return put(" ");
    const bool closes = tag.starts_with("</");
    const std::string name = tag.substr(closes ? 2 : 1, tag.size() - (closes ? 3 : 2));
    if (name == "ins")
      inserted_ += closes ? -1 : 1;
    else if (name == "del")
      deleted_ += closes ? -1 : 1;
    else if (name == "sub")
      said_ += closes ? -1 : 1;
    else
      ADD_FAILURE() << "an element of the draft's own: " << tag;
  }

  void put(const std::string& words) {
    if (said_ > 0) return;
    if (inserted_ == 0) earlier += words;
    if (deleted_ == 0) later += words;
  }

  int inserted_ = 0, deleted_ = 0, said_ = 0;
};

std::string words_of(const Redline& redline, RunKind other) {
  std::string words;
  for (const RedlineBlock& one : redline.blocks) {
    for (const Run& run : one.runs) words += run.kind == other ? "" : run.text;
    words += "\n";
  }
  return comparison_form(words);
}

std::string markdown_of(const test::Pair& pair, const RedlineNotes& notes = {}, const RedlineForm& form = {}) {
  return redline_markdown(pair.redline, pair.changes, pair.from, pair.to, notes, form);
}

std::string markdown_of(std::vector<RedlineBlock> blocks) {
  return redline_markdown(test::redline_of(std::move(blocks)), {}, {}, {}, {}, {});
}

bool has(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

void expect_both_sides(const Redline& redline, const std::string& markdown) {
  const PandocReading reading(markdown);
  EXPECT_EQ(comparison_form(reading.later), words_of(redline, RunKind::kDeleted));
  EXPECT_EQ(comparison_form(reading.earlier), words_of(redline, RunKind::kInserted));
  for (const char* kind : {"Emph", "Code", "Math", "Image", "RawBlock", "CodeBlock", "BulletList", "OrderedList", "Table"}) {
    EXPECT_FALSE(reading.kinds.contains(kind)) << kind << ": some character of a draft was taken for markup";
  }
}

/// Blocks of characters that are markup somewhere, always the same.
std::vector<RedlineBlock> blocks_of_markup() {
  static const std::vector<std::string> kPieces{
      "*", "_", "`", "~", "[", "]",  "(",   ")",  "<",  ">",  "#",  "+", "-", "1", ".",  "!", "|",        "\\", "&",   ";",   "$",
      ":", "=", "a", "b", " ", "  ", "amp", "^1", "<a", "/>", "w.", "@", "{", "}", "\"", "'", "\xC2\xA0", "é",  "://", "www."};
  std::mt19937 random(20110307);
  const auto one_of = [&](std::size_t count) { return random() % count; };
  std::vector<RedlineBlock> blocks;
  for (int i = 0; i < 4'000; ++i) {
    static constexpr Role kRoles[] = {Role::kItem, Role::kPassage, Role::kSectionHeading};
    static constexpr RunKind kKinds[] = {RunKind::kKept, RunKind::kInserted, RunKind::kDeleted};
    std::vector<Run> runs;
    for (int r = 0; r < 3; ++r) {
      Run run{kKinds[one_of(3)], ""};
      for (int n = 0; n < 8; ++n) run.text += kPieces[one_of(kPieces.size())];
      runs.push_back(std::move(run));
    }
    blocks.push_back(block(kRoles[one_of(3)], std::move(runs)));
  }
  return blocks;
}

TEST(RedlineMarkdown, MarksAChangeAsAnElementAndAsEmphasis) {
  const std::string markdown = markdown_of({block(
      Role::kItem,
      {{RunKind::kKept, "1.1 States"}, {RunKind::kDeleted, " shall"}, {RunKind::kInserted, " may"}, {RunKind::kKept, " act."}})});
  EXPECT_TRUE(has(markdown, "1\\.1 States <del>~~shall~~</del> <ins>**may**</ins> act.\n")) << markdown;
}

TEST(RedlineMarkdown, MarksAChangeInTheMiddleOfAWordAndOfPunctuation) {
  const Redline redline = test::redline_of({block(Role::kItem, {{RunKind::kKept, "the State"},
                                                                {RunKind::kInserted, "s, (all) of them,"},
                                                                {RunKind::kDeleted, "(s)"},
                                                                {RunKind::kKept, "act"},
                                                                {RunKind::kDeleted, " draft"},
                                                                {RunKind::kKept, "(s) of 5"},
                                                                {RunKind::kInserted, "."},
                                                                {RunKind::kKept, "5"}})});
  const std::string markdown = redline_markdown(redline, {}, {}, {});
  expect_both_sides(redline, markdown);
  const PandocReading reading(markdown);
  EXPECT_FALSE(has(reading.later, "*")) << reading.later;
  EXPECT_FALSE(has(reading.earlier, "~")) << reading.earlier;
}

TEST(RedlineMarkdown, GivesBothDraftsOfTheHistoryBack) {
  const std::vector<std::string>& names = test::history_drafts();
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const test::Pair pair(test::history(names[i]), test::history(names[i + 1]));
    const PandocReading reading(markdown_of(pair));
    EXPECT_EQ(comparison_form(reading.later), comparison_form(pair.to.source)) << names[i];
    EXPECT_EQ(comparison_form(reading.earlier), comparison_form(pair.from.source)) << names[i];
  }
}

TEST(RedlineMarkdown, TakesNoCharacterOfADraftForMarkup) {
  const std::vector<std::string> hostile{"1. a list",
                                         "2) another",
                                         "- a dash",
                                         "+ a plus",
                                         "* a star",
                                         "# a heading #",
                                         "> a quotation",
                                         "```a fence```",
                                         "~~~",
                                         "~~struck~~",
                                         "**bold** _it_ __b",
                                         "[a](b) ![c](d) [e][f]",
                                         "[g]: h",
                                         "[^1]: a note[^1]",
                                         "<b>bold</b>",
                                         "<!-- gone -->",
                                         "&amp; &#65; &",
                                         "a | b",
                                         "|---|---|",
                                         "===",
                                         "---",
                                         "***",
                                         "$x$ and $$y$$",
                                         "https://a_b_.org/*c*",
                                         "www.a_b.org",
                                         ":smile: 10:30",
                                         "a\\",
                                         "\\*a\\*",
                                         "- [ ] to do",
                                         "</ins></del>",
                                         "`code` ``",
                                         "1986. A good year.",
                                         "    indented",
                                         "\ttabbed",
                                         "== a ==",
                                         "_._",
                                         "\u202Eback",
                                         "\u2028apart",
                                         "{+in+} [-out-]",
                                         "<https://x.org>"};
  std::vector<RedlineBlock> blocks;
  for (const std::string& text : hostile) {
    for (const Role role : {Role::kFront, Role::kItem, Role::kCitation, Role::kPassage, Role::kSectionHeading}) {
      blocks.push_back(block(role, {{RunKind::kKept, text}}));
      blocks.push_back(block(role, {{RunKind::kKept, text + " "}, {RunKind::kInserted, text}, {RunKind::kDeleted, text}}));
      blocks.push_back(block(role, {{RunKind::kDeleted, text}, {RunKind::kKept, text}, {RunKind::kInserted, " " + text + " "}}));
    }
  }
  const Redline redline = test::redline_of(std::move(blocks));
  expect_both_sides(redline, redline_markdown(redline, {}, {}, {}));
}

TEST(RedlineMarkdown, TakesNoStringOfMarkupForMarkup) {
  const Redline redline = test::redline_of(blocks_of_markup());
  expect_both_sides(redline, redline_markdown(redline, {}, {}, {}));
}

TEST(RedlineMarkdown, MakesControlsVisibleAndDirectionMarksNumbers) {
  EXPECT_EQ(report::markdown_escaped("a\x1b[31mb\u202Ec", false), "a\uFFFD\\[31mb&#x202E;c");
}

TEST(RedlineMarkdown, TellsOfAMoveAtBothEnds) {
  const test::Pair pair(
      "1. A\n1.1 Report on the work of all the committees.\n1.2 Fund the patrols at every border.\n1.3 Train the "
      "staff of the ports.\n2. B\n2.1 Meet yearly in the capital.\n",
      "1. A\n1.1 Report on the work of all the committees.\n1.2 Train the staff of the ports.\n2. B\n2.1 Meet "
      "yearly in the capital.\n2.2 Fund the patrols at every border.\n");
  const std::string markdown = markdown_of(pair);
  EXPECT_TRUE(has(markdown, "<sub>moved to 2.2</sub>")) << markdown;
  EXPECT_TRUE(has(markdown, "<sub>moved from 1.2</sub>")) << markdown;
  expect_both_sides(pair.redline, markdown);
}

TEST(RedlineMarkdown, SaysWhatIsConstructedAndWhatItIsMadeFrom) {
  RedlineNotes notes;
  notes.notices = {"rev. 2 is a constructed example, not a historical document."};
  notes.origin = {
      {{"rev. 1", std::string(64, 'a'), "2011-05-03", "", 1, false}, {"rev. 2", std::string(64, 'b'), "", "", {}, true}},
      "0.1.0"};
  const std::string markdown = markdown_of(test::Pair("1. A\n1.1 One.\n", "1. A\n1.1 Two.\n"), notes);
  EXPECT_TRUE(has(markdown, "\n> rev. 2 is a constructed example, not a historical document.\n")) << markdown;
  EXPECT_TRUE(has(markdown, "rev. 1 · round 1 · 2011-05-03 · SHA-256 " + std::string(64, 'a'))) << markdown;
  EXPECT_TRUE(has(markdown, "travaux 0.1.0"));
}

TEST(RedlineMarkdown, LeavesOutInShortWhatDidNotChange) {
  std::string from = "1. A\n1.1 Untouched.\n1.2", to = from;
  for (int i = 0; i < 60; ++i) (i == 30 ? to : from) += i == 30 ? " new" : "", from += " word", to += " word";
  const test::Pair pair(from + ".\n2. B\n2.1 Same.\n", to + ".\n2. B\n2.1 Same.\n");
  const std::string markdown = markdown_of(pair, {}, {true, 4});
  EXPECT_TRUE(has(markdown, "… word word word word <ins>**new**</ins> word word word word …")) << markdown;
  EXPECT_TRUE(has(markdown, "## 1. A")) << markdown;
  for (const char* gone : {"Untouched", "2. B", "Same"}) EXPECT_FALSE(has(markdown, gone)) << markdown;
}

}  // namespace
}  // namespace travaux
