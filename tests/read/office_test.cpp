#include "read/office.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "read/child_support.h"
#include "read/support.h"

namespace travaux::test {
namespace {

const std::string kRtf =
    "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}\\f0 1. States shall cooperate.\\par "
    "2. They shall exchange {\\revised\\revauth1 forensic }information.\\par "
    "{\\*\\revtbl{Unknown;}{CARICOM;}}}";

TEST(Office, AnRtfFileIsReadByLibreOffice) {
  Programs programs;
  programs.options().program_folders = {"/usr/local/bin", "/usr/bin"};
  const auto reading = read_bytes(kRtf, "draft.rtf", programs.options());
  ASSERT_TRUE(reading) << to_string(reading.error());
  EXPECT_EQ(reading->text, "1. States shall cooperate.\n2. They shall exchange forensic information.\n");
  EXPECT_EQ(reading->media_type, "application/rtf");
  EXPECT_EQ(reading->extension, "rtf");
  EXPECT_TRUE(programs.left_nothing());
}

TEST(Office, ADocKeepsItsTrackedChanges) {
  const std::string rtf =
      "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}{\\*\\revtbl{Unknown;}{CARICOM;}}\\f0 1. States shall "
      "{\\deleted\\revauthdel1\\revdttmdel1 quickly }cooperate.\\par}";
  Programs programs;
  const std::string folder = programs.root() + "/temporary/";
  std::ofstream(folder + "draft.rtf", std::ios::binary) << rtf;
  const std::string soffice = "/usr/bin/soffice -env:UserInstallation=file://" + folder + "profile --headless --convert-to ";
  const std::string command = soffice + "doc --outdir " + folder + "out " + folder + "draft.rtf >/dev/null 2>&1";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const auto reading = read_bytes(slurp(folder + "out/draft.doc"), "draft.doc");
  ASSERT_TRUE(reading) << to_string(reading.error());
  EXPECT_EQ(reading->text, "1. States shall cooperate.\n");
  EXPECT_EQ(reading->extension, "doc");
  ASSERT_EQ(reading->revisions.size(), 1u);
  EXPECT_EQ(reading->revisions[0].author, "CARICOM");
  EXPECT_EQ(reading->revisions[0].text, "quickly ");
}

TEST(Office, AnOdtIsReadByLibreOffice) {
  Programs programs;
  const std::string folder = programs.root() + "/temporary/";
  std::ofstream(folder + "draft.txt", std::ios::binary) << "1. States shall cooperate.\n2. They shall exchange information.\n";
  const std::string command = "/usr/bin/soffice -env:UserInstallation=file://" + folder +
                              "profile --headless --convert-to odt --outdir " + folder + "out " + folder +
                              "draft.txt >/dev/null 2>&1";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const auto reading = read_bytes(slurp(folder + "out/draft.odt"), "draft.odt");
  ASSERT_TRUE(reading) << to_string(reading.error());
  EXPECT_EQ(reading->text, "1. States shall cooperate.\n2. They shall exchange information.\n");
  EXPECT_EQ(reading->media_type, "application/vnd.oasis.opendocument.text");
  EXPECT_EQ(reading->extension, "odt");
}

TEST(Office, WithoutLibreOfficeTheErrorNamesThePackage) {
  Programs programs;
  const auto reading = read_bytes(kRtf, "draft.rtf", programs.options());
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, ErrorCode::kInput);
  EXPECT_NE(to_string(reading.error()).find("apt-get install libreoffice-writer"), std::string::npos)
      << to_string(reading.error());
}

TEST(Office, WhatItDoesNotOpenIsDamaged) {
  Programs programs;
  programs.add("soffice", "exit 0");
  const auto reading = read_bytes(kRtf, "draft.rtf", programs.options());
  ASSERT_FALSE(reading);
  EXPECT_EQ(to_string(reading.error()),
            "draft.rtf: this RTF file (.rtf) cannot be read: LibreOffice does not open it: it is damaged, or no such file\nopen "
            "it in the "
            "program it was made with, and save it as .docx or as plain text in UTF-8 (.txt)");
  EXPECT_TRUE(programs.left_nothing());
}

TEST(Office, ItRunsHeadlessInAProfileOfItsOwnWithoutMacros) {
  Programs programs;
  programs.add("soffice", "echo \"$@\" > " + programs.root() + "/arguments; cat profile/user/registrymodifications.xcu > " +
                              programs.root() + "/profile");
  EXPECT_FALSE(read_bytes(kRtf, "draft.rtf", programs.options()));
  const auto arguments = slurp(programs.root() + "/arguments"), profile = slurp(programs.root() + "/profile");
  EXPECT_EQ(arguments.find("-env:UserInstallation=file://" + programs.root() + "/temporary/travaux-"), 0u) << arguments;
  for (const char* option : {"--headless", "--norestore", "--nolockcheck", "--nologo"})
    EXPECT_NE(arguments.find(option), std::string::npos) << option;
  EXPECT_NE(profile.find("DisableMacrosExecution"), std::string::npos);
  EXPECT_NE(profile.find("BlockUntrustedRefererLinks"), std::string::npos);
}

TEST(Office, OnesLockedWithAPasswordSaySo) {
  std::string doc = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
  doc += std::string("\xEC\xA5\xC1\0\0\0\0\0\0\0\0\x01", 12);
  for (const char c : std::string("WordDocument")) doc += std::string{c, '\0'};
  const auto reading = read_bytes(doc, "locked.doc");
  ASSERT_FALSE(reading);
  EXPECT_EQ(to_string(reading.error()),
            "locked.doc: this Word 97-2003 file (.doc) cannot be read: it is locked with a password\nopen it with its password, "
            "take the "
            "password off, and save it as .docx");
}

}  // namespace
}  // namespace travaux::test
