// What a comment is, who sent it and when: read off its text where nobody said it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/comment.h"

namespace travaux {

/// How much of the draft a text reproduces: shares of runs of five words, 0 to 1.
struct Reproduction {
  double of_text = 0;   ///< of the text's runs, those that the draft has
  double of_draft = 0;  ///< of the draft's runs, those that the text has
};
/// Linear in both.
Reproduction reproduction(std::string_view text, const Document& draft);

/// The first rule that fits:
/// 1. what the source says; 2. tracked changes or margin notes: a marked-up copy; 3. brackets outside quotation marks that the
/// draft has not, in a text that reproduces paragraphs of the draft or puts whole paragraphs into named brackets, or a text that
/// calls itself bracketed: a bracketed text, but most of a draft that has brackets of its own is a redraft where none of the new
/// ones is named; 4. most of the draft, or many of its paragraphs and little else: a redraft; 5. a
/// letter.
CommentForm form_of(std::string_view text, const CommentSource& source, const Document& draft, const Reproduction& reproduced);

/// Names given together ("CARICOM, SICA"), each as the speakers know it.
std::vector<std::string> names_in(std::string_view names, const Speakers& speakers);

/// Who sent it: `source.by`, else the group whose name comes first in the first paragraphs that are none of the draft's, else the
/// one that the file is named after. Empty: nobody known. `text` is without what stands in named brackets.
std::vector<std::string> senders_of(std::string_view text, const CommentSource& source, const Document& draft,
                                    const Speakers& speakers);

/// `source.date`, else a date that stands in a line of its own or in brackets at the end of one, among the first paragraphs.
std::string date_of_comment(std::string_view text, const CommentSource& source, const Document& draft);

/// Whether a text says that it reproduces only a part of the draft, or does so.
bool is_excerpt(std::string_view text, const Reproduction& reproduced);

}  // namespace travaux
