// Printed numbers and letters in their order: of sections, of items, of points, and of what a passage quotes.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "parse/check.h"
#include "parse/check_words.h"
#include "parse/number_run.h"

namespace travaux {

namespace {

class Numbers {
 public:
  explicit Numbers(Checking& checking) : checking_(checking) {}

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

  std::optional<Printed> printed_at(const Block& block) const {
    const std::string_view source = checking_.source();
    const std::size_t end = std::min(block.span.end, block.lead.end + 40);
    std::string_view text = source.substr(block.lead.begin, end - block.lead.begin);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) text.remove_suffix(1);
    std::optional<Lead> lead = find_any_lead(text);
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
    // "Article L. 111-2": a code counts within its chapters.
    const std::size_t chapter = printed->lead.style == LeadStyle::kArticle ? section.number.rfind('-') : std::string::npos;
    const std::string within = chapter == std::string::npos ? std::string() : section.number.substr(0, chapter);
    runs_[{within, class_of(printed->lead), noun + std::to_string(section.level), false}].push_back(std::move(*printed));
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
      checking_.report("number-repeated", begin, fmt::format("{} stands here again, in one passage", lead->number));
    }
    previous_ = std::move(lead);
  }

  // --- runs ---

  void check_run(const std::vector<Printed>& run, bool from_one) {
    if (run.size() < 2 && !from_one) return;
    const std::size_t begin = from_one ? checking_.section_begin(run.front().offset) : run.front().offset;
    if (checking_.has_option_label({begin, run.back().offset})) return;  // each option counts for itself
    for (NumberFault& fault : number_faults(run, from_one)) {
      if (stands_there_unread(run, fault)) continue;
      checking_.report(fault.rule, run[fault.at].offset, std::move(fault.message)).suggestion = std::move(fault.suggestion);
    }
  }

  /// The parser may have read a number that stands there as text.
  bool stands_there_unread(const std::vector<Printed>& run, const NumberFault& fault) const {
    const std::size_t begin = fault.at > 0 ? run[fault.at - 1].offset : checking_.section_begin(run[fault.at].offset);
    const Lead& lead = run[fault.at].lead;
    return std::any_of(fault.missing.begin(), fault.missing.end(), [&](int value) {
      std::vector<int> values = lead.values;
      values.back() = value;
      return checking_.prints(lead.style, values, {begin, run[fault.at].offset});
    });
  }

  Checking& checking_;
  std::map<Key, std::vector<Printed>> runs_;
  Place passage_;
  std::optional<Lead> previous_;
};

}  // namespace

void check_numbers(Checking& checking) { Numbers(checking).run(); }

}  // namespace travaux
