// Messages that a letter answers and carries below itself.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "travaux/read.h"

namespace travaux::letter {

/// The first line of the message that a letter answers: what follows "-----Original Message-----", the head of a message
/// ("From: … Sent: …") below the letter's own, or "On … wrote:" before lines without ">". All lines where there is none. Linear.
std::size_t answered_from(std::string_view letter, const std::vector<Paragraph>& lines);

}  // namespace travaux::letter
