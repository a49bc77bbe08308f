// The organs whose resolutions are counted in a series of their own. Data (organs.json), by language.
#pragma once

#include <string>
#include <string_view>

namespace travaux {

/// Whose resolutions are spoken of.
struct Organ {
  std::string series;    ///< "A/RES/"; empty: nobody is named, or an organ whose series is not known
  bool unknown = false;  ///< an organ is named, and its series is not known
};

/// The organ whose name ends right before a text goes on: "… Security Council" before "resolution 1325 (2000)". The longest name.
Organ organ_before(std::string_view before);

/// The organ that follows: " of the Security Council", " de la Asamblea General".
Organ organ_after(std::string_view after);

}  // namespace travaux
