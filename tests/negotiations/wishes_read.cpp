#include "negotiations/wishes_read.h"

#include <algorithm>

#include "negotiations/tokens.h"

namespace travaux::negotiations {
namespace {

constexpr std::size_t kNear = 15;  // bytes; two wishes in an item stand seven words apart

bool names_item(const Proposal& proposal, Id id, const Draft& draft) {
  return std::any_of(proposal.targets.begin(), proposal.targets.end(),
                     [&](const Target& target) { return !target.is_section && draft.at(target.address) == id; });
}

bool touches(const Proposal& proposal, const Wanted& wanted, const Draft& draft) {
  return std::any_of(proposal.wanted.begin(), proposal.wanted.end(), [&](const WantedEdit& edit) {
    const bool near = edit.span.begin <= wanted.end + kNear && edit.span.end + kNear >= wanted.begin;
    return edit.field == Field::kItem && draft.at(edit.place) == wanted.target && (near || wanted.act == Act::kReword);
  });
}

bool holds(const std::string& text, const std::string& words) {
  return !words.empty() && squashed(text).find(squashed(words)) != std::string::npos;
}

bool says_words(const Proposal& proposal, const Wanted& wanted, const Draft& draft) {
  if (proposal.placed && !proposal.wanted.empty()) return false;
  if (!proposal.targets.empty() && !names_item(proposal, wanted.target, draft)) return false;
  const std::string sought = wanted.text.empty() ? wanted.old : wanted.text;
  return holds(proposal.words + proposal.new_words + proposal.old_words, sought);
}

std::string added_text(const Proposal& proposal) {
  std::string text = proposal.new_words;
  for (const std::string& part : proposal.parts) text += " " + part;
  return text;
}

bool edits_passage(const Proposal& proposal, const Wanted& wanted, const Draft& draft) {
  return std::any_of(proposal.wanted.begin(), proposal.wanted.end(), [&](const WantedEdit& edit) {
    return edit.field == Field::kPassage && draft.at(edit.place) == wanted.target &&
           proposal.instrument == wanted.citation.instrument;
  });
}

bool retitles(const Proposal& proposal, const Wanted& wanted, const Draft& draft) {
  if (proposal.asks == Ask::kRetitle && holds(proposal.new_words, wanted.text)) return true;
  return std::any_of(proposal.wanted.begin(), proposal.wanted.end(), [&](const WantedEdit& edit) {
    return edit.field == Field::kHeading && draft.at(edit.place) == wanted.target;
  });
}

// The text with the changes of words that the proposals want in one field of one place.
std::string changed(const std::string& text, const std::vector<const Proposal*>& proposals, Field field, Id id,
                    const Draft& draft) {
  std::vector<WantedEdit> edits;
  for (const Proposal* proposal : proposals)
    for (const WantedEdit& edit : proposal->wanted)
      if (edit.field == field && draft.at(edit.place) == id && edit.span.end <= text.size()) edits.push_back(edit);
  std::stable_sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.span.begin > b.span.begin; });
  std::string result = text;
  for (const WantedEdit& edit : edits) result.replace(edit.span.begin, edit.span.size(), edit.text);
  return result;
}

// As the model holds it: with its quotation marks.
std::string printed_passage(const Wanted& wanted) {
  for (const Passage& passage : wanted.citation.passages)
    if (passage.id == wanted.passage && passage.quoted) return "“" + passage.text + "”";
  return passage_text(wanted);
}

bool stands_right(const Proposal& proposal, Id after, const Draft& draft) {
  if (!proposal.destination || proposal.destination->address.empty()) return true;
  return proposal.where != Proposal::Where::kAfter || draft.at(proposal.destination->address) == after;
}

}  // namespace

Draft::Draft(const Text& meant, const Document& read) : text(meant), document(read) {
  for (const Where& where : items_of(meant)) ids[where.address] = where.item->id;
}

Id Draft::at(const std::string& address) const {
  const auto found = ids.find(address);
  return found == ids.end() ? 0 : found->second;
}

Id Draft::at(const Place& place) const {
  if (!place.item.empty()) return at(item_at(document, place).address);
  return place.section && *place.section < text.sections.size() ? text.sections[*place.section].id : 0;
}

std::string squashed(const std::string& text) {
  std::string result;
  for (const std::string& word : loose_words_of(text))
    if (word != "[" && word != "]") result += word;
  return result;
}

bool concerns(const Proposal& proposal, const Request& request, const Draft& draft) {
  const Wanted& wanted = request.wanted;
  if (std::find(proposal.by.begin(), proposal.by.end(), request.by) == proposal.by.end()) return false;
  switch (wanted.act) {
    case Act::kAdd:
      return proposal.asks == Ask::kAdd && shared_words(added_text(proposal), wanted.text) > 0.6;
    case Act::kRemove:
      return proposal.asks == Ask::kRemove && names_item(proposal, wanted.target, draft);
    case Act::kMove:
      return proposal.asks == Ask::kMove && names_item(proposal, wanted.target, draft);
    case Act::kRetitle:
      return retitles(proposal, wanted, draft);
    case Act::kPassage:
      return edits_passage(proposal, wanted, draft) || says_words(proposal, wanted, draft);
    case Act::kCite:
    case Act::kUncite:
      return proposal.asks == (wanted.act == Act::kCite ? Ask::kCite : Ask::kUncite) &&
             names_item(proposal, wanted.target, draft) &&
             (proposal.instrument == wanted.citation.instrument || holds(proposal.words, wanted.citation.heading));
    default:
      return touches(proposal, wanted, draft) || says_words(proposal, wanted, draft);
  }
}

bool want_the_same(const std::vector<const Proposal*>& proposals, const Request& request, const Draft& draft) {
  const Wanted& wanted = request.wanted;
  if (proposals.empty()) return false;
  for (const Proposal* proposal : proposals)
    if (!proposal->placed) return false;
  const Proposal& first = *proposals.front();
  switch (wanted.act) {
    case Act::kAdd:
      return squashed(added_text(first)) == squashed(wanted.text) && stands_right(first, wanted.after, draft);
    case Act::kMove:
      return stands_right(first, wanted.after, draft);
    case Act::kRemove:
      return true;
    case Act::kCite:
    case Act::kUncite:
      return first.instrument == wanted.citation.instrument;
    case Act::kPassage:
      return squashed(changed(printed_passage(wanted), proposals, Field::kPassage, wanted.target, draft)) ==
             squashed(with_words(passage_text(wanted), {wanted}));
    case Act::kRetitle:
      return squashed(first.new_words) == squashed(wanted.text) ||
             squashed(changed(wanted.old, proposals, Field::kHeading, wanted.target, draft)) == squashed(wanted.text);
    default:
      break;
  }
  const std::string& text = find_item(draft.text, wanted.target)->text;
  const std::string meant = wanted.act == Act::kReword ? wanted.text : with_words(text, {wanted});
  return squashed(changed(text, proposals, Field::kItem, wanted.target, draft)) == squashed(meant);
}

}  // namespace travaux::negotiations
