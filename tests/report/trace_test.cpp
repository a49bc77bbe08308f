// The life of an item as text.
#include <fmt/format.h>

#include "support.h"

namespace travaux {
namespace {

/// Drafts, each with the index of its base.
struct Life {
  std::vector<Document> documents;
  std::vector<TraceDraft> chain;
  std::vector<TracedDraft> drafts;

  Life(const std::vector<std::pair<std::string, std::optional<std::size_t>>>& texts) {
    for (const auto& [text, base] : texts) documents.push_back(parse(text));
    std::vector<Document*> all;
    for (Document& document : documents) all.push_back(&document);
    resolve_instruments(all, built_in_registry());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      chain.push_back({&documents[i], texts[i].second});
      drafts.push_back(
          {&documents[i], "rev. " + std::to_string(i), static_cast<int>(i), "2011-05-0" + std::to_string(i + 1), ""});
    }
  }

  Trace traced(std::size_t draft, const std::string& address) const {
    return trace(chain, draft, *find_address(documents[draft], address));
  }
  std::string text(std::size_t draft, const std::string& address, bool full = false, std::size_t width = 80) const {
    return render(trace_text(traced(draft, address), drafts, {full}), {false, width, true});
  }
};

const std::string kOne = "1. Schools\n1.1 Teach mediation to all pupils before the age of twelve.\n";
const std::string kTwo = kOne + "1.2 Shield playgrounds from drug dealers by lighting and fences.\n";

TEST(TraceText, AStepIsADraftAndALineOrThree) {
  const Life life({{kTwo, {}}, {kOne + "1.2 Shield all playgrounds from drug dealers by lighting and fences.\n", 0}});
  const Trace traced = life.traced(0, "1.2");
  const std::string likeness =
      fmt::format("  (likeness {:.2f})", std::get<ItemDiff>(traced.steps[1].entries[0].change).similarity);
  EXPECT_EQ(life.text(0, "1.2"),
            "1.2 of rev. 0\n"
            "  Shield playgrounds from drug dealers by lighting and fences.\n"
            "\n"
            "rev. 0 · round 0 · 2011-05-01\n"
            "  1.2  in the first draft\n"
            "\n"
            "rev. 1 · round 1 · 2011-05-02\n"
            "  1.2  edited" +
                likeness +
                "\n"
                "      Shield {+all+} playgrounds from drug dealers by…\n");
}

TEST(TraceText, SaysWhereItFirstAppearsGoesAndStandsAgain) {
  const Life life({{kOne, {}}, {kTwo, 0}, {kOne, 1}, {kTwo, 2}});
  const std::string text = life.text(1, "1.2");
  EXPECT_NE(text.find("\n  + 1.2  first appears in rev. 1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\n  − gone in rev. 2 (was 1.2)\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\n  + 1.2  stands again (was 1.2 of rev. 1)  the same words\n"), std::string::npos) << text;
}

TEST(TraceText, RivalDraftsAreIndentedBranches) {
  const Life life({{kTwo, {}}, {kTwo, 0}, {kOne, 0}, {kTwo, 1}});
  EXPECT_EQ(life.text(0, "1.2"),
            "1.2 of rev. 0\n"
            "  Shield playgrounds from drug dealers by lighting and fences.\n"
            "\n"
            "rev. 0 · round 0 · 2011-05-01\n"
            "  1.2  in the first draft\n"
            "\n"
            "From here the life goes 2 ways: rev. 1, rev. 2\n"
            "\n"
            "  rev. 1 · round 1 · 2011-05-02\n"
            "    1.2  unchanged\n"
            "\n"
            "  rev. 3 · round 3 · 2011-05-04\n"
            "    1.2  unchanged\n"
            "\n"
            "  rev. 2 · round 2 · 2011-05-03 · based on rev. 0\n"
            "    − gone in rev. 2 (was 1.2)\n");
}

TEST(TraceText, FullPrintsTheTextOfEveryDraft) {
  const Life life(
      {{kTwo, {}}, {"1. New\n1.1 Build workshops inside prisons so that inmates learn a trade.\n2" + kTwo.substr(1), 0}});
  const std::string text = life.text(0, "1.1", true, 0);
  EXPECT_NE(text.find("\n      1.1  Teach mediation to all pupils before the age of twelve.\n"), std::string::npos) << text;
}

TEST(TraceText, NoLineIsWiderThanTheTerminal) {
  std::vector<std::pair<std::string, std::optional<std::size_t>>> texts;
  for (const std::string& name : test::history_drafts()) {
    texts.emplace_back(test::history(name).source, texts.empty() ? std::nullopt : std::optional(texts.size() - 1));
  }
  const Life life(texts);
  for (std::size_t draft = 0; draft < 3; ++draft) {
    for_each_item(life.documents[draft], [&](const Item& item, const Place&) {
      const std::string text = life.text(draft, item.address, true);
      for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
        EXPECT_LE(display_width(text.substr(at, text.find('\n', at) - at)), 80U) << text;
      }
    });
  }
}

TEST(TraceText, ACircleIsSaid) {
  const Life life({{kTwo, 1}, {kTwo, 0}});
  EXPECT_NE(life.text(0, "1.2").find("rev. 1 is based on itself, by way of others"), std::string::npos);
}

}  // namespace
}  // namespace travaux
