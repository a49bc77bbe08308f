// Letters: comments in prose. A grammar over a lexicon (lexicon.json), English and Spanish, no list of whole sentences: a
// sentence's verbs say what is asked, the small words before a quotation or a place say what part it plays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/comment.h"

namespace travaux {

/// Why what reads like a request is kept as a remark.
inline constexpr std::string_view kHangsOnCondition = "what this asks for hangs on a condition: kept as a remark";
inline constexpr std::string_view kAsksForPart =
    "this asks for a part of a place, not for the whole, and which words are meant could not be told: kept as a remark";

/// The proposals of a letter, in its order, not placed: `number`, `by`, `asks`, `span`, `line`, `words`, `targets` (address as
/// printed, in the form of drafts: "2.1", "Article 4/3", "PP3", "2.1/(a)"), `destination`, `where` and the quoted words are set.
///
/// - Each non-blank line lies in the span of a proposal: what asks nothing is a remark, courtesies too. A sentence that names a
///   place or quotes words and seems to ask, but cannot be read, is a remark with a diagnostic.
/// - `number` is as printed ("1" of "1.", "b" of "(b)"). Where the letter numbers no request, it is the order, counted over
///   requests, support, reservations and remarks of substance; courtesies (salutations, dates, titles, thanks) have none.
/// - An added section has a target without address, its heading as `new_words` and its items as `parts`. A destination of an
///   addition without `where` is the number that the new text is to bear.
///
/// Read: active and passive voice, infinitives, imperatives, subjunctives, nouns ("deletion of"), telegrams ("2.1: X -> Y"),
/// wishes, courteous questions and conditions ("we would be grateful if"); several requests in a sentence, with one verb or more;
/// headings, points, new texts on lines of their own, with or without quotation marks; ranges, lists, articles, preambular and
/// operative paragraphs, ordinals; words named and not quoted ("delete the words where appropriate") and parts named by their
/// place (`portion`). No request, but a remark, support, a reservation or a wish to keep: what is denied ("should not be
/// deleted"), reported ("was deleted"), conceded on a condition, or proposed by others. Not read, hence remarks: reordering
/// ("reverse the order of 2.1 and 2.2"), "begin with “X”", words of a sentence before ("“X” is misspelt; it should be “Y”"),
/// sections named by their subject alone ("the paragraph on prisons").
///
/// Measured on sentences in other styles (compilations, council papers, notes verbales, e-mails, redlines), each set before it
/// was looked into: 62 % of 42, then 79 % of 42, 74 % of 42 that mostly ask nothing, and 65 % of 20 read as a reader would;
/// 97 % once their causes were mended (tests/comment/letter_styles_test.cpp).
///
/// `own_names`: aliases and members of who sent it; what they propose is asked by `by`.
///
/// `bare`: where it is given, values without quotation marks are read too ("06:00 to become 07:00"), and it gets the indices of
/// these proposals: each is a guess, unless its old words stand once in its place.
///
/// Linear in the letter.
std::vector<Proposal> read_letter(std::string_view text, const std::vector<std::string>& by, std::vector<Diagnostic>& diagnostics,
                                  const std::vector<std::string>& own_names = {}, std::vector<std::size_t>* bare = nullptr);

}  // namespace travaux
