// Commit messages: a subject that a person reads, then one paragraph of trailers that a program can.
#pragma once

#include <string>

#include "travaux/record.h"

namespace travaux {

// Every value has passed `check_field`, so none can hold a line of its own.

std::string draft_message(const DraftInfo& draft);
std::string comment_message(const CommentInfo& comment);
std::string withdrawal_message(const CommentInfo& comment, const std::string& path, const std::string& reason);

std::string ruling_message(const RulingInfo& ruling);
std::string taking_back_message(const RulingInfo& ruling, const std::string& path, const std::string& reason);

/// The message of a draft's tag.
std::string tag_message(const DraftInfo& draft);

}  // namespace travaux
