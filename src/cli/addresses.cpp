#include "cli/addresses.h"

#include <fmt/format.h>

#include "cli/command.h"

namespace travaux::cli {
namespace {

constexpr std::size_t kGuesses = 3;

std::vector<std::string> addresses_of(const Document& document) {
  std::vector<std::string> addresses;
  for_each_item(document, [&](const Item& item, const Place&) { addresses.push_back(item.address); });
  return addresses;
}

/// "5.3, 5.1 or 5.2": the nearest first.
std::string guesses(const std::string& address, std::vector<std::string> addresses) {
  std::vector<std::string> found;
  while (found.size() < kGuesses) {
    const std::string guess = nearest(address, addresses);
    if (guess.empty()) break;
    found.push_back(guess);
    std::erase(addresses, guess);
  }
  std::string list;
  for (std::size_t i = 0; i < found.size(); ++i) {
    list += (i == 0 ? "" : i + 1 == found.size() ? " or " : ", ") + found[i];
  }
  return list;
}

std::string what_next(const Document& document, const std::string& address) {
  const std::vector<std::string> addresses = addresses_of(document);
  const std::string list = guesses(address, addresses);
  if (!list.empty()) return fmt::format("did you mean {}?", list);
  if (addresses.empty()) return "it has no items; `travaux show` prints its text";
  return fmt::format("its items are {} to {}", addresses.front(), addresses.back());
}

}  // namespace

Result<Place> find_place(const Draft& draft, const std::string& address) {
  if (const std::optional<Place> place = find_address(draft.document, address)) return *place;
  return tl::unexpected(Error{ErrorCode::kNotFound,
                              fmt::format("there is no item \"{}\"", address),
                              draft.label,
                              {},
                              what_next(draft.document, address)});
}

}  // namespace travaux::cli
