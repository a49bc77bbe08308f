// A citation's heading taken apart: symbol, title, year, subdivision; and the form in which titles are compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/symbol.h"

namespace travaux {

struct HeadingParts {
  std::optional<Symbol> symbol;
  std::string title;    ///< without symbol, year and closing colon
  std::string acronym;  ///< in brackets at its end: "MISPA I"
  std::string year;     ///< printed after the title, else the symbol's session's
  std::string locator;  ///< a worded subdivision: "paragraph 12", "Chapter III"; empty: none
};

HeadingParts take_apart(std::string_view heading);

/// A word that tells a title from others, folded and without marks; of a word that is spelled as one and read as two, each.
struct TitleWord {
  std::string form;
  Span span;  ///< in the text
};

/// All of a text: its words and figures but function words.
std::vector<TitleWord> title_words(std::string_view text);

/// The words of a title that tell it from others: folded, without marks and function words, sorted, so that "Action Plan of
/// Quebec" and "Plan of Action of Quebec" agree.
std::string normal_title(std::string_view title);

/// A title's readings as "TITLE, SUBDIVISION": (title, subdivision) for each comma, the longest title first.
std::vector<std::pair<std::string, std::string>> subdivided(std::string_view title);

/// Whether the title's last word names a kind of instrument ("Hemispheric Drug Strategy"), so that what follows a comma is a
/// subdivision.
bool ends_in_kind(std::string_view title);

/// An id for an instrument that no registry knows, from its title and year: stable, the kind first.
std::string made_id(std::string_view title, std::string_view year);

}  // namespace travaux
