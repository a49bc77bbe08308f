#include <fmt/format.h>

#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::cli {

Run declare_version(Arguments&) {
  return [](Session&) -> Result<int> {
    const std::string version = fmt::format("travaux {} (reader {}, parser {})\n", TRAVAUX_VERSION, kReaderVersion, kParserVersion);
    const Status written = write_output(version);
    return written ? Result<int>(kDone) : tl::unexpected(written.error());
  };
}

}  // namespace travaux::cli
