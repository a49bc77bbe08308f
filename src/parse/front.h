// Title, version label, date and language, as the text itself states them.
#pragma once

#include <string>
#include <string_view>

#include "travaux/model.h"

namespace travaux {

/// The first date in the text, as ISO 8601 to the day or month that is printed; empty where there is none. Knows English and
/// Spanish month names: "March 7, 2011", "7 de marzo de 2011", "2011-03-07", "March 2011".
std::string find_date(std::string_view text);

/// BCP 47, by the commonest words of the text's beginning: "en", "es", "fr", "pt"; "en" where none tells. Linear.
std::string language_of(std::string_view text);

/// Sets title, label, date and language of a document whose blocks and sections are there.
void read_front(Document& document);

}  // namespace travaux
