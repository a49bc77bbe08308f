// Whom a name means: a group under any of its spellings, or a member that speaks for itself.
#include <algorithm>
#include <array>
#include <utility>

#include "travaux/comment.h"

namespace travaux {
namespace {

/// Articles and common nouns that a name may carry or lack: "the CARICOM", "la delegación de Jamaica".
constexpr std::array<std::string_view, 14> kLeading = {"the ",
                                                       "la ",
                                                       "el ",
                                                       "los ",
                                                       "las ",
                                                       "delegation of ",
                                                       "delegacion de ",
                                                       "delegacion del ",
                                                       "mission of ",
                                                       "mision de ",
                                                       "government of ",
                                                       "gobierno de ",
                                                       "permanent mission of ",
                                                       "delegations of "};

/// Words between the parts of one name: "G77 and China" is also "G77 & China", "G77 y China", "G77+China".
constexpr std::array<std::string_view, 5> kBetween = {"and", "y", "e", "et", "und"};

/// A name without what joins its parts.
std::string without_joints(std::string form) {
  std::replace_if(
      form.begin(), form.end(), [](char c) { return c == ',' || c == ';' || c == '/' || c == '+' || c == '&'; }, ' ');
  std::string parts;
  for (std::size_t begin = 0; begin < form.size();) {
    const std::size_t end = std::min(form.find(' ', begin), form.size());
    const std::string_view word = std::string_view(form).substr(begin, end - begin);
    begin = end + 1;
    const bool joins = !parts.empty() && end < form.size() && std::find(kBetween.begin(), kBetween.end(), word) != kBetween.end();
    if (!word.empty() && !joins) (parts += parts.empty() ? "" : " ") += word;
  }
  return parts;
}

/// The form in which names are compared: no case, marks or points, white space folded, without what leads it in and what joins
/// its parts.
std::string name_form(std::string_view name) {
  std::string form = strip_marks(fold_case(fold_white_space(name)));
  form.erase(std::remove(form.begin(), form.end(), '.'), form.end());
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view lead : kLeading) {
      if (form.size() > lead.size() && std::string_view(form).substr(0, lead.size()) == lead) {
        form.erase(0, lead.size());
        again = true;
      }
    }
  }
  return without_joints(std::move(form));
}

}  // namespace

Speakers::Speakers(std::vector<GroupNames> groups) : groups_(std::move(groups)) {}

std::optional<std::string> Speakers::find(std::string_view printed) const {
  const std::string form = name_form(printed);
  const auto is_it = [&](const std::string& name) { return name_form(name) == form; };
  for (const GroupNames& group : groups_) {
    if (is_it(group.name) || std::any_of(group.aliases.begin(), group.aliases.end(), is_it)) return group.name;
  }
  for (const GroupNames& group : groups_) {
    const auto member = std::find_if(group.members.begin(), group.members.end(), is_it);
    if (member != group.members.end()) return *member;
  }
  return std::nullopt;
}

std::string Speakers::resolve(std::string_view printed) const {
  std::optional<std::string> known = find(printed);
  return known ? std::move(*known) : fold_white_space(printed);
}

std::vector<std::string> Speakers::groups_of(std::string_view member) const {
  const std::string form = name_form(member);
  std::vector<std::string> result;
  for (const GroupNames& group : groups_) {
    if (std::any_of(group.members.begin(), group.members.end(), [&](const std::string& name) { return name_form(name) == form; }))
      result.push_back(group.name);
  }
  return result;
}

}  // namespace travaux
