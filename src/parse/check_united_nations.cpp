// Symbols of the United Nations: a resolution's session against the date it is given, and one number under two years.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "model/symbol.h"
#include "parse/check.h"
#include "parse/front.h"

namespace travaux {

namespace {

// The General Assembly's first session opened in January 1946; since the second, each opens in September and goes on into the
// next year. Resolutions bear the session's number since the thirty-first (1976).
constexpr int kYearBeforeFirstSession = 1945;
constexpr int kFirstSessionInNumber = 31;
constexpr std::size_t kDateAhead = 60;  // bytes of ", of 25 September 2015"

int number_in(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The session in "A/RES/70/1"; 0 for a special session and for any other series.
int session_of(std::string_view name) {
  constexpr std::string_view kSeries = "A/RES/";
  if (!name.starts_with(kSeries) || name.find('/', kSeries.size()) == std::string_view::npos) return 0;
  return number_in(name.substr(kSeries.size()));
}

/// The date that the text gives a symbol right behind it, "of 25 September 2015", as ISO 8601; empty for none.
std::string date_behind(std::string_view text) {
  static const RE2 kJoint(
      R"(^,?\s+(?:of|adopted on|dated|del?|du|en date du)\s+(\d{1,2}(?:er|º|°|st|nd|rd|th)?\s|\pL+\s+\d{1,2},))");
  text = text.substr(0, std::min(text.size(), kDateAhead));
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) text.remove_suffix(1);
  re2::StringPiece date;
  if (!RE2::PartialMatch(piece_of(text), kJoint, &date)) return {};
  const auto begin = static_cast<std::size_t>(date.data() - text.data());
  static const RE2 kYear(R"(^.{4,28}?\b\d{4}\b)");
  re2::StringPiece rest = piece_of(text.substr(begin)), whole;
  if (!kYear.Match(rest, 0, rest.size(), RE2::ANCHOR_START, &whole, 1)) return {};
  return find_date(view_of(whole));
}

/// Whether a session of the Assembly was open on a day. Its last days run into the September after.
bool sat_on(int session, const std::string& date) {
  const int months = number_in(std::string_view(date).substr(0, 4)) * 12 + number_in(std::string_view(date).substr(5, 2));
  constexpr int kSeptember = 9;
  const int opened = (kYearBeforeFirstSession + session) * 12 + kSeptember;
  return months >= opened && months <= opened + 12;
}

class UnitedNations {
 public:
  explicit UnitedNations(Checking& checking) : checking_(checking), symbols_(find_symbols(checking.source())) {}

  void run() {
    for (const Symbol& symbol : symbols_) check_session(symbol);
    std::map<std::string, std::vector<const Symbol*>> dated;
    for (const Symbol& symbol : symbols_) {
      if (symbol.name.starts_with("S/RES/") && !symbol.year.empty()) dated[symbol.name].push_back(&symbol);
    }
    for (const auto& [name, mentions] : dated) check_years(name, mentions);
  }

 private:
  void check_session(const Symbol& symbol) {
    const int session = session_of(symbol.name);
    if (session < kFirstSessionInNumber) return;
    const std::string date = date_behind(checking_.source().substr(symbol.span.end));
    if (date.size() < 7 || sat_on(session, date)) return;
    const int opened = kYearBeforeFirstSession + session;
    checking_.report("session-and-year", symbol.span.begin,
                     fmt::format("the session of {} and its date disagree: session {} sat from September {} to September {}, and "
                                 "the date is {}",
                                 symbol.name, session, opened, opened + 1, date));
  }

  /// The Security Council numbers through: of the years that one number is given, those that fewer mentions give.
  void check_years(const std::string& name, const std::vector<const Symbol*>& mentions) {
    std::map<std::string, std::size_t> votes;
    for (const Symbol* mention : mentions) ++votes[mention->year];
    if (votes.size() < 2) return;
    const auto most =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto rivals = std::count_if(votes.begin(), votes.end(), [&](const auto& vote) { return vote.second == most->second; });
    const std::string kept = rivals > 1 ? mentions.front()->year : most->first;
    const auto witness = std::find_if(mentions.begin(), mentions.end(), [&](const Symbol* other) { return other->year == kept; });
    for (const Symbol* mention : mentions) {
      if (mention->year == kept) continue;
      Finding& finding =
          checking_.report("number-under-two-sessions", mention->span.begin,
                           fmt::format("{} stands here under the year {} and elsewhere under {}; the Security Council "
                                       "numbers through, a number has one year",
                                       name, mention->year, kept));
      finding.others.push_back(checking_.place_at((*witness)->span.begin));
      if (rivals == 1) finding.suggestion = name + " (" + kept + ")";
    }
  }

  Checking& checking_;
  const std::vector<Symbol> symbols_;
};

}  // namespace

void check_united_nations(Checking& checking) { UnitedNations(checking).run(); }

}  // namespace travaux
