// SHA-256 (FIPS 180-4), for the hashes that the record's JSON files hold. Git's own object ids are libgit2's business.
#pragma once

#include <string>
#include <string_view>

namespace travaux {

/// The digest of the bytes as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace travaux
