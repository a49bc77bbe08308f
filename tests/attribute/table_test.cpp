// The negotiation table: group × item.
#include "travaux/table.h"

#include <gtest/gtest.h>

#include "travaux/parse.h"

namespace travaux {
namespace {

Proposal proposal(std::vector<std::string> by, Ask asks, std::string address) {
  Proposal made;
  made.by = std::move(by);
  made.asks = asks;
  if (!address.empty()) made.targets.push_back({"paragraph " + address, address, false, {}});
  return made;
}

class TableTest : public testing::Test {
 protected:
  TableTest() {
    from_ = parse("1. One\n\n1.1 Establish a registry of ports.\n\n1.2 Promote the exchange of experts.\n");
    to_ = parse(
        "1. One\n\n1.1 Establish a full registry of ports.\n\n1.2 Create a fund for lighthouses and harbours.\n\n1.3 Promote the "
        "exchange of experts.\n");
    changes_ = diff(from_, to_);
    comment_.proposals = {proposal({"CARICOM"}, Ask::kInsert, "1.1"), proposal({"CARICOM", "SICA"}, Ask::kDelete, "1.2"),
                          proposal({"SICA"}, Ask::kSupport, "1.1"), proposal({"SICA"}, Ask::kRemark, "")};
    comments_ = {{&comment_}};
    const ProposalFate fates[] = {ProposalFate::kAccepted, ProposalFate::kNotTakenUp, ProposalFate::kNone, ProposalFate::kNone};
    for (std::size_t i = 0; i < 4; ++i) attribution_.proposals.push_back({{0, i}, fates[i], {}, {}, {}, false});
    AttributedEdit added;
    added.target = EditTarget::kItem;
    added.change = "added";
    added.to_item = "1.2";
    attribution_.edits.push_back(added);
  }
  NegotiationTable table(const std::string& only = {}) const {
    return negotiation_table(from_, to_, changes_, comments_, attribution_, only);
  }

  Document from_, to_;
  DocumentDiff changes_;
  Comment comment_;
  std::vector<CommentOn> comments_;
  Attribution attribution_;
};

TEST_F(TableTest, AProposalOfSeveralGroupsCountsForEach) {
  const NegotiationTable made = table();
  EXPECT_EQ(made.groups, (std::vector<std::string>{"CARICOM", "SICA"}));
  EXPECT_EQ(made.totals[0], (FateTally{2, 1, 0, 1, 0}));
  EXPECT_EQ(made.totals[1], (FateTally{1, 0, 0, 1, 0}));
}

TEST_F(TableTest, RowsStandInTheOrderOfTheDraftsAndWhatNamesNoPlaceComesLast) {
  const NegotiationTable made = table();
  std::vector<std::string> rows;
  for (const TableRow& row : made.rows) rows.push_back(row.from + ">" + row.to);
  EXPECT_EQ(rows, (std::vector<std::string>{"1.1>1.1", ">1.2", "1.2>1.3", ">"}));
  EXPECT_TRUE(made.rows.back().general);
  EXPECT_EQ(made.rows[1].unprompted, (std::vector<std::size_t>{0}));
}

TEST_F(TableTest, SupportIsListedAndCountsNothing) {
  const TableRow row = table().rows[0];
  EXPECT_EQ(row.cells[1].proposals.size(), 1u);
  EXPECT_EQ(row.cells[1].tally, FateTally{});
}

TEST_F(TableTest, AnAddressThatTheDraftHasNotIsGeneralAndNothingThatWent) {
  comment_.proposals[1].targets[0].address = "9.9";
  const NegotiationTable made = table();
  ASSERT_EQ(made.rows.size(), 3u);
  EXPECT_TRUE(made.rows.back().general);
  EXPECT_EQ(made.rows.back().cells[0].proposals, (std::vector<std::size_t>{1}));
}

TEST_F(TableTest, OfOneGroupNothingOfTheOthersIsShown) {
  const NegotiationTable made = table("CARICOM");
  EXPECT_EQ(made.groups, (std::vector<std::string>{"CARICOM"}));
  for (const TableRow& row : made.rows) {
    EXPECT_EQ(row.cells.size(), 1u);
    EXPECT_TRUE(row.unprompted.empty());
  }
  EXPECT_EQ(made.unprompted, 1u);
}

}  // namespace
}  // namespace travaux
