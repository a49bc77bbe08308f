#include "travaux/read.h"

#include <gtest/gtest.h>

namespace travaux {
namespace {

TEST(Read, LineEndsOfAnyKindAreOne) {
  const auto reading = read_bytes(
      "a\r\nb\rc\nd\xE2\x80\xA8"
      "e\fg",
      "x.txt");
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->text, "a\nb\nc\nd\ne\ng\n");
}

}  // namespace
}  // namespace travaux
