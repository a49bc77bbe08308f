// Code points out of UTF-8, and the small questions about them that the floors above ask. Positions are byte offsets.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "travaux/text.h"

namespace travaux {

/// The code point at `position`, which moves past it. Precondition: valid UTF-8, `position` on a boundary before the end.
char32_t next_code_point(std::string_view text, std::size_t& position);

/// The code point that ends at `position`, which moves before it. Precondition: as above, `position` > 0.
char32_t previous_code_point(std::string_view text, std::size_t& position);

void append_utf8(std::string& text, char32_t code_point);

/// The text in Normalization Form C.
std::string compose(std::string_view text);

bool is_white_space(char32_t code_point);
/// The span without the white space at its ends. Precondition: its ends are on boundaries.
Span trim_white_space(std::string_view text, Span span);
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
bool is_upper(char32_t code_point);  ///< upper or title case
bool is_lower(char32_t code_point);

/// Zero-width characters, soft hyphens, direction marks: what has no shape of its own.
bool is_ignorable(char32_t code_point);

/// Any of the marks that open or close a quotation in double form: “ ” „ « » and the straight one.
bool is_double_quote(char32_t code_point);
/// ‘ ’ ‚ ‹ › ' ` ´ and the prime: also the apostrophe.
bool is_single_quote(char32_t code_point);
bool is_dash(char32_t code_point);

}  // namespace travaux
