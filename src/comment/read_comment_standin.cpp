// Stands in for `read_comment` until it is written: every paragraph is a remark. To be deleted then.
#include "travaux/comment.h"

namespace travaux {

Comment read_comment(std::string_view text, const CommentSource& source, const Document&, const Registry&,
                     const Speakers& speakers) {
  Comment comment;
  comment.id = source.id;
  if (!source.by.empty()) comment.by = {speakers.resolve(source.by)};
  comment.on = source.on;
  comment.date = source.date;
  comment.text = text;
  for (const Paragraph& paragraph : paragraphs_of(text)) {
    Proposal remark;
    remark.span = paragraph.span;
    remark.line = paragraph.line;
    remark.words = fold_white_space(paragraph.span.of(text));
    comment.proposals.push_back(std::move(remark));
  }
  return comment;
}

}  // namespace travaux
