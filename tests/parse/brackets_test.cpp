// Square brackets, options and placeholders of negotiating texts, as structure.
#include "travaux/brackets.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace travaux {
namespace {

using namespace travaux::testing;

using List = std::vector<std::string>;

std::string plan(const std::string& text) { return "1. First things\n\n1.1 Begin here.\n\n1.2 " + text + "\n\n1.3 End here.\n"; }

struct Read {
  Document document;
  Bracketing found;

  explicit Read(const std::string& text, const std::string& name = "draft.txt")
      : document(travaux::testing::document(text, name)), found(brackets_of(document)) {}

  std::string text(Span span) const { return fold_white_space(span.of(document.source)); }

  List contents() const {
    List list;
    for (const SquareBracket& bracket : found.brackets) list.push_back(text(bracket.balanced ? bracket.content : bracket.span));
    return list;
  }
  List kinds() const {
    List list;
    for (const SquareBracket& bracket : found.brackets) list.emplace_back(name_of(bracket.kind));
    return list;
  }
  List options() const {
    List list;
    for (const TextOption& option : found.options) list.push_back(option.name + ": " + text(option.text));
    return list;
  }
  std::string open() const { return open_words(count_open(found)); }
};

TEST(Brackets, NestToAnyDepth) {
  const Read read(plan("Promote [peace [and [lasting [full]]] security] [now]."));
  EXPECT_EQ(read.contents(),
            (List{"peace [and [lasting [full]]] security", "and [lasting [full]]", "lasting [full]", "full", "now"}));
  std::vector<std::size_t> depths;
  for (const SquareBracket& bracket : read.found.brackets) depths.push_back(bracket.depth);
  EXPECT_EQ(depths, (std::vector<std::size_t>{0, 1, 2, 3, 0}));
  EXPECT_EQ(address_at(read.document, read.found.brackets[3].place), "1.2");
}

TEST(Brackets, AMarkWithoutAPartnerStandsAlone) {
  const Read read(plan("Promote [peace] and] security [now."));
  EXPECT_EQ(read.contents(), (List{"peace", "]", "["}));
  EXPECT_TRUE(read.found.brackets[0].balanced);
  EXPECT_FALSE(read.found.brackets[1].balanced);
  EXPECT_FALSE(read.found.brackets[1].opens);
  EXPECT_TRUE(read.found.brackets[2].opens);
  EXPECT_EQ(count_open(read.found).unbalanced, 2U);
}

TEST(Brackets, OneMissingMarkSpoilsNoOtherParagraph) {
  const Read read("1. One\n\n1.1 Keep [this.\n\n1.2 Keep [that] one.\n\n1.3 And [those] too.\n");
  EXPECT_EQ(read.contents(), (List{"[", "that", "those"}));
}

TEST(Brackets, MayHoldSeveralParagraphs) {
  const Read read("Article 1\n\n[1. One.\n\n2. Two [or three].]\n\nArticle 2\n\n1. Last.\n2. The very last.\n");
  ASSERT_EQ(read.found.brackets.size(), 2U);
  EXPECT_EQ(read.contents()[0], "1. One. 2. Two [or three].");
  EXPECT_EQ(read.found.brackets[0].extent, BracketExtent::kParagraphs);
  EXPECT_EQ(read.found.brackets[1].depth, 1U);
  EXPECT_EQ(address_at(read.document, read.found.brackets[0].place), "Article 1/1");
  EXPECT_EQ(address_at(read.document, read.found.brackets[0].end_place), "Article 1/2");
}

TEST(Brackets, MayStandAroundAHeadingOrAWholeItem) {
  const Read read("Article 1\n\n1. One.\n2. [Two is bracketed.]\n\n[Article 2bis]\n\n1. Last.\n2. The very last.\n");
  ASSERT_EQ(read.found.brackets.size(), 2U);
  EXPECT_EQ(read.found.brackets[0].extent, BracketExtent::kParagraph);
  EXPECT_EQ(read.found.brackets[1].extent, BracketExtent::kHeading);
  EXPECT_EQ(address_at(read.document, read.found.brackets[1].place), "Article 2bis");
}

TEST(Brackets, ABracketMayOpenAtAHeadingAndCloseItsLastParagraph) {
  const Read read("Article 1\n\n1. One.\n\n[Article 2\n\n1. Two.\n2. Three [or four].]\n\nArticle 3\n\n1. Last.\n");
  ASSERT_EQ(read.found.brackets.size(), 2U);
  EXPECT_TRUE(read.found.brackets[0].balanced);
  EXPECT_EQ(read.found.brackets[0].extent, BracketExtent::kParagraphs);
}

TEST(Brackets, NameTheirGroups) {
  const Read read(
      plan("Call on [CARICOM: small] [MEX, ARG: large] [Trinidad and Tobago: all] [MEX and ARG/BRA: rich] [propuesta de "
           "Brasil: poor] States."));
  std::vector<List> names;
  for (const SquareBracket& bracket : read.found.brackets) names.push_back(bracket.names);
  EXPECT_EQ(names, (std::vector<List>{{"CARICOM"}, {"MEX", "ARG"}, {"Trinidad and Tobago"}, {"MEX", "ARG", "BRA"}, {"Brasil"}}));
  EXPECT_EQ(read.contents(), (List{"small", "large", "all", "rich", "poor"}));
}

TEST(Brackets, AColonAloneNamesNobody) {
  const Read read(plan("Do [the following: act] and [Note: to be checked] and [Decides: to act] and [Article 4: see there]."));
  EXPECT_EQ(read.kinds(), (List{"plain", "plain", "plain", "plain"}));
}

TEST(Brackets, PlaceholdersHoldNoWordsOfTheText) {
  const Read read(
      plan("By [date], [__] per cent, [x] States, [TBD], [insert number], [to be decided at the next meeting], [...], "
           "[fecha por definir], [por definir] and [ ] and [X%] and 20[xx]."));
  for (const std::string& kind : read.kinds()) EXPECT_NE(kind, "named");
  EXPECT_EQ(count_open(read.found).placeholders, 11U);
  EXPECT_EQ(count_open(read.found).brackets, 1U);  // "fecha por definir" says more than a placeholder's word
}

TEST(Brackets, ASmallWordIsNoPlaceholder) {
  const Read read(plan("La paz [y] la seguridad [o] [a] los Estados part[y][ies]."));
  EXPECT_EQ(count_open(read.found).placeholders, 0U);
  EXPECT_EQ(count_open(read.found).brackets, 5U);
}

TEST(Brackets, OfAStatusLineAreNotOpen) {
  const Read read(plan("Meet every year. [Agreed]"));
  EXPECT_EQ(read.kinds(), List{"status"});
  EXPECT_EQ(read.open(), "");
}

TEST(Brackets, OfAnEditorWithinACitationAreNotOpen) {
  const Read read(
      "1. One\n\n1.1 Meet every [second] year.\n\nDeclaration of Lima, 2001:\n\n“[T]he States […] shall meet [often].”\n\n1.2 "
      "Two.\n");
  EXPECT_EQ(read.kinds(), (List{"plain", "editorial", "editorial", "plain"}));
}

TEST(Brackets, SpacesWithinAndWideMarksMeanNothing) {
  const Read plain(plan("Keep [peace] and [MEX: calm].")), wide(plan("Keep ［ peace ］ and [ MEX : calm ]."));
  EXPECT_EQ(plain.contents(), wide.contents());
  EXPECT_EQ(plain.kinds(), wide.kinds());
}

TEST(BracketOptions, HoldWhatStandsUnderTheirLabels) {
  const Read read(plan("Option 1: Meet every year.\n\nOption 2: Meet [twice] a year.\n\nIn any case, report."));
  EXPECT_EQ(read.options(), (List{"Option 1: Meet every year.", "Option 2: Meet [twice] a year. In any case, report."}));
  EXPECT_EQ(read.open(), "1 bracket, 2 options open");
}

TEST(BracketOptions, AreLabelledInManyWays) {
  for (const List& labels :
       {List{"Option 1", "Option 2"}, List{"Opción 1", "Opción 2"}, List{"Alternative A", "Alternative B"},
        List{"Variante I", "Variante II"}, List{"Alternativa A", "Alternativa B"}, List{"Opção 1", "Opção 2"}}) {
    const Read read(plan(labels[0] + ": Meet.\n\n" + labels[1] + " – Write."));
    EXPECT_EQ(read.options(), (List{labels[0] + ": Meet.", labels[1] + ": Write."})) << labels[0];
    ASSERT_EQ(read.found.options.size(), 2U);
    EXPECT_EQ(read.found.options[0].series, read.found.options[1].series);
  }
}

TEST(BracketOptions, ASentenceThatBeginsWithTheWordsIsNone) {
  const Read read(
      plan("Option 1 was preferred by most.\n\nOption 1.5 does not exist.\n\nOption a person has.\n\nAlternative 2: no."));
  EXPECT_EQ(read.options(), List{"Alternative 2: no."});
}

TEST(BracketOptions, MayStandInBrackets) {
  const Read read(plan("States [Option 1: shall] [Option 2: should] meet.\n\n[Option A]\n\nOften.\n\n[Option B]\n\nRarely."));
  EXPECT_EQ(read.options(), (List{"Option 1: shall", "Option 2: should", "Option A: Often.", "Option B: Rarely."}));
  EXPECT_EQ(read.found.options[0].series, read.found.options[1].series);
  EXPECT_NE(read.found.options[1].series, read.found.options[2].series);
  EXPECT_EQ(read.open(), "2 brackets, 4 options open");
}

TEST(BracketOptions, MayHoldOptions) {
  const Read read(plan("Option 1:\n\nOption (a): One.\n\nOption (b): Two.\n\nOption 2: Three."));
  EXPECT_EQ(read.options(),
            (List{"Option 1: Option (a): One. Option (b): Two.", "Option a: One.", "Option b: Two.", "Option 2: Three."}));
  EXPECT_EQ(read.found.options[0].series, read.found.options[3].series);
  EXPECT_EQ(read.found.options[1].series, read.found.options[2].series);
}

TEST(BracketOptions, MayHoldItemsAndBelongToNoneThen) {
  const Read read("Article 1\n\nOption 1:\n\n1. One.\n\n2. Two.\n\nOption 2:\n\n1. Three.\n\nArticle 2\n\n1. The end.\n");
  EXPECT_EQ(read.options(), (List{"Option 1: 1. One. 2. Two.", "Option 2: 1. Three."}));
  EXPECT_EQ(read.document.sections[0].items[1].text, "Two.");
  EXPECT_EQ(read.document.sections[0].text, "Option 1:\nOption 2:");
}

TEST(BracketOptions, ASecondMayBeginWithTheNumberOfTheFirst) {
  const Read read(
      "Article 1\n\n1. One.\n\nOption 1:\n\n2. Two.\n\n3. Three.\n\nOption 2:\n\n2. Four.\n\nArticle 2\n\n1. The end.\n");
  List addresses;
  for_each_item(read.document, [&](const Item& item, const Place&) { addresses.push_back(item.address); });
  EXPECT_EQ(addresses, (List{"Article 1/1", "Article 1/2", "Article 1/3", "Article 1/2#2", "Article 2/1"}));
}

TEST(BracketOptions, OfAPlanNumberAfreshToo) {
  const Read read("1. One.\n2. Two.\nOption 2:\n1. Three.\n2. Four.\n");
  List addresses;
  for_each_item(read.document, [&](const Item& item, const Place&) { addresses.push_back(item.address); });
  EXPECT_EQ(addresses, (List{"1", "2", "1#2", "2#2"}));
}

TEST(BracketOptions, BlocksStillTileTheText) {
  const Read read("Article 1\n\nOption 1:\n\n1. One.\n\nOption 2:\n\n1. Three.\n\nArticle 2\n\n1. The end.\n");
  std::size_t at = 0;
  for (const Block& block : read.document.blocks) {
    EXPECT_EQ(block.span.begin, at);
    at = block.span.end;
  }
  EXPECT_EQ(at, read.document.source.size());
}

TEST(StatusLines, NeedNoMarksAroundThem) {
  const Read read(plan("Meet every year.\n\nAGREED IN PLENARY"));
  EXPECT_EQ(read.document.sections[0].items[1].text, "Meet every year.");
  EXPECT_EQ(read.document.sections[0].items[1].status, "AGREED IN PLENARY");
  const Read words(plan("Meet every year.\n\nAgreed procedures apply.\n\nPending their adoption, wait."));
  EXPECT_FALSE(words.document.sections[0].items[1].status.has_value());
}

TEST(ArticleNumbers, MayBeInserted) {
  for (const std::string number : {"2bis", "2 ter", "2quater", "2 bis"}) {
    const Read read("Article 1\n\n1. One.\n\nArticle 2\n\n1. Two.\n\nArticle " + number +
                    "\n\n1. Three.\n\nArticle 3\n\n1. Four.\n");
    ASSERT_EQ(read.document.sections.size(), 4U) << number;
    EXPECT_EQ(read.document.sections[2].number, "Article " + number);
  }
}

/// Marks counted without travaux, in the texts that the reader made of the drafts (markdown's own marks are gone from them).
TEST(Brackets, OfTheParisDraftsAreAllFound) {
  for (const std::string name : {"23-oct-2015", "4-dec-2015"}) {
    const std::string bytes = slurp(source_path("../shared/data/paris-2015/" + name + ".md"));
    if (bytes.empty()) GTEST_SKIP() << "the three drafts of the Paris Agreement are not on this machine";
    const Read read(bytes, name + ".md");
    std::size_t marks = 0;
    for (const SquareBracket& bracket : read.found.brackets) marks += bracket.balanced ? 2 : 1;
    const std::string& source = read.document.source;
    EXPECT_EQ(marks, static_cast<std::size_t>(std::count(source.begin(), source.end(), '[') +
                                              std::count(source.begin(), source.end(), ']')));
    EXPECT_GT(marks, 1900U) << name;
  }
}

}  // namespace
}  // namespace travaux
