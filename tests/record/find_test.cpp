// What a name of a draft means.
#include "sandbox.h"

namespace travaux {
namespace {

class FindTest : public RecordTest {
 protected:
  void SetUp() override {
    RecordTest::SetUp();
    record_.emplace(make());
    add("El Salvador Version", 1, "zero\n");
    add("rev. 1", 2, "one\n");
    add("AG/CP/GTDSS-6/11 rev. 2", 2, "two\n");
  }
  void add(const std::string& label, int round, const std::string& text) {
    DraftEntry entry = draft(label, text);
    entry.info.round = round;
    must(record_->add_draft(entry, clerk()));
  }
  std::string found(const std::string& name) {
    const auto draft = record_->find_draft(name);
    return draft ? draft->text : to_string(draft.error());
  }

  std::optional<Record> record_;
};

TEST_F(FindTest, ByLabelTagSlugRoundAndLooseSpelling) {
  EXPECT_EQ(found("rev. 1"), "one\n");
  EXPECT_EQ(found("draft/rev-1"), "one\n");
  EXPECT_EQ(found("refs/tags/draft/rev-1"), "one\n");
  EXPECT_EQ(found("rev-1"), "one\n");
  EXPECT_EQ(found("round:1"), "zero\n");
  EXPECT_EQ(found("el  salvador VERSION"), "zero\n");
}

TEST_F(FindTest, ByTagEvenWhereTheTagIsMissing) {
  git("tag -d draft/rev-1");
  EXPECT_EQ(found("draft/rev-1"), "one\n");
}

TEST_F(FindTest, ByAnyRevisionMeansTheDraftThatStoodThere) {
  must(record_->add_comment(comment("CARICOM", "rev. 1", "x\n"), clerk()));
  EXPECT_EQ(found("HEAD"), "two\n");
  EXPECT_EQ(found("main~2"), "one\n");
  EXPECT_EQ(found(git("rev-parse --short HEAD~1").output.substr(0, 7)), "two\n");
  EXPECT_EQ(must(record_->find_draft("HEAD")).info.label, "AG/CP/GTDSS-6/11 rev. 2");
}

TEST_F(FindTest, ARoundOfSeveralDraftsIsRefusedListingThem) {
  const Error error = refused(record_->find_draft("round:2"));
  EXPECT_EQ(error.code, ErrorCode::kUsage);
  EXPECT_NE(error.next.find("\"rev. 1\", \"AG/CP/GTDSS-6/11 rev. 2\""), std::string::npos);
}

TEST_F(FindTest, AnUnknownNameIsRefusedListingTheLabels) {
  for (const std::string& name :
       {std::string("rev. 9"), std::string(), std::string("@{"), std::string("HEAD~99"), std::string("HEAD:draft"),
        std::string("round:"), std::string("round:9"), std::string("round:99999999999999999999"), std::string("\xff"),
        std::string("a\0b", 3), std::string(10000, 'x'), std::string("^{/("), std::string("-rf"), std::string("draft/"),
        std::string("draft/rev-1.9"), std::string("../../x")}) {
    const Error error = refused(record_->find_draft(name));
    EXPECT_EQ(error.code, ErrorCode::kNotFound) << name;
    EXPECT_NE(error.next.find("\"El Salvador Version\", \"rev. 1\", \"AG/CP/GTDSS-6/11 rev. 2\""), std::string::npos)
        << error.next;
  }
  EXPECT_EQ(refused(record_->find_draft("main~3")).code, ErrorCode::kNotFound);  // before the first draft
}

TEST_F(FindTest, ALabelOutranksWhatElseTheNameCouldMean) {
  add("HEAD", 3, "head\n");
  add("round:1", 3, "round\n");
  EXPECT_EQ(found("HEAD"), "head\n");
  EXPECT_EQ(found("round:1"), "round\n");
}

TEST_F(FindTest, AnEmptyRecordSaysHowToFillIt) {
  const Record empty = must(Record::init((root_ / "empty").string(), negotiation(), "", clerk()));
  EXPECT_NE(refused(empty.find_draft("rev. 1")).next.find("travaux commit"), std::string::npos);
}

}  // namespace
}  // namespace travaux
