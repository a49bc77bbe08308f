// What a comment asks for, as text and as JSON.
#include <nlohmann/json.hpp>

#include "support.h"

namespace travaux {
namespace {

using nlohmann::json;

struct Read {
  Document draft;
  Comment comment;
};

Read read(const std::string& text, const std::string& by = "CARICOM") {
  Read result;
  result.draft =
      parse("1. Security\n\n1.1 Promote peace in all member states of the region.\n\n1.2 Report each year to the Council.\n");
  resolve_instruments({&result.draft}, built_in_registry());
  CommentSource source;
  source.id = "c.txt";
  source.by = by;
  source.on = "rev. 1";
  source.date = "2011-04-12";
  result.comment = read_comment(text, source, result.draft, built_in_registry());
  return result;
}

constexpr const char* kBracketed =
    "1. Security\n\n1.1 Promote [CARICOM: lasting] peace in all member states of the region.\n\n1.2 Report each year to the "
    "[Council] "
    "[SICA: Assembly].\n";

TEST(CommentText, HasALineForEachProposal) {
  const std::string text = render(comment_text(read(kBracketed, "").comment));
  EXPECT_EQ(text,
            "CARICOM, SICA: bracketed text on rev. 1, 2011-04-12\n"
            "\n"
            "  1  CARICOM insert 1.1: {+lasting+} after “Promote” [line 3]\n"
            "  2  SICA replace 1.2: [-Council-] {+Assembly+} [line 5]\n"
            "\n"
            "2 requests, 0 not placed; 0 remarks that ask for nothing.\n");
}

TEST(CommentText, SaysWhatWasNotPlacedAndWhatWasNotRead) {
  const std::string text =
      render(comment_text(read("In paragraph 1.1, replace “Council” with “Assembly”.\n\nThe weather is fine here.\n").comment));
  EXPECT_NE(text.find("Not placed in the draft\n  line 1"), std::string::npos) << text;
  EXPECT_NE(text.find("“Council” does not stand in 1.1."), std::string::npos) << text;
  EXPECT_NE(text.find("To be looked at\n  line 1: “Council” does not stand in 1.1. The words stand in 1.2."), std::string::npos)
      << text;
  EXPECT_NE(text.find("1 request, 1 not placed; 1 remark"), std::string::npos) << text;
}

TEST(CommentJson, ListsProposalsWithTheChangesThatTheyWant) {
  const Read bracketed = read(kBracketed, "");
  const json value = json::parse(comment_json(bracketed.comment, bracketed.draft));
  EXPECT_EQ(value["schema"], "travaux/comment/1");
  EXPECT_EQ(value["by"], json({"CARICOM", "SICA"}));
  ASSERT_EQ(value["proposals"].size(), 2U);
  const json& replace = value["proposals"][1];
  EXPECT_EQ(replace["asks"], "replace");
  EXPECT_EQ(replace["by"], json({"SICA"}));
  EXPECT_EQ(replace["old"], "Council");
  ASSERT_EQ(replace["wanted"].size(), 1U);
  EXPECT_EQ(replace["wanted"][0]["address"], "1.2");
  const auto span = replace["wanted"][0]["span"].get<std::vector<std::size_t>>();
  EXPECT_EQ(bracketed.draft.sections[0].items[1].text.substr(span[0], span[1] - span[0]), "Council");
}

}  // namespace
}  // namespace travaux
