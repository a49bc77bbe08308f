#include "read/docx_numbering.h"

#include <algorithm>

#include "read/docx_symbols.h"
#include "read/docx_xml.h"
#include "travaux/text.h"

namespace travaux {

namespace {

ListLevel read_level(pugi::xml_node node) {
  ListLevel level;
  level.start = number_of(value_of(node, "start"), 0);
  if (const pugi::xml_node format = child_of(node, "numFmt")) {
    level.format = attribute_of(format, "val");
  } else if (const pugi::xml_node either = child_of(node, "AlternateContent")) {
    level.format = value_of(child_of(either, "Fallback"), "numFmt");
  }
  level.style = value_of(node, "pStyle");
  if (const pugi::xml_node restart = child_of(node, "lvlRestart")) level.restart = number_of(attribute_of(restart, "val"), 0);
  const pugi::xml_node legal = child_of(node, "isLgl");
  level.legal = legal && is_on(legal);
  level.picture = static_cast<bool>(child_of(node, "lvlPicBulletId"));
  const pugi::xml_node run_properties = child_of(node, "rPr");
  const pugi::xml_node vanish = child_of(run_properties, "vanish");
  level.hidden = vanish && is_on(vanish);
  level.text = symbols_set(attribute_of(child_of(run_properties, "rFonts"), "ascii"),
                           words_of_attribute(child_of(node, "lvlText"), "val"));
  return level;
}

std::size_t index_of(pugi::xml_node node) { return static_cast<std::size_t>(number_of(attribute_of(node, "ilvl"), kListLevels)); }

DocxNumbering::Levels read_levels(pugi::xml_node definition) {
  DocxNumbering::Levels levels;
  for (const pugi::xml_node node : definition.children()) {
    if (local_name(node) == "lvl" && index_of(node) < kListLevels) levels[index_of(node)] = read_level(node);
  }
  return levels;
}

std::array<ListOverride, kListLevels> read_overrides(pugi::xml_node list) {
  std::array<ListOverride, kListLevels> overrides;
  for (const pugi::xml_node node : list.children()) {
    if (local_name(node) != "lvlOverride" || index_of(node) >= kListLevels) continue;
    auto& one = overrides[index_of(node)];
    if (const pugi::xml_node start = child_of(node, "startOverride")) one.start = number_of(attribute_of(start, "val"), 0);
    if (const pugi::xml_node level = child_of(node, "lvl")) one.level = read_level(level);
  }
  return overrides;
}

/// What is printed around the numbers: "." in "%2.", "%." in "%1.%2".
std::string manner_of(std::string_view text) {
  std::string manner;
  for (std::size_t i = 0; i < text.size(); ++i) {
    manner += text[i];
    if (text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9') ++i;
  }
  return manner;
}

bool is_bullet(const ListLevel& level) { return level.format == "bullet" || level.picture; }

/// A dash stays, since a line may begin with one in any text; whatever else is drawn is a bullet.
std::string bullet_text(const ListLevel& level) {
  const std::string drawn = fold_white_space(level.text);
  for (const std::string_view dash : {"-", "–", "—", "‐", "‑", "−"}) {
    if (drawn == dash) return drawn;
  }
  return drawn.empty() && !level.picture ? std::string() : "•";
}

}  // namespace

DocxNumbering::DocxNumbering(const pugi::xml_document& part, const DocxStyles& styles) {
  std::map<std::string, std::string, std::less<>> links;
  for (const pugi::xml_node node : part.document_element().children()) {
    const auto name = local_name(node);
    if (name == "abstractNum") {
      const std::string id = id_of(node, "abstractNumId");
      definitions_[id] = read_levels(node);
      if (const auto link = value_of(node, "numStyleLink"); !link.empty()) links[id] = link;
    } else if (name == "num") {
      lists_[id_of(node, "numId")] = {id_of(child_of(node, "abstractNumId"), "val"), read_overrides(node)};
    }
  }
  for (const auto& [id, style] : links) {  // the levels stand with the list that the style names
    const std::string target = definition_of(styles.list_of_style(style));
    if (!target.empty() && !links.contains(target)) definitions_[id] = definitions_[target];
  }
}

std::string DocxNumbering::definition_of(const std::string& list) const {
  const auto found = lists_.find(list);
  return found != lists_.end() && definitions_.contains(found->second.definition) ? found->second.definition : std::string();
}

const ListLevel* DocxNumbering::level(const ListPlace& place) const {
  const auto list = lists_.find(place.list);
  if (list == lists_.end() || place.level >= kListLevels) return nullptr;
  if (const auto& own = list->second.overrides[place.level].level) return &*own;
  const auto definition = definitions_.find(list->second.definition);
  if (definition == definitions_.end() || !definition->second[place.level]) return nullptr;
  return &*definition->second[place.level];
}

std::optional<int> DocxNumbering::start_override(const ListPlace& place) const {
  const auto list = lists_.find(place.list);
  if (list == lists_.end() || place.level >= kListLevels) return std::nullopt;
  return list->second.overrides[place.level].start;
}

ListPlace DocxNumbering::place_of(pugi::xml_node paragraph_properties, std::string_view style, const DocxStyles& styles) const {
  const pugi::xml_node own = child_of(paragraph_properties, "numPr");
  const pugi::xml_node own_list = child_of(own, "numId");
  const pugi::xml_node own_level = child_of(own, "ilvl");
  ListPlace place;
  std::optional<std::size_t> level;
  if (own_level) level = static_cast<std::size_t>(number_of(attribute_of(own_level, "val"), 0));
  if (own_list) {
    place = {id_of(own_list, "val"), level.value_or(0)};
    return place.list == "0" ? ListPlace{} : place;
  }
  const auto chain = styles.chain(style);
  const auto giver =
      std::find_if(chain.begin(), chain.end(), [&](std::string_view id) { return styles.find(id)->list.has_value(); });
  if (giver == chain.end() || *styles.find(*giver)->list == "0") return {};
  place.list = *styles.find(*giver)->list;
  for (auto id = chain.begin(); id <= giver && !level; ++id) {  // the level that names the style, else the style's own
    for (std::size_t i = 0; i < kListLevels && !level; ++i) {
      const ListLevel* candidate = this->level({place.list, i});
      if (candidate != nullptr && candidate->style == *id) level = i;
    }
    if (!level) level = styles.find(*id)->level;
  }
  place.level = level.value_or(0);
  return place;
}

int ListCounter::first_of(const ListPlace& place) const {
  if (const auto start = numbering_->start_override(place)) return *start;
  const ListLevel* level = numbering_->level(place);
  return level == nullptr ? 1 : level->start;
}

void ListCounter::count(const ListPlace& place, Counts& counts) {
  const bool begins = numbering_->start_override(place).has_value() && begun_.insert({place.list, place.level}).second;
  auto& own = counts[place.level];
  own = begins || !own ? first_of(place) : *own + 1;
  for (std::size_t i = 0; i < place.level; ++i) {
    if (!counts[i]) counts[i] = first_of({place.list, i});
  }
  for (std::size_t i = place.level + 1; i < kListLevels; ++i) {
    const ListLevel* below = numbering_->level({place.list, i});
    const auto restart = below == nullptr ? std::nullopt : below->restart;
    if (!restart || (*restart != 0 && place.level < static_cast<std::size_t>(*restart))) counts[i].reset();
  }
}

std::string ListCounter::text_of(const ListPlace& place, const ListLevel& level, const Counts& counts) {
  std::string text;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    const bool number = level.text[i] == '%' && i + 1 < level.text.size() && level.text[i + 1] >= '1' && level.text[i + 1] <= '9';
    if (!number) {
      text += level.text[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(level.text[++i] - '1');
    const ListLevel* shown = numbering_->level({place.list, which});
    if (shown == nullptr || which > place.level) continue;
    text += printer_.print(counts[which].value_or(shown->start), level.legal ? "decimal" : shown->format);
  }
  return fold_white_space(text);
}

std::size_t ListCounter::nesting_of(const ListPlace& place, const ListLevel& level) const {
  if (std::count(level.text.begin(), level.text.end(), '%') != 1) return 0;
  std::size_t nested = 0;
  for (std::size_t i = 0; i < place.level; ++i) {
    const ListLevel* above = numbering_->level({place.list, i});
    if (above != nullptr && above->format == level.format && manner_of(above->text) == manner_of(level.text)) ++nested;
  }
  return nested;
}

PrintedNumber ListCounter::next(const ListPlace& place) {
  const ListLevel* level = place.list.empty() ? nullptr : numbering_->level(place);
  if (level == nullptr) return {};
  const std::string definition = numbering_->definition_of(place.list);
  auto& counts = counts_[definition.empty() ? "of " + place.list : definition];  // a list may bring its own levels alone
  count(place, counts);
  if (level->hidden) return {};
  if (is_bullet(*level)) return {bullet_text(*level), true, 0};
  return {text_of(place, *level, counts), false, nesting_of(place, *level)};
}

}  // namespace travaux
