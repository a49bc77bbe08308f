// Sets of files by path: those that a folder of the record holds, and those that today's parser would put there.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/store.h"
#include "travaux/record.h"

namespace travaux {

using FileIds = std::map<std::string, GitId>;

/// Adds the files below a tree, by path.
Status collect_files(const RecordStore& store, const GitId& folder, FileIds& files);

/// The files that derived items make; nothing is written.
FileIds derived_files(const std::vector<DerivedFile>& items);

/// The first path at which two sets of files differ, and how; empty if they do not.
std::string first_difference(const FileIds& stored, const FileIds& derived);

}  // namespace travaux
