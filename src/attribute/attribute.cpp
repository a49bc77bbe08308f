// Attribution: the list of its passes.
#include "travaux/attribute.h"

#include "attribute/claims.h"
#include "attribute/matter.h"

namespace travaux {

Attribution attribute(const Document& from, const Document& to, const DocumentDiff& changes,
                      const std::vector<CommentOn>& comments, const std::vector<Ruling>& rulings,
                      const AttributeOptions& options) {
  Attribution result;
  Matter matter(from, to, changes, options);
  list_edits(matter);
  list_requests(matter, comments);
  find_printed(matter, comments);
  trace_words(matter);
  trace_items(matter);
  trace_citations(matter);
  trace_printed(matter);
  for (AttributedEdit& edit : matter.edits) settle_sources(edit);
  obey_before_fates(matter, comments, rulings, result.notes);
  result.proposals = fates_of(matter, comments);
  obey_on_fates(matter, comments, rulings, result.proposals, result.notes);
  result.edits = std::move(matter.edits);
  return result;
}

}  // namespace travaux
