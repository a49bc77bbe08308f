// Cross-references to places that are not there. Only what surely speaks of this text is looked up.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "parse/check.h"
#include "parse/check_words.h"
#include "parse/lead.h"
#include "parse/reference.h"
#include "travaux/read.h"

namespace travaux {

namespace {

/// "4", "4bis": a number as both sides of a look-up have it.
std::string key_of(int value, std::string suffix) {
  std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::to_string(value) + suffix;
}

std::string key_of(const std::vector<int>& values, const std::string& suffix) {
  std::string key;
  for (const int value : values) key += (key.empty() ? "" : ".") + std::to_string(value);
  return key + key_of(0, suffix).substr(1);
}

std::optional<Lead> lead_of(const std::string& number) {
  std::optional<Lead> lead = find_lead(number + ". X");
  return lead ? lead : find_lead(number + " X");
}

/// What can be referred to.
struct Directory {
  std::map<std::string, std::map<std::string, const Item*>> articles;  ///< article -> its numbered paragraphs
  std::map<std::string, const Item*> items;                            ///< of plans and resolutions: "5.9", "7"
  std::set<std::size_t> depths;                                        ///< how many parts the items' numbers have
  std::map<std::string, std::set<std::string>> parts;                  ///< "chapter" -> its numbers; "" for plain sections
  bool roman_sections = false;
};

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document) {}

  Directory read() {
    for (const Section& section : document_.sections) take(section);
    return std::move(directory_);
  }

 private:
  void take(const Section& section) {
    const std::optional<Lead> lead = section.number.empty() ? std::nullopt : lead_of(section.number);
    if (lead && lead->style == LeadStyle::kArticle) {
      auto& paragraphs = directory_.articles[key_of(lead->value(), lead->suffix)];
      for (const Item& item : section.items) take_item(item, paragraphs);
      return;
    }
    if (lead && lead->style == LeadStyle::kPart) {
      directory_.parts[first_word(section.number)].insert(key_of(lead->value(), lead->suffix));
    } else if (lead) {
      const bool roman = lead->style == LeadStyle::kUpRoman || (lead->style == LeadStyle::kUpper && lead->alternative > 0);
      directory_.roman_sections = directory_.roman_sections || roman;
      const bool letter = lead->style == LeadStyle::kUpper && roman;
      directory_.parts[""].insert(key_of(letter ? lead->alternative : lead->value(), lead->suffix));
    }
    for (const Item& item : section.items) take_item(item, directory_.items);
  }

  void take_item(const Item& item, std::map<std::string, const Item*>& into) {
    const std::optional<Lead> lead = item.number.empty() ? std::nullopt : lead_of(item.number);
    const bool plain_number = lead && (lead->style == LeadStyle::kArabic || lead->style == LeadStyle::kDecimal ||
                                       (lead->style == LeadStyle::kMarked && lead->number.starts_with("OP")));
    if (plain_number) {
      into[key_of(lead->values, lead->suffix)] = &item;
      directory_.depths.insert(lead->values.size());
    }
    for (const Item& point : item.items) {
      if (point.address == point.number) take_item(point, into);  // "2.1.1" under "2.1"
    }
  }

  const Document& document_;
  Directory directory_;
};

bool has_point(const Item& item, const std::string& point) {
  // Its points may be printed within its text, or numbered in another style than people call them by.
  const auto class_of = [](const std::string& number) { return number.size() > 1 && number[1] >= '0' && number[1] <= '9'; };
  const auto comparable = [&](const Item& each) {
    return each.number.starts_with('(') && class_of(each.number) == class_of(point);
  };
  if (!std::all_of(item.items.begin(), item.items.end(), comparable)) return true;
  if (item.items.empty()) return true;
  return std::any_of(item.items.begin(), item.items.end(), [&](const Item& each) { return plain(each.number) == plain(point); });
}

class References {
 public:
  explicit References(Checking& checking) : checking_(checking), directory_(Reader(checking.document()).read()) {}

  void run() {
    if (checking_.document().family == Family::kUnnumbered) return;
    for (const Block& block : checking_.document().blocks) {
      if ((block.role != Role::kItem && block.role != Role::kSectionText) || !block.place.section) continue;
      const bool preamble = !block.place.item.empty() && checking_.address_of(block.place).starts_with("PP");
      const std::size_t begin = std::max(block.span.begin, block.lead.end);
      for (const Reference& reference : references_in(checking_.source().substr(begin, block.span.end - begin))) {
        if (reference.belongs == Belongs::kForeign || (preamble && reference.belongs != Belongs::kOwn)) continue;
        look_up(reference, begin, block);
      }
    }
  }

 private:
  void look_up(const Reference& reference, std::size_t base, const Block& block) {
    for (const ReferenceTarget& target : reference.targets) {
      switch (reference.kind) {
        case ReferenceKind::kArticle:
          look_up_article(target, base);
          break;
        case ReferenceKind::kSection:
        case ReferenceKind::kPart:
          look_up_section(reference, target, base);
          break;
        case ReferenceKind::kParagraph:
          look_up_paragraph(reference, target, base, block);
      }
    }
  }

  void missing(const ReferenceTarget& target, std::size_t base, const std::string& what) {
    checking_.report("missing-target", base + target.offset, fmt::format("the text refers to {}, which is not there", what));
  }

  void missing_article(const ReferenceTarget& target, std::size_t base) {
    if (target.suffix.empty() && checking_.prints(LeadStyle::kArticle, {target.values[0]}, checking_.whole())) return;
    missing(target, base, "Article " + target.printed);
  }

  // --- articles ---

  const std::map<std::string, const Item*>* article(const ReferenceTarget& target) const {
    const auto found = directory_.articles.find(key_of(target.values[0], target.suffix));
    return found == directory_.articles.end() ? nullptr : &found->second;
  }

  void look_up_article(const ReferenceTarget& target, std::size_t base) {
    if (directory_.articles.empty()) return;
    const auto* paragraphs = article(target);
    if (paragraphs == nullptr) return missing_article(target, base);
    if (target.values.size() == 2)
      look_up_in(*paragraphs, key_of(target.values[1], {}), target, base, "Article " + target.printed);
    if (target.values.size() == 1 && !target.point.empty() && target.suffix.empty()) {
      // "Article 4(2)": its paragraph 2; "Article 4(a)" may be a point of an article that is one paragraph.
      const std::optional<Lead> lead = find_lead(target.point + " X");
      if (lead && lead->style == LeadStyle::kArabic)
        look_up_in(*paragraphs, key_of(lead->value(), {}), target, base, "Article " + target.printed);
    }
  }

  void look_up_in(const std::map<std::string, const Item*>& paragraphs, const std::string& key, const ReferenceTarget& target,
                  std::size_t base, const std::string& what) {
    if (paragraphs.empty()) return;  // paragraphs without numbers are counted by people
    const auto found = paragraphs.find(key);
    if (found == paragraphs.end()) return missing(target, base, what);
    if (target.values.size() == 1 && !target.point.empty() && !has_point(*found->second, target.point))
      missing(target, base, what);
  }

  // --- sections and parts ---

  void look_up_section(const Reference& reference, const ReferenceTarget& target, std::size_t base) {
    if (target.values.size() > 1) {
      if (reference.kind == ReferenceKind::kSection) look_up_item(target, base);
      return;
    }
    auto found = directory_.parts.find(reference.noun);
    if (found == directory_.parts.end() && reference.noun.ends_with('s')) {
      found = directory_.parts.find(reference.noun.substr(0, reference.noun.size() - 1));
    }
    if (found == directory_.parts.end() && reference.kind == ReferenceKind::kSection &&
        target.roman == directory_.roman_sections) {
      found = directory_.parts.find("");
    }
    if (found == directory_.parts.end() || found->second.contains(key_of(target.values[0], target.suffix))) return;
    for (const LeadStyle style : {LeadStyle::kArabic, LeadStyle::kUpRoman, LeadStyle::kPart}) {
      if (checking_.prints(style, {target.values[0]}, checking_.whole())) return;
    }
    missing(target, base, reference.printed + " " + target.printed);
  }

  // --- paragraphs ---

  void look_up_paragraph(const Reference& reference, const ReferenceTarget& target, std::size_t base, const Block& block) {
    if (target.roman) return;
    if (!reference.articles.empty()) return look_up_paragraph_of(reference.articles.front(), target, base);
    if (directory_.articles.empty()) return look_up_item(target, base);
    // In a treaty a paragraph's number alone is one of the same article.
    const bool elsewhere = !reference.owner.empty() && !check_words().article_words.contains(reference.owner);
    const std::optional<Lead> lead = lead_of(checking_.document().sections[*block.place.section].number);
    if (checking_.has_option_label({checking_.section_begin(block.span.begin), block.span.end})) return;
    if (elsewhere || target.values.size() > 1 || !lead || lead->style != LeadStyle::kArticle) return;
    const auto own = directory_.articles.find(key_of(lead->value(), lead->suffix));
    if (own == directory_.articles.end()) return;
    if (checking_.prints(LeadStyle::kArabic, target.values, checking_.section_span(block.span.begin))) return;
    look_up_in(own->second, key_of(target.values[0], target.suffix), target, base,
               fmt::format("paragraph {} of {}", target.printed, checking_.document().sections[*block.place.section].number));
  }

  void look_up_paragraph_of(const ReferenceTarget& of, const ReferenceTarget& target, std::size_t base) {
    if (directory_.articles.empty()) return;
    const auto* paragraphs = article(of);
    if (paragraphs == nullptr) return missing_article(of, base);
    look_up_in(*paragraphs, key_of(target.values[0], target.suffix), target, base,
               fmt::format("paragraph {} of Article {}", target.printed, of.printed));
  }

  /// Only numbers of a depth that the text's own numbers have.
  void look_up_item(const ReferenceTarget& target, std::size_t base) {
    if (!directory_.articles.empty() || !directory_.depths.contains(target.values.size())) return;
    const auto found = directory_.items.find(key_of(target.values, target.suffix));
    if (found == directory_.items.end()) {
      const LeadStyle style = target.values.size() > 1 ? LeadStyle::kDecimal : LeadStyle::kArabic;
      if (target.suffix.empty() && checking_.prints(style, target.values, checking_.whole())) return;
      return missing(target, base, "paragraph " + target.printed);
    }
    if (!target.point.empty() && !has_point(*found->second, target.point)) missing(target, base, "paragraph " + target.printed);
  }

  Checking& checking_;
  const Directory directory_;
};

}  // namespace

void check_references(Checking& checking) { References(checking).run(); }

}  // namespace travaux
