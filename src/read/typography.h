// What a keyboard, a word processor or a web page adds to a text without adding to what it says: characters without shape,
// decomposed accents, spaces of many kinds and widths.
#pragma once

#include <string>
#include <string_view>

namespace travaux {

/// The text as its words are: composed (NFC), spaces of every width as one kind, without soft hyphens and zero-width characters.
/// What joins or parts the letters of a script that needs it (Arabic, Indic, emoji) stays. Line ends stay as they are, and so
/// does a soft hyphen before one, which tells that a word goes on. Linear. Method: Unicode Standard Annex 15 for NFC; the
/// property Default_Ignorable_Code_Point says what has no shape.
std::string set_right(std::string_view text);

/// Whether `set_right` would leave the text as it is; cheap.
bool is_plain_typing(std::string_view text);

/// A line with one space where it had a run of them, but for those before its first word, which tell how deep a point stands.
/// A tab before a closing number is the leader of a table of contents and stays.
std::string single_spaced(std::string_view line);

}  // namespace travaux
