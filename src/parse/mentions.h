// Symbols of resolutions and declarations as they stand in a text, with their sessions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parse/check.h"

namespace travaux {

// The regular sessions of the OAS General Assembly: the first in 1971, one a year since. Other organs count their own meetings,
// and special sessions (E) have no rhythm.
inline constexpr int kYearBeforeFirstSession = 1970;

struct Session {
  int number = 0;       ///< 0 where the numeral is none
  std::string numeral;  ///< as printed
  char kind = 'O';      ///< regular or special
  int year = 0;

  bool regular() const { return kind == 'O'; }
  friend bool operator==(const Session& a, const Session& b) {
    return a.number == b.number && a.kind == b.kind && a.year == b.year;
  }
};

/// "XL-O/10".
std::string to_string(const Session& session);

/// The regular session of the General Assembly that sat in a year.
Session regular_session(int year);

/// A symbol as it stands in the text: "AG/RES. 2551 (XL-O/10)".
struct Mention {
  Span span;
  std::string body, kind, number;  ///< "AG", "RES", "2551"
  std::optional<Session> session;
  bool zero = false;     ///< the session's O is a zero
  std::string resolved;  ///< the instrument of the citation whose heading it stands in

  std::string name() const { return body + "/" + kind + ". " + number; }
};

/// All of the text, in its order. Linear.
std::vector<Mention> mentions_in(const Checking& checking);

/// False for a regular session of the General Assembly that did not sit in its year.
bool keeps_the_calendar(const Mention& mention);

}  // namespace travaux
