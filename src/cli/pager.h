// The pager, chosen as git chooses it: GIT_PAGER, PAGER, else `less -FRX`.
#pragma once

#include <string_view>

namespace travaux::cli {

/// Shows the text and waits until the reader has done. False: there is no pager to run, so nothing was shown.
bool show_in_pager(std::string_view text);

}  // namespace travaux::cli
