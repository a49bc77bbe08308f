// How the printed redline looks: the page, fonts, sizes, colours. Lengths are points, 72 to the inch.
#pragma once

#include <cstdint>

namespace travaux::report {

struct Ink {
  double red = 0, green = 0, blue = 0;
};

/// Dark enough to be read in black and white; the form (line under, line through, slant) carries the meaning.
inline constexpr Ink kTextInk{0.10, 0.10, 0.10}, kSoftInk{0.36, 0.35, 0.33}, kLineInk{0.74, 0.72, 0.68},
    kBarInk{0.25, 0.25, 0.25};
inline constexpr Ink kCameInk{0.02, 0.33, 0.16}, kWentInk{0.62, 0.09, 0.09}, kMovedInk{0.29, 0.16, 0.58},
    kNoticeInk{0.77, 0.54, 0.11};

/// A4. The text stands left, a column for notes right of it.
struct Page {
  static constexpr double kWidth = 595.276, kHeight = 841.890;
  static constexpr double kLeft = 68, kRight = kWidth - 48, kTop = 74, kBottom = kHeight - 70;
  static constexpr double kTextWidth = 348, kNotes = kLeft + kTextWidth + 16, kNotesWidth = kRight - kNotes;
  static constexpr double kFullWidth = kRight - kLeft;
  static constexpr double kHead = 44, kFoot = kHeight - 46;  ///< baselines of the running head and foot
  static constexpr double kBarAt = kLeft - 12;
};

/// The first of each list that is installed; what it lacks comes from the others, then from any font (fontconfig).
inline constexpr const char* kSerif = "Source Serif 4,Noto Serif,Liberation Serif,DejaVu Serif,serif";
inline constexpr const char* kSans = "Source Sans 3,Noto Sans,Liberation Sans,DejaVu Sans,sans-serif";

struct Type {
  const char* family = kSerif;
  double size = 10.5;
  bool bold = false, italic = false;
  Ink ink = kTextInk;
  double leading = 1.22;  ///< line height, in heights of the font
};

inline constexpr Type kBody{};
inline constexpr Type kTitle{kSerif, 19, true, false, kTextInk, 1.05};
inline constexpr Type kDrafts{kSans, 11.5, false, false, kTextInk, 1.1};
inline constexpr Type kSmall{kSans, 8.5, false, false, kSoftInk, 1.15};
inline constexpr Type kNote{kSans, 7.6, false, false, kSoftInk, 1.08};
inline constexpr Type kRunning{kSans, 8, false, false, kSoftInk, 1};
inline constexpr Type kCitationType{kSerif, 10, true, false, kTextInk, 1.15};
inline constexpr Type kPassageType{kSerif, 10, false, false, kTextInk, 1.2};
inline constexpr Type kStatusType{kSerif, 10, false, true, kSoftInk, 1.2};
inline constexpr Type kHeadings[] = {{kSerif, 14.5, true, false, kTextInk, 1.1},
                                     {kSerif, 12.5, true, false, kTextInk, 1.1},
                                     {kSerif, 11.25, true, false, kTextInk, 1.1}};

}  // namespace travaux::report
