#include "parse/number_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace travaux {

int class_of(const Lead& lead) {
  switch (lead.style) {
    case LeadStyle::kLowRoman:
      return static_cast<int>(LeadStyle::kLower);
    case LeadStyle::kUpRoman:
      return static_cast<int>(LeadStyle::kUpper);
    default:
      return static_cast<int>(lead.style);
  }
}

namespace {

constexpr std::size_t kListed = 3;  // missing numbers that are named one by one

/// How a run of numbers is counted. A letter may be a Roman numeral.
enum class Count { kPlain, kRoman };

int value_of(const Lead& lead, Count count) {
  const bool roman_style = lead.style == LeadStyle::kLowRoman || lead.style == LeadStyle::kUpRoman;
  const bool letter_style = lead.style == LeadStyle::kLower || lead.style == LeadStyle::kUpper;
  if (!roman_style && !letter_style) return lead.value();
  return roman_style == (count == Count::kRoman) ? lead.value() : lead.alternative;
}

/// "3" as the run prints numbers: "(c)", "Article 3".
std::string shown(const Printed& like, int value, Count count) {
  const Lead& lead = like.lead;
  if (class_of(lead) == static_cast<int>(LeadStyle::kLower) || class_of(lead) == static_cast<int>(LeadStyle::kUpper)) {
    static const char* const kRomans[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    std::string letters;
    if (count == Count::kPlain && value <= 26) letters = std::string(1, static_cast<char>('a' + value - 1));
    if (count == Count::kRoman && value <= 12) letters = kRomans[value - 1];
    if (letters.empty()) return std::to_string(value);
    if (class_of(lead) == static_cast<int>(LeadStyle::kUpper)) {
      for (char& c : letters) c = static_cast<char>(c - 'a' + 'A');
    }
    return lead.number.starts_with('(') ? "(" + letters + ")" : letters;
  }
  const std::size_t digits = lead.number.find_first_of("0123456789");
  if (lead.style == LeadStyle::kDecimal) return lead.number.substr(0, lead.number.rfind('.') + 1) + std::to_string(value);
  const bool worded = digits != std::string::npos && digits > 0;
  return worded ? lead.number.substr(0, digits) + std::to_string(value) : std::to_string(value);
}

/// Reads a run in its order.
class Run {
 public:
  Run(const std::vector<Printed>& run, Count count, bool from_one) : run_(run), count_(count), last_(from_one ? 0 : -1) {
    // Where the first is mistyped, the second tells where the run begins.
    if (!from_one && run.size() > 2 && value_of(run[0].lead, count) > value_of(run[1].lead, count))
      last_ = std::max(value_of(run[1].lead, count) - 2, 0);
    for (const Printed& printed : run) all_.insert(value_of(printed.lead, count));
  }

  std::vector<NumberFault> faults() {
    for (std::size_t i = 0; i < run_.size(); ++i) take(i);
    return std::move(faults_);
  }

 private:
  void take(std::size_t i) {
    const int value = value_of(run_[i].lead, count_);
    if (last_ >= 0 && value != last_ + 1 && value != 1 && is_slip(i)) return;
    const bool known = !seen_.insert({value, run_[i].lead.suffix}).second;
    if (value > last_ + 1 && last_ >= 0) skip(i, value);
    if (known && (value != 1 || value == last_)) {
      if (!run_[i].bracketed) fault("number-repeated", i, fmt::format("{} stands here again", run_[i].lead.number));
    } else if (value < last_ && value != 1) {
      fault("number-out-of-order", i, fmt::format("{} stands after {}", run_[i].lead.number, shown(run_[i], last_, count_)));
      return;
    }
    if (value == 1) seen_ = {{1, run_[i].lead.suffix}};  // a list begins anew
    last_ = value;
  }

  /// One number mistyped: those around it go on as if it were right, or were not there.
  bool is_slip(std::size_t i) {
    if (i + 1 >= run_.size() || !run_[i].lead.suffix.empty() || run_[i].bracketed) return false;
    const int value = value_of(run_[i].lead, count_);
    const int next = value_of(run_[i + 1].lead, count_);
    if (next == last_ + 2 && !all_.contains(last_ + 1)) {
      const std::string right = shown(run_[i], last_ + 1, count_);
      const bool again = value <= last_ || value == next;
      fault(again ? "number-repeated" : "number-skipped", i,
            fmt::format("{} stands where {} is due", run_[i].lead.number, right));
      faults_.back().suggestion = right;
      seen_.insert({++last_, {}});
      return true;
    }
    if (next != last_ + 1 || value <= last_ + 2) return false;
    fault("number-out-of-order", i, fmt::format("{} stands before {}", run_[i].lead.number, run_[i + 1].lead.number));
    return true;
  }

  /// Numbers that stand further on are told there.
  void skip(std::size_t i, int value) {
    std::vector<int> missing;
    for (int number = last_ + 1; number < value; ++number) {
      if (!all_.contains(number)) missing.push_back(number);
    }
    if (missing.empty()) return;
    const std::string before = i > 0 ? "follows " + run_[i - 1].lead.number : "comes first";
    fault(
        "number-skipped", i,
        fmt::format("{} {}; {} {} missing", run_[i].lead.number, before, list_of(missing, i), missing.size() > 1 ? "are" : "is"));
    faults_.back().missing = std::move(missing);
  }

  std::string list_of(const std::vector<int>& numbers, std::size_t like) const {
    std::string list = shown(run_[like], numbers[0], count_);
    if (numbers.size() > kListed) return list + " to " + shown(run_[like], numbers.back(), count_);
    for (std::size_t k = 1; k < numbers.size(); ++k)
      list += (k + 1 < numbers.size() ? ", " : " and ") + shown(run_[like], numbers[k], count_);
    return list;
  }

  void fault(std::string_view rule, std::size_t at, std::string message) {
    faults_.push_back({rule, at, std::move(message), {}, {}});
  }

  const std::vector<Printed>& run_;
  const Count count_;
  int last_;  ///< -1: the run may begin anywhere
  std::set<std::pair<int, std::string>> seen_;
  std::set<int> all_;
  std::vector<NumberFault> faults_;
};

}  // namespace

std::vector<NumberFault> number_faults(const std::vector<Printed>& run, bool from_one) {
  std::vector<NumberFault> faults = Run(run, Count::kPlain, from_one).faults();
  const bool letters = std::any_of(run.begin(), run.end(), [](const Printed& printed) {
    return printed.lead.alternative > 0 || printed.lead.style == LeadStyle::kLowRoman ||
           printed.lead.style == LeadStyle::kUpRoman;
  });
  if (!letters) return faults;
  std::vector<NumberFault> roman = Run(run, Count::kRoman, from_one).faults();
  const bool fewer = roman.size() < faults.size();
  return fewer || (roman.size() == faults.size() && value_of(run[0].lead, Count::kRoman) == 1) ? roman : faults;
}

}  // namespace travaux
