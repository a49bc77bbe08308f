#include "travaux/error.h"

namespace travaux {

std::string to_string(const Error& error) {
  std::string text;
  if (!error.where.empty()) text += error.where + ": ";
  text += error.what;
  if (!error.why.empty()) text += ": " + error.why;
  if (!error.next.empty()) text += "\n" + error.next;
  return text;
}

}  // namespace travaux
