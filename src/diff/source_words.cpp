#include "diff/source_words.h"

namespace travaux {

SourceWords::SourceWords(const Document& document) {
  for (const Block& block : document.blocks) {
    // The number may stand anywhere in its heading: "[Article 3bis] (forests)".
    const Span lead = block.lead.empty() ? Span{block.span.begin, block.span.begin} : block.lead;
    add(document, {block.role, false, block.place}, {block.span.begin, lead.begin});
    add(document, {block.role, true, block.place}, lead);
    add(document, {block.role, false, block.place}, {lead.end, block.span.end});
  }
}

const std::vector<Token>& SourceWords::find(const Key& key) const {
  static const std::vector<Token> kNone;
  const auto found = lists_.find(key);
  return found == lists_.end() ? kNone : found->second;
}

void SourceWords::add(const Document& document, const Key& key, Span span) {
  if (span.empty()) return;
  std::vector<Token>& list = lists_[key];
  for (Token token : tokenize(span.of(document.source))) {
    token.span.begin += span.begin;
    token.span.end += span.begin;
    list.push_back(token);
  }
}

}  // namespace travaux
