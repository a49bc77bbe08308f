// A manifest: the events that `replay` makes a record from.
#pragma once

#include <string>
#include <vector>

#include "cli/files.h"
#include "travaux/model.h"
#include "travaux/record.h"

namespace travaux::cli {

struct ManifestEvent {
  bool is_draft = true;
  std::string where;  ///< "manifest.json:12", for errors
  Input input;
  Document document;  ///< of a draft
  DraftInfo draft;
  CommentInfo comment;
};

struct Manifest {
  Negotiation negotiation;
  std::vector<ManifestEvent> events;
  std::string registry;  ///< bytes of the instruments.json beside the manifest or one folder up; empty: there is none
};

/// Reads a manifest and every file it names, and checks it all: a replay of what is returned fails only where the disk does. Fails
/// with `kInput`, naming the manifest's line.
Result<Manifest> read_manifest(const std::string& path);

}  // namespace travaux::cli
