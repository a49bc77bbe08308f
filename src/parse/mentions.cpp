#include "parse/mentions.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <cctype>
#include <charconv>

#include "parse/lead.h"

namespace travaux {

namespace {

std::string roman(int value) {
  static const std::vector<std::pair<int, const char*>> kDigits = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
                                                                   {9, "IX"},  {5, "V"},   {4, "IV"}, {1, "I"}};
  std::string numeral;
  for (const auto& [size, digits] : kDigits) {
    for (; value >= size; value -= size) numeral += digits;
  }
  return numeral;
}

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string upper(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::isspace(static_cast<unsigned char>(c)) == 0)
      result += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return result;
}

std::string instrument_at(const Checking& checking, std::size_t offset) {
  const Block& block = checking.block_at(offset);
  if (block.role != Role::kCitation || !block.place.citation) return {};
  return item_at(checking.document(), block.place).citations[*block.place.citation].instrument;
}

}  // namespace

std::string to_string(const Session& session) {
  return fmt::format("{}-{}/{:02}", session.numeral, session.kind, session.year % 100);
}

Session regular_session(int year) {
  const int number = year - kYearBeforeFirstSession;
  return {number, roman(number), 'O', year};
}

std::vector<Mention> mentions_in(const Checking& checking) {
  static const RE2 kPattern(R"((?i)\b((?:[A-Z]{2,12}\s?/\s?)+)(RES|DEC)\b\.?\s*(?:N[o°º]\.?\s*)?(\d{1,5})\b)"
                            R"((?:\s*\(?\(\s*([IVXLC]+)\s*[-–—‐‑]\s*([OE0])\s*/\s*(\d{4}|\d{2})\b\s*\)?)?)");
  std::vector<Mention> mentions;
  const std::string_view source = checking.source();
  re2::StringPiece rest = piece_of(source);
  re2::StringPiece groups[7];
  while (kPattern.Match(rest, 0, rest.size(), RE2::UNANCHORED, groups, 7)) {
    Mention mention;
    const auto begin = static_cast<std::size_t>(groups[0].data() - source.data());
    mention.span = {begin, begin + groups[0].size()};
    mention.body = upper(view_of(groups[1]));
    mention.body.pop_back();
    mention.kind = upper(view_of(groups[2]));
    mention.number = std::string(groups[3]);
    if (!groups[4].empty()) {
      const std::string numeral = upper(view_of(groups[4]));
      int year = number_of(view_of(groups[6]));
      if (groups[6].size() == 2) year += year < 48 ? 2000 : 1900;
      mention.zero = groups[5] == "0";
      const bool special = groups[5] == "E" || groups[5] == "e";
      mention.session = Session{roman_value(numeral), numeral, special ? 'E' : 'O', year};
    }
    mention.resolved = instrument_at(checking, begin);
    mentions.push_back(std::move(mention));
    rest.remove_prefix(static_cast<std::size_t>(groups[0].data() - rest.data()) + groups[0].size());
  }
  return mentions;
}

bool keeps_the_calendar(const Mention& mention) {
  const bool bound = mention.session && mention.body == "AG" && mention.session->regular();
  return !bound || mention.session->year <= kYearBeforeFirstSession ||
         mention.session->number == mention.session->year - kYearBeforeFirstSession;
}

}  // namespace travaux
