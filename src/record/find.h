// Which draft, comment or group a name means.
#pragma once

#include <string>

#include "record/history.h"
#include "record/store.h"

namespace travaux {

/// See `Record::find_draft`.
Result<DraftVersion> find_version(const RecordStore& store, const History& history, const std::string& name);

/// The label under which `main` knows the draft that a name means.
Result<std::string> resolved_label(const RecordStore& store, const History& history, const std::string& name);

/// A comment by its path or by the start of its hash.
Result<CommentVersion> find_comment(const RecordStore& store, const History& history, const std::string& name);

/// A ruling by its path or by the start of its hash.
Result<RulingVersion> find_ruling(const RecordStore& store, const History& history, const std::string& name);

/// The group's name for a name or alias of it, whatever the case; the text itself where no group is known by it.
std::string group_name(const Negotiation& negotiation, const std::string& by);

}  // namespace travaux
