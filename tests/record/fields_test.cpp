// Names, dates, hashes: what may stand in a field and what it is called on disk.
#include "record/fields.h"

#include "record/names.h"
#include "record/sha256.h"
#include "sandbox.h"

namespace travaux {
namespace {

using FieldsTest = RecordTest;

TEST(Sha256, AgreesWithThePublishedVectors) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(
      sha256_hex(
          "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  EXPECT_EQ(sha256_hex(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, AgreesWithSha256sumAroundTheBlockBorders) {
  for (std::size_t size = 50; size < 135; ++size) {
    const std::string command = "printf '%*s' " + std::to_string(size) + " '' | sha256sum";
    EXPECT_EQ(sha256_hex(std::string(size, ' ')), run(command).output.substr(0, 64)) << size;
  }
}

TEST(Dates, AYearAMonthOrADayThatExistsInAnyCentury) {
  for (const char* date : {"", "1648", "1648-10", "1648-10-24", "2000-02-29", "0800-12-25", "2011-03-07"})
    EXPECT_TRUE(check_date(date)) << date;
  for (const char* date :
       {"2011-02-29", "1900-02-29", "2011-13", "2011-00-01", "2011-1-1", "11-03-07", "0000", "2011-03-32", "20110307",
        "2011/03/07", "2011-03-07T12:00", "March 7", " 2011", "-648", "2011-+1", "99999", "2011-03-"}) {
    EXPECT_EQ(refused(check_date(date)).code, ErrorCode::kInput) << date;
  }
}

TEST(Dates, TheAuthorDateIsNoonOfTheDayAndNotBefore1970) {
  EXPECT_EQ(author_time("2011-03-07"), 1299499200);
  EXPECT_EQ(author_time("2011-03"), 1298980800);
  EXPECT_EQ(author_time("1970-01-01"), 43200);
  EXPECT_EQ(author_time("1648-10-24"), 43200);
  EXPECT_EQ(author_time(""), std::nullopt);
}

TEST(ItemNames, LettersDigitsAndMostMarksStay) {
  for (const char* name : {"2.1", "Article 4", "¶1", "(a)", "2.1#2", "Préambule", "第一条", "OP-1_b"})
    EXPECT_EQ(encode_component(name), name);
}

TEST(ItemNames, WhatASystemOrGitCouldMistakeIsEncoded) {
  EXPECT_EQ(encode_component("../../x"), "%2E.%2F..%2Fx");
  EXPECT_EQ(encode_component(".git"), "%2Egit");
  EXPECT_EQ(encode_component(".GIT"), "%2EGIT");
  EXPECT_EQ(encode_component("git~1"), "git%7E1");
  EXPECT_EQ(encode_component("a\\b:c*d?e\"f<g>h|i%j"), "a%5Cb%3Ac%2Ad%3Fe%22f%3Cg%3Eh%7Ci%25j");
  EXPECT_EQ(encode_component("1. "), "1.%20");
  EXPECT_EQ(encode_component("1."), "1%2E");
  EXPECT_EQ(encode_component("."), "%2E");
  EXPECT_EQ(encode_component(""), "%");
  EXPECT_EQ(encode_component("nul"), "%6Eul");
  EXPECT_EQ(encode_component("COM1.x"), "%43OM1.x");
  EXPECT_EQ(encode_component(std::string("a\0b\n", 4)), "a%00b%0A");
  EXPECT_EQ(encode_component("\xff\xc3"), "%FF%C3");
  EXPECT_LE(encode_component(std::string(10000, '%')).size(), 200u);
  EXPECT_NE(encode_component(std::string(10000, 'a')), encode_component(std::string(10001, 'a')));
}

TEST(ItemNames, ItemsOfOnePathAllStay) {
  const std::vector<DerivedFile> items = {{{"2", "2.1"}, "a"}, {{"2", "2.1"}, "b"}, {{"2", "2.1"}, "c"}, {{"2.txt", "x"}, "d"},
                                          {{"2"}, "e"},        {{"4", "(A)"}, "f"}, {{"4", "(a)"}, "g"}, {{}, "h"}};
  EXPECT_EQ(item_paths(items), (std::vector<std::string>{"2/2.1.txt", "2/2.1~2.txt", "2/2.1~3.txt", "2%2Etxt/x.txt", "2.txt",
                                                         "4/(A).txt", "4/(a)~2.txt", "%.txt"}));
}

TEST(SourceNames, AreHarmlessWhateverTheFileWasCalled) {
  EXPECT_EQ(source_extension(".DOCX"), "docx");
  EXPECT_EQ(source_extension(""), "bin");
  EXPECT_EQ(source_extension("../x"), "bin");
  EXPECT_EQ(source_extension(std::string(300, 'a')), "bin");
  EXPECT_EQ(base_name("/home/someone/a.txt"), "a.txt");
  EXPECT_EQ(base_name("C:\\x\\a.txt"), "a.txt");
}

TEST_F(FieldsTest, AnyLineOfTextIsALabel) {
  Record record = make();
  int n = 0;
  for (const char* label :
       {"AG/CP/GTDSS-6/11 rev. 2", "../../x", "-rf", "HEAD", "a.lock", "@{1}", "refs/heads/main", "Versión de México 🇲🇽",
        "草案一", "round:7", "x' \"y\" $(z) `w`", "Round: 3", "--corrects", "con", "%2e", "tab\there"}) {
    const std::string text = "text " + std::to_string(++n) + "\n";
    const Recorded recorded = must(record.add_draft(draft(label, text), clerk()));
    EXPECT_EQ(must(record.find_draft(label)).text, text) << label;
    EXPECT_EQ(must(record.find_draft(recorded.tag)).text, text) << label;
    EXPECT_EQ(git("rev-parse '" + recorded.tag + "^{commit}'").output, recorded.commit + "\n") << label;
  }
  EXPECT_TRUE(must(record.verify(rederive(), false)).sound());
  expect_sound();
}

TEST_F(FieldsTest, ALabelThatMakesNoFileNameIsRefused) {
  Record record = make();
  for (const std::string& label :
       {std::string("***"), std::string("@{"), std::string(10000, 'x'), std::string(500, 'x'), std::string("\xff\xfe")}) {
    EXPECT_EQ(refused(record.add_draft(draft(label, "x\n"), clerk())).code, ErrorCode::kInput);
  }
  EXPECT_EQ(refused(record.add_draft(draft("  ", "x\n"), clerk())).code, ErrorCode::kUsage);
  must(record.add_draft(draft("rev. 1", "x\n"), clerk()));
  EXPECT_EQ(refused(record.add_comment(comment("???", "rev. 1", "x\n"), clerk())).code, ErrorCode::kInput);
  EXPECT_EQ(git("rev-list --count HEAD").output, "2\n");
}

TEST_F(FieldsTest, LineBreaksOfAnyKindAreRefusedSoThatNoTrailerCanBeForged) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "x\n"), clerk()));
  const std::vector<std::string> breaks = {"\n",     "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029", std::string(1, '\0'),
                                           "\x1b[2J"};
  for (const std::string& line_break : breaks) {
    const std::string forged = "x" + line_break + "Proposed-by: Nobody";
    for (std::string DraftInfo::*field :
         {&DraftInfo::label, &DraftInfo::by, &DraftInfo::date, &DraftInfo::language, &DraftInfo::based_on, &DraftInfo::corrects,
          &DraftInfo::source_name, &DraftInfo::media_type, &DraftInfo::encoding}) {
      DraftEntry entry = draft("rev. 2", "y\n");
      entry.info.*field = forged;
      EXPECT_EQ(refused(record.add_draft(entry, clerk())).code, ErrorCode::kInput);
    }
    for (std::string CommentInfo::*field : {&CommentInfo::by, &CommentInfo::on, &CommentInfo::date, &CommentInfo::replaces,
                                            &CommentInfo::source_name, &CommentInfo::media_type, &CommentInfo::encoding}) {
      CommentEntry entry = comment("CARICOM", "rev. 1", "y\n");
      entry.info.*field = forged;
      EXPECT_EQ(refused(record.add_comment(entry, clerk())).code, ErrorCode::kInput);
    }
    EXPECT_EQ(refused(record.withdraw("comments/x", forged, clerk())).code, ErrorCode::kInput);
    EXPECT_EQ(refused(Record::init((root_ / "other").string(), {forged, "en", {}}, "", clerk())).code, ErrorCode::kInput);
    EXPECT_EQ(refused(Record::init((root_ / "other").string(), {"t", "en", {{"A", {forged}, {}}}}, "", clerk())).code,
              ErrorCode::kInput);
  }
  EXPECT_EQ(git("rev-list --count HEAD").output, "2\n");
  EXPECT_FALSE(fs::exists(root_ / "other"));
}

TEST_F(FieldsTest, NamesThatGitCannotWriteAreMadeSafe) {
  Record record = make();
  int n = 0;
  for (const std::string& name : {std::string(), std::string("<>"), std::string("A <b@c> \n\"x\""), std::string("..."),
                                  std::string("\xff"), std::string("a\0b", 3), std::string(5000, 'n')}) {
    Committer committer = clerk();
    committer.name = committer.email = name;
    committer.time = ++n % 2 ? -5 : 999999999999999;
    committer.offset = 100000;
    DraftEntry entry = draft("rev. " + std::to_string(n), "x" + std::to_string(n) + "\n");
    must(record.add_draft(entry, committer));
  }
  DraftEntry entry = draft("last", "z\n");
  entry.info.by = "<mailto:x@y>";
  must(record.add_draft(entry, clerk()));
  EXPECT_EQ(git("log -1 --format='%an|%ae'").output, "mailto:x@y|mailto-x-y@travaux.invalid\n");
  expect_sound();
}

TEST_F(FieldsTest, CollidingSlugsAreRefusedNamingBoth) {
  Record record = make();
  must(record.add_draft(draft("rev. 1", "x\n"), clerk()));
  const Error labels = refused(record.add_draft(draft("Rev 1", "y\n"), clerk()));
  EXPECT_EQ(labels.code, ErrorCode::kConflict);
  EXPECT_NE(labels.what.find("\"rev. 1\""), std::string::npos);
  EXPECT_NE(labels.what.find("\"Rev 1\""), std::string::npos);
  must(record.add_comment(comment("St. Lucia", "rev. 1", "x\n"), clerk()));
  const Error groups = refused(record.add_comment(comment("St Lucia", "rev. 1", "y\n"), clerk()));
  EXPECT_EQ(groups.code, ErrorCode::kConflict);
  EXPECT_NE(groups.what.find("\"St. Lucia\""), std::string::npos);
  EXPECT_EQ(refused(Record::init((root_ / "b").string(), {"t", "en", {{"A B", {}, {}}, {"a-b", {}, {}}}}, "", clerk())).code,
            ErrorCode::kConflict);
}

TEST_F(FieldsTest, ADateOfAnyCenturyIsKeptAsWritten) {
  Record record = make();
  DraftEntry entry = draft("Instrumentum Pacis", "Pax sit Christiana.\n");
  entry.info.date = "1648-10-24";
  must(record.add_draft(entry, clerk()));
  EXPECT_EQ(must(record.find_draft("Instrumentum Pacis")).info.date, "1648-10-24");
  EXPECT_EQ(git("log -1 --format=%ad --date=iso").output, "1970-01-01 12:00:00 +0000\n");
  entry = draft("undated", "x\n");
  must(record.add_draft(entry, clerk()));
  EXPECT_EQ(git("log -1 --format=%at").output, "1299574800\n");
  entry = draft("impossible", "y\n");
  entry.info.date = "2011-02-30";
  EXPECT_EQ(refused(record.add_draft(entry, clerk())).code, ErrorCode::kInput);
  expect_sound();
}

TEST_F(FieldsTest, HostileAddressesMakeFilesThatCanBeCheckedOut) {
  Record record = make();
  DraftEntry entry = draft("rev. 1", "x\n");
  entry.items = {{{"..", ".git", "config"}, "a"},
                 {{"a/b", "c\\d"}, "b"},
                 {{"", ""}, "c"},
                 {{std::string(5000, 'y')}, "d"},
                 {{".gitmodules"}, "e"},
                 {{"nul"}, "f"},
                 {{"\xff"}, "g"},
                 {{"é"}, "h"},
                 {{"e\u0301"}, "i"}};
  must(record.add_draft(entry, clerk()));
  expect_sound();
  const CommandResult clone = run("git clone -q '" + folder() + "' '" + (root_ / "clone").string() + "'");
  EXPECT_EQ(clone.status, 0) << clone.output;
  std::size_t files = 0;
  for (const auto& file : fs::recursive_directory_iterator(root_ / "clone/draft/items")) files += file.is_regular_file();
  EXPECT_EQ(files, entry.items.size());
}

}  // namespace
}  // namespace travaux
