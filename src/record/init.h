// Making a new record: built aside, then moved into its folder, so that a failure leaves nothing behind.
#pragma once

#include <string>

#include "record/store.h"
#include "travaux/record.h"

namespace travaux {

Status init_record(const std::string& folder, const Negotiation& negotiation, const std::string& instruments_json,
                   const Committer& committer);

}  // namespace travaux
