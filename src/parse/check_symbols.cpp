// Symbols of resolutions and declarations: their sessions, their series, letters typed for one another.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "model/symbol.h"
#include "parse/mentions.h"

namespace travaux {

namespace {

std::string with_session(const std::string& name, const Session& session) { return name + " (" + to_string(session) + ")"; }

int year_of(const Instrument& instrument) {
  int value = 0;
  std::from_chars(instrument.year.data(), instrument.year.data() + instrument.year.size(), value);
  return value;
}

class Symbols {
 public:
  explicit Symbols(Checking& checking) : checking_(checking), mentions_(mentions_in(checking)) {
    for (const Instrument& instrument : checking.registry().instruments) {
      const std::optional<Symbol> symbol = find_symbol(instrument.symbol);
      if (symbol) registered_[symbol->name] = year_of(instrument);
    }
    for (const Mention& mention : mentions_) {
      by_name_[mention.name()].push_back(&mention);
      by_number_[mention.body + " " + mention.number].push_back(&mention);
    }
  }

  void run() {
    for (const Mention& mention : mentions_) {
      check_zero(mention);
      check_calendar(mention);
    }
    for (const auto& [name, mentions] : by_name_) check_sessions(name, mentions);
    for (const auto& [number, mentions] : by_number_) check_series(mentions);
    check_other_zeros();
  }

 private:
  using Mentions = std::vector<const Mention*>;

  // --- a zero for the letter O ---

  void check_zero(const Mention& mention) {
    if (!mention.zero) return;
    report_zero(mention.span.begin, to_string(*mention.session), with_session(mention.name(), *mention.session));
  }

  void report_zero(std::size_t at, const std::string& right, std::string suggestion) {
    checking_.report("zero-for-letter-o", at, fmt::format("a zero is typed for the letter O; the symbol is {}", right))
        .suggestion = std::move(suggestion);
  }

  /// Sessions that stand alone, and the series of the Organization's documents.
  void check_other_zeros() {
    static const RE2 kPattern(R"(\b([IVXLC]+[-–—‐‑])0(/\d{2,4})\b|(?:^|[^0-9A-Za-z./])0(EA/Ser[./]?|AS/)[A-Z])");
    const std::string_view source = checking_.source();
    re2::StringPiece rest = piece_of(source);
    re2::StringPiece groups[4];
    while (kPattern.Match(rest, 0, rest.size(), RE2::UNANCHORED, groups, 4)) {
      const bool session = !groups[1].empty();
      const auto at = static_cast<std::size_t>((session ? groups[1].data() : groups[3].data()) - source.data());
      const std::string right = session ? std::string(groups[1]) + "O" + std::string(groups[2]) : "O" + std::string(groups[3]);
      if (!inside_a_mention(at)) report_zero(at, right, right);
      rest.remove_prefix(static_cast<std::size_t>(groups[0].data() - rest.data()) + groups[0].size());
    }
  }

  bool inside_a_mention(std::size_t at) const {
    const auto after = std::upper_bound(mentions_.begin(), mentions_.end(), at,
                                        [](std::size_t offset, const Mention& mention) { return offset < mention.span.begin; });
    return after != mentions_.begin() && at < std::prev(after)->span.end;
  }

  // --- sessions and years ---

  void check_calendar(const Mention& mention) {
    if (keeps_the_calendar(mention)) return;
    const Session& session = *mention.session;
    const Session by_year = regular_session(session.year);
    std::string why = fmt::format("{} is no Roman numeral", session.numeral);
    if (session.number > 0) why = fmt::format("session {} sat in {}", session.numeral, kYearBeforeFirstSession + session.number);
    Finding& finding = checking_.report("session-and-year", mention.span.begin,
                                        fmt::format("the session and the year of {} disagree: {}, and the session of {} was {}",
                                                    with_session(mention.name(), session), why, session.year, by_year.numeral));
    if (const std::optional<Session> right = session_of(mention.name())) {
      finding.suggestion = with_session(mention.name(), *right);
    } else if (session.number == 0) {
      finding.suggestion = with_session(mention.name(), by_year);
    } else {
      finding.suggestion =
          with_session(mention.name(), by_year) + " or " + to_string(regular_session(kYearBeforeFirstSession + session.number));
    }
  }

  /// The session that the registry gives a symbol, else the one that most of its mentions in the text agree on.
  std::optional<Session> session_of(const std::string& name) const {
    const auto known = registered_.find(name);
    if (known != registered_.end() && known->second > kYearBeforeFirstSession && name.starts_with("AG/")) {
      for (const Mention* mention : by_name_.at(name)) {
        if (mention->session && mention->session->year == known->second && keeps_the_calendar(*mention)) return mention->session;
      }
      return regular_session(known->second);
    }
    std::vector<std::pair<Session, std::size_t>> votes;
    for (const Mention* mention : by_name_.at(name)) {
      if (!mention->session || !keeps_the_calendar(*mention)) continue;
      const auto same = [&](const auto& vote) { return vote.first == *mention->session; };
      const auto vote = std::find_if(votes.begin(), votes.end(), same);
      if (vote == votes.end()) {
        votes.emplace_back(*mention->session, 1);
      } else {
        ++vote->second;
      }
    }
    std::stable_sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (votes.empty() || (votes.size() > 1 && votes[0].second == votes[1].second)) return std::nullopt;
    return votes[0].first;
  }

  /// Only series that are numbered through from session to session.
  void check_sessions(const std::string& name, const Mentions& mentions) {
    if (!name.starts_with("AG/") && !name.starts_with("CIDI/")) return;
    Mentions dated;
    for (const Mention* mention : mentions) {
      if (mention->session && keeps_the_calendar(*mention)) dated.push_back(mention);
    }
    if (dated.empty()) return;
    const std::optional<Session> right = session_of(name);
    const Session& kept = right ? *right : *dated.front()->session;
    const auto agrees = [&](const Mention* mention) { return *mention->session == kept; };
    const auto witness = std::find_if(dated.begin(), dated.end(), agrees);
    if (witness == dated.end()) return;
    for (const Mention* mention : dated) {
      if (agrees(mention)) continue;
      Finding& finding = checking_.report(
          "number-under-two-sessions", mention->span.begin,
          fmt::format(
              "{} stands here under session {} and elsewhere under {}; its series is numbered through, a number has one session",
              name, to_string(*mention->session), to_string(kept)));
      finding.others.push_back(checking_.place_at((*witness)->span.begin));
      if (right) finding.suggestion = with_session(name, kept);
    }
  }

  // --- resolutions and declarations ---

  void check_series(const Mentions& mentions) {
    if (mentions.front()->body != "AG") return;
    for (const Mention* mention : mentions) {
      const Mention* other = namesake(*mention, mentions);
      if (other == nullptr && !resolved_as_other(*mention)) continue;
      if (other != nullptr && !is_the_slip(*mention, *other, mentions)) continue;
      const std::string right = fmt::format("{}/{}. {}", mention->body, mention->kind == "RES" ? "DEC" : "RES", mention->number);
      const std::string where = other != nullptr ? "elsewhere in this text" : "in the registry of instruments";
      Finding& finding = checking_.report("resolution-or-declaration", mention->span.begin,
                                          fmt::format("{} is the same instrument as {} {}", mention->name(), right, where));
      if (other != nullptr) finding.others.push_back(checking_.place_at(other->span.begin));
      finding.suggestion = mention->session ? with_session(right, *mention->session) : right;
    }
  }

  /// The first mention of the same number in the other series that must be the same paper: one session, or one instrument.
  static const Mention* namesake(const Mention& mention, const Mentions& mentions) {
    for (const Mention* other : mentions) {
      if (other->kind == mention.kind) continue;
      const bool session = other->session && mention.session && *other->session == *mention.session;
      const bool instrument = !mention.resolved.empty() && other->resolved == mention.resolved;
      if (session || instrument) return other;
    }
    return nullptr;
  }

  static bool resolved_as_other(const Mention& mention) {
    const std::string right = fmt::format("{}/{}. {}", mention.body, mention.kind == "RES" ? "DEC" : "RES", mention.number);
    return mention.resolved == right;
  }

  /// Which of the two is wrong: the one that the registry does not know, else the rarer, else the later.
  bool is_the_slip(const Mention& mention, const Mention& other, const Mentions& mentions) const {
    const bool known = registered_.contains(mention.name()), other_known = registered_.contains(other.name());
    if (known != other_known) return other_known;
    const auto uses = [&](const std::string& kind) {
      return std::count_if(mentions.begin(), mentions.end(), [&](const Mention* each) { return each->kind == kind; });
    };
    const auto mine = uses(mention.kind), others = uses(other.kind);
    return mine != others ? mine < others : mentions.front()->kind != mention.kind;
  }

  Checking& checking_;
  const std::vector<Mention> mentions_;
  std::map<std::string, int> registered_;  ///< symbol -> year
  std::map<std::string, Mentions> by_name_, by_number_;
};

}  // namespace

void check_symbols(Checking& checking) { Symbols(checking).run(); }

}  // namespace travaux
