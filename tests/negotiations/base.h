// The texts that rounds start from: files under texts/, in a plain format, and the March 7 draft.
//
// A file is lines; the first characters say what each is:
//
//     # remark                      name: value        (form, language, title, version, front, back)
//     == heading                    a section          = words          its own text         =| words     a preamble's closing
//     * words                       an item            ** words         its sub-item         + (AGREED)   its status line
//     @ key / locator               a citation         " words          a quotation          - words      a paraphrase
//     instrument: key | id | heading | other heading     locators: key | locator | other locator
//     fresh: words                  an item it does not hold yet; fresh-heading: and fresh-passage: likewise
//
// Numbers are not written: the form gives them.
#pragma once

#include <string>
#include <vector>

#include "negotiations/text.h"

namespace travaux::negotiations {

/// The bases' names, in the order of reports: "march7", then the composed ones.
const std::vector<std::string>& base_names();

/// Reads a base by name from `folder` (the project's). Throws std::runtime_error with file and line on a faulty file: these are
/// the tests' own files.
Base read_base(const std::string& folder, const std::string& name);

/// Reads the plain format. `name` is for errors.
Base parse_base(const std::string& content, const std::string& name);

}  // namespace travaux::negotiations
