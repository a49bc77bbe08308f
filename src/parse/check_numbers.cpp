// Printed numbers and letters in their order: of sections, of items, of points, and of what a passage quotes.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "parse/check.h"
#include "parse/check_words.h"
#include "parse/lead.h"
#include "travaux/read.h"

namespace travaux {

namespace {

/// A number as it stands in the text.
struct Printed {
  Lead lead;
  std::size_t offset = 0;
  bool bracketed = false;  ///< in a square bracket: perhaps one of two alternatives
};

/// How a run of numbers is counted. A letter may be a Roman numeral.
enum class Count { kPlain, kRoman };

int value_of(const Lead& lead, Count count) {
  const bool roman_style = lead.style == LeadStyle::kLowRoman || lead.style == LeadStyle::kUpRoman;
  const bool letter_style = lead.style == LeadStyle::kLower || lead.style == LeadStyle::kUpper;
  if (!roman_style && !letter_style) return lead.value();
  return roman_style == (count == Count::kRoman) ? lead.value() : lead.alternative;
}

/// Numbers of one class may follow one another: "(h)", "(i)"; "4", "4 bis".
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

struct Fault {
  std::string_view rule;
  std::size_t at = 0;  ///< in the run
  std::string message;
};

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
    for (const Printed& printed : run) all_.insert(value_of(printed.lead, count));
  }

  std::vector<Fault> faults() {
    for (std::size_t i = 0; i < run_.size(); ++i) take(i);
    return std::move(faults_);
  }

 private:
  void take(std::size_t i) {
    const int value = value_of(run_[i].lead, count_);
    const bool known = !seen_.insert({value, run_[i].lead.suffix}).second;
    if (value > last_ + 1 && last_ >= 0) skip(i, value);
    if (known && value != 1) {
      if (!run_[i].bracketed) fault("number-repeated", i, fmt::format("the number {} stands here again", run_[i].lead.number));
    } else if (known && value == last_) {
      if (!run_[i].bracketed) fault("number-repeated", i, fmt::format("the number {} stands here again", run_[i].lead.number));
    } else if (value < last_ && value != 1) {
      fault("number-out-of-order", i, fmt::format("{} stands after {}", run_[i].lead.number, shown(run_[i], last_, count_)));
      return;
    }
    if (value == 1) seen_ = {{1, run_[i].lead.suffix}};  // a list begins anew
    last_ = value;
  }

  /// Numbers that stand further on are told there.
  void skip(std::size_t i, int value) {
    std::string missing;
    for (int number = last_ + 1; number < value; ++number) {
      if (all_.contains(number)) continue;
      if (value - last_ > 4) {
        missing = shown(run_[i], last_ + 1, count_) + " to " + shown(run_[i], value - 1, count_);
        break;
      }
      missing += (missing.empty() ? "" : ", ") + shown(run_[i], number, count_);
    }
    if (missing.empty()) return;
    const std::string before = i > 0 ? " follows " + run_[i - 1].lead.number : " comes first";
    fault("number-skipped", i, fmt::format("{}{}; {} is missing", run_[i].lead.number, before, missing));
  }

  void fault(std::string_view rule, std::size_t at, std::string message) { faults_.push_back({rule, at, std::move(message)}); }

  const std::vector<Printed>& run_;
  const Count count_;
  int last_;  ///< -1: the run may begin anywhere
  std::set<std::pair<int, std::string>> seen_;
  std::set<int> all_;
  std::vector<Fault> faults_;
};

class Numbers {
 public:
  explicit Numbers(Checking& checking) : checking_(checking) {
    for (const Paragraph& paragraph : paragraphs_of(checking.source())) {
      if (is_option_label(paragraph.span.of(checking.source()))) options_.push_back(paragraph.span.begin);
    }
  }

  void run() {
    for (const Block& block : checking_.document().blocks) {
      if (block.role == Role::kSectionHeading && !block.lead.empty()) take_section(block);
      if (block.role == Role::kItem && !block.lead.empty()) take_item(block);
      if (block.role == Role::kPassage) take_passage(block);
    }
    for (const auto& [key, run] : runs_) check_run(run, key.from_one);
  }

 private:
  /// What is counted together, in the order in which it is reported.
  struct Key {
    std::string scope;
    int number_class = 0;
    std::string prefix;
    bool from_one = false;  ///< the first must be a one
    friend auto operator<=>(const Key&, const Key&) = default;
  };

  static bool is_option_label(std::string_view text) { return check_words().option_words.contains(first_word(text)); }

  std::optional<Printed> printed_at(const Block& block) const {
    const std::string_view source = checking_.source();
    const std::size_t end = std::min(block.span.end, block.lead.end + 40);
    std::string_view text = source.substr(block.lead.begin, end - block.lead.begin);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) text.remove_suffix(1);
    std::optional<Lead> lead = find_lead(text);
    if (!lead) return std::nullopt;
    std::size_t before = block.lead.begin;
    while (before > 0 && source[before - 1] == ' ') --before;
    const bool bracketed = source[block.lead.begin] == '[' || (before > 0 && source[before - 1] == '[');
    return Printed{std::move(*lead), block.lead.begin, bracketed};
  }

  void take_section(const Block& block) {
    std::optional<Printed> printed = printed_at(block);
    if (!printed || !block.place.section) return;
    const Section& section = checking_.document().sections[*block.place.section];
    const std::string noun = printed->lead.style == LeadStyle::kPart ? first_word(section.number) : std::string();
    runs_[{"", class_of(printed->lead), noun + std::to_string(section.level), false}].push_back(std::move(*printed));
  }

  void take_item(const Block& block) {
    std::optional<Printed> printed = printed_at(block);
    if (!printed || !block.place.section || block.place.item.empty()) return;
    const Document& document = checking_.document();
    Key key{"", class_of(printed->lead), "item", false};
    if (block.place.item.size() > 1) {
      Place parent = block.place;
      parent.item.pop_back();
      for (const std::size_t at : parent.item) key.scope += std::to_string(at) + "/";
      key.scope = std::to_string(*block.place.section) + ":" + key.scope;
      key.from_one = true;
    } else if (printed->lead.style == LeadStyle::kDecimal) {
      const std::string& number = printed->lead.number;
      key.prefix = number.substr(0, number.rfind('.'));
      key.from_one = *block.place.section > 0;  // what is checked may be an extract that begins anywhere
    } else if (document.family == Family::kTreaty) {
      key.scope = std::to_string(*block.place.section);
      key.from_one = true;
    }
    // Numbers that run through the sections of a plan may also begin anew in each.
    runs_[key].push_back(std::move(*printed));
  }

  // --- passages ---

  /// A passage may leave out paragraphs of its instrument, but it does not number two alike.
  void take_passage(const Block& block) {
    if (!(block.place == passage_)) previous_.reset();
    passage_ = block.place;
    const std::string_view source = checking_.source();
    std::size_t begin = block.span.begin;
    while (begin < block.span.end) {
      const std::size_t end = std::min(source.find('\n', begin), block.span.end);
      take_passage_line(begin, source.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void take_passage_line(std::size_t begin, std::string_view text) {
    std::optional<Lead> lead = find_lead(text);
    if (text.find("…") != std::string_view::npos || text.find("...") != std::string_view::npos) return previous_.reset();
    if (!lead || lead->style == LeadStyle::kArticle || lead->style == LeadStyle::kPart) return;
    if (previous_ && previous_->number == lead->number && previous_->style == lead->style) {
      checking_.report("number-repeated", begin, fmt::format("the number {} stands here again, in one passage", lead->number));
    }
    previous_ = std::move(lead);
  }

  // --- runs ---

  void check_run(const std::vector<Printed>& run, bool from_one) {
    if (run.size() < 2 && !from_one) return;
    if (has_options(run.front().offset, run.back().offset)) return;  // each option counts for itself
    std::vector<Fault> faults = Run(run, Count::kPlain, from_one).faults();
    const bool letters = std::any_of(run.begin(), run.end(), [](const Printed& printed) {
      return printed.lead.alternative > 0 || printed.lead.style == LeadStyle::kLowRoman ||
             printed.lead.style == LeadStyle::kUpRoman;
    });
    if (letters) {
      std::vector<Fault> roman = Run(run, Count::kRoman, from_one).faults();
      if (roman.size() < faults.size() || (roman.size() == faults.size() && value_of(run[0].lead, Count::kRoman) == 1))
        faults = std::move(roman);
    }
    for (Fault& fault : faults) checking_.report(fault.rule, run[fault.at].offset, std::move(fault.message));
  }

  bool has_options(std::size_t begin, std::size_t end) const {
    const auto next = std::lower_bound(options_.begin(), options_.end(), begin);
    return next != options_.end() && *next < end;
  }

  Checking& checking_;
  std::vector<std::size_t> options_;  ///< offsets of paragraphs that label an option
  std::map<Key, std::vector<Printed>> runs_;
  Place passage_;
  std::optional<Lead> previous_;
};

}  // namespace

void check_numbers(Checking& checking) { Numbers(checking).run(); }

}  // namespace travaux
