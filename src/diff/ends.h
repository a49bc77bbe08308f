// The ends of a text: how far from one of them it is not what another text says.
#pragma once

#include <cstddef>
#include <vector>

#include "diff/tokens.h"

namespace travaux {

/// Words of content among the tokens [begin, end).
std::size_t content_in(const TokenText& text, std::size_t begin, std::size_t end);

/// How many tokens at one end are the text's own: the longest stretch in which words of content that are not `shared` outweigh
/// those that are. A word that both happen to have does not end it. Linear.
std::size_t own_end(const TokenText& text, const std::vector<bool>& shared, bool at_begin);

/// Share of a text's words of content, 0 to 1, in its own end beside another text whose words are held against its own.
double own_end_share(const TokenText& text, const TokenText& other, bool at_begin);

}  // namespace travaux
