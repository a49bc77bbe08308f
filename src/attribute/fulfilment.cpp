#include "attribute/fulfilment.h"

#include <algorithm>

namespace travaux {
namespace {

constexpr double kAccepted = 0.75;    ///< of what is wanted, to be accepted
constexpr double kThere = 0.25;       ///< of a part or a wish, not to be missing
constexpr double kPiece = 0.15;       ///< of all that is wanted: a piece worth missing
constexpr std::size_t kBeside = 1;    ///< tokens
constexpr std::size_t kSentence = 4;  ///< words of content
constexpr double kEach = 0.5;         ///< of what is wanted of each text

void add_cover(const std::vector<double>& words, std::vector<double>& covered) {
  for (std::size_t i = 0; i < covered.size(); ++i) covered[i] = std::max(covered[i], words[i]);
}

/// Only what came in the very place can be other words for those asked for.
bool is_beside(const Stretch& a, const Stretch& b) { return a.begin <= b.end + kBeside && b.begin <= a.end + kBeside; }

/// The weight of the heaviest part of a list that is not there, where others are.
double lost_part(const Words& wanted, const std::vector<double>& covered) {
  double lost = 0;
  for (const auto& [begin, end] : parts_of(wanted)) {
    double all = 0, there = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (!wanted[i].content) continue;
      all += wanted[i].weight;
      there += covered[i] * wanted[i].weight;
    }
    if (there < kThere * all) lost = std::max(lost, all);
  }
  return lost;
}

/// What came into one text answers the wish for that text, not the same wish for another.
bool wants_in(const Request& request, const FieldKey& key) {
  return std::any_of(request.wishes.begin(), request.wishes.end(), [&](const Wish& wish) { return wish.key == key; });
}

}  // namespace

Fulfilment::Fulfilment(Matter& matter) : m_(matter) {
  for (std::size_t e = 0; e < m_.edits.size(); ++e) {
    if (m_.words[e].key) touched_[*m_.words[e].key].push_back(e);
    const AttributedEdit& edit = m_.edits[e];
    if (!edit.citation || edit.change != "removed") continue;
    Place place = m_.changes.citations[*edit.citation].from->place;
    if (edit.passage) place.passage = m_.changes.citations[*edit.citation].passages[*edit.passage].from;
    cited_no_more_.insert(place);
  }
}

std::vector<std::size_t> Fulfilment::edits_of(const FieldKey& key) const {
  const auto found = touched_.find(key);
  return found == touched_.end() ? std::vector<std::size_t>() : found->second;
}

/// How far each word of a text stands in what came.
std::vector<double> Fulfilment::coverage(const Words& text, const std::vector<std::size_t>& edits) {
  std::vector<double> covered(text.size(), 0);
  for (const std::size_t e : edits) add_cover(cover(text, m_.vocabulary.take(m_.edits[e].to)).left, covered);
  return covered;
}

/// How much of the texts put forward stands in what came.
double Fulfilment::stands(const Request& request, const std::vector<std::size_t>& edits) {
  double all = 0, found = 0;
  for (const Words& text : request.texts) {
    const std::vector<double> covered = coverage(text, edits);
    for (std::size_t i = 0; i < text.size(); ++i) found += covered[i] * text[i].weight, all += text[i].weight;
  }
  return all == 0 ? 1 : found / all;
}

bool Fulfilment::lacks_sentence(const Request& request, const std::vector<std::size_t>& edits) {
  for (const Words& text : request.texts) {
    const std::vector<double> covered = coverage(text, edits);
    double all = 0, there = 0;
    std::size_t content = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i == text.size() || text[i].ends) {
        if (content >= kSentence && there < kThere * all) return true;
        all = there = 0;
        content = 0;
      } else if (text[i].content) {
        ++content;
        all += text[i].weight;
        there += covered[i] * text[i].weight;
      }
    }
  }
  return false;
}

/// What came stands in brackets that nobody asked for.
bool Fulfilment::in_brackets_only(const Request& request, const std::vector<std::size_t>& edits) const {
  if (request.proposal->asks == Ask::kBracket || request.proposal->asks == Ask::kUnbracket) return false;
  for (const Wish& wish : request.wishes) {
    const auto bracket = [&](const Words& words) {
      return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.loose == 0 && word.content; });
    };
    if (bracket(wish.stretch.inserted)) return false;
  }
  return std::all_of(edits.begin(), edits.end(), [&](std::size_t e) {
    const std::string& to = m_.edits[e].to;
    return m_.edits[e].target != EditTarget::kCitation && to.find('[') != std::string::npos &&
           to.find(']') != std::string::npos && m_.edits[e].from.find('[') == std::string::npos;
  });
}

/// Of one wish: the words that were to come and stand, and those that were to go and went.
Fulfilment::Portion Fulfilment::portion(const Request& request, const Wish& wish, const std::vector<std::size_t>& edits) {
  Portion part;
  std::vector<double> covered(wish.stretch.inserted.size(), 0);
  for (const std::size_t e : edits) {
    if (m_.words[e].key && !(*m_.words[e].key == wish.key) && wants_in(request, *m_.words[e].key)) continue;
    const bool same_text = m_.words[e].key && *m_.words[e].key == wish.key;
    for (const Stretch& stretch : m_.words[e].stretches) {
      const Words &wanted = wish.stretch.inserted, &came = stretch.inserted;
      add_cover(same_text && is_beside(stretch, wish.stretch) ? cover_adapted(wanted, came) : cover(wanted, came).left, covered);
    }
    if (m_.words[e].stretches.empty()) add_cover(cover(wish.stretch.inserted, m_.vocabulary.take(m_.edits[e].to)).left, covered);
  }
  for (std::size_t i = 0; i < covered.size(); ++i) {
    part.wanted += wish.stretch.inserted[i].weight;
    // In another form or order it came all the same.
    part.done += covered[i] > 0 ? wish.stretch.inserted[i].weight : 0;
  }
  double stays = 0, to_go = 0;
  for (std::size_t i = 0; i < wish.stretch.removed.size(); ++i) {
    const double weight = wish.stretch.removed[i].weight;
    to_go += weight;
    if (!is_gone(wish.key, wish.stretch.begin + i)) stays += weight;
  }
  part.wanted += to_go;
  part.done += to_go - stays;
  part.lost = part.share() < kThere ? part.wanted : lost_part(wish.stretch.inserted, covered);
  // Words put beside those that were to go are half of what was asked for.
  if (content_of(wish.stretch.removed) > 0 && to_go - stays < kThere * to_go) part.lost = part.wanted;
  return part;
}

bool Fulfilment::is_gone(const FieldKey& key, std::size_t token) const {
  const auto found = touched_.find(key);
  if (found == touched_.end()) {
    const Place citation{key.place.section, key.place.item, key.place.citation, {}};
    return (!key.place.item.empty() && went(key.place)) || cited_no_more_.contains(key.place) ||
           cited_no_more_.contains(citation);
  }
  return std::any_of(found->second.begin(), found->second.end(), [&](std::size_t e) {
    return std::any_of(m_.words[e].stretches.begin(), m_.words[e].stretches.end(), [&](const Stretch& stretch) {
      return token >= stretch.begin && token < stretch.end && stretch.removed[token - stretch.begin].weight > 0;
    });
  });
}

bool Fulfilment::fulfilled(const Request& request, const std::vector<std::size_t>& edits, std::string& missing) {
  std::map<std::size_t, std::map<FieldKey, Portion>> alternatives;
  for (const Wish& wish : request.wishes) {
    const Portion part = portion(request, wish, edits);
    Portion& sum = alternatives[wish.alternative][wish.key];
    sum.wanted += part.wanted;
    sum.done += part.done;
    sum.lost = std::max(sum.lost, part.lost);
  }
  bool any = false;
  for (const auto& [alternative, keys] : alternatives) {
    Portion all;
    std::string left;
    for (const auto& [key, part] : keys) {
      all.wanted += part.wanted;
      all.done += part.done;
      all.lost = std::max(all.lost, part.lost);
      if (part.share() < kEach) left = "not in " + name_of_text(key);
    }
    if (alternatives.size() > 1 && all.done == 0) continue;
    if (left.empty() && all.share() >= kAccepted && all.lost < kPiece * all.wanted) return true;
    any = true;
    missing = left.empty() ? "not all of it" : left;
  }
  if (!any) missing = "not all of it";
  return false;
}

std::string Fulfilment::name_of_text(const FieldKey& key) const {
  if (!key.place.item.empty()) return m_.address_from(Matter::item_of(key.place));
  if (!key.place.section) return key.field == Field::kFront ? "the opening" : "the end";
  return "section " + section_name(m_.from.sections[*key.place.section]);
}

bool Fulfilment::went(const Place& place) const {
  if (!place.section) return false;
  if (place.item.empty()) return !m_.section_to.contains(*place.section);
  const auto found = m_.to_of.find(Matter::item_of(place));
  return found != m_.to_of.end() && found->second.places.empty();
}

}  // namespace travaux
