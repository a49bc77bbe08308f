// Uses the record alone: makes one in the folder it is given, and opens it again.
#include <cstdlib>
#include <iostream>

#include "travaux/record.h"

int main(int count, char** arguments) {
  if (count != 2) {
    return EXIT_FAILURE;
  }
  const std::string folder = arguments[1];
  const auto made = travaux::Record::init(folder, {"A plan", "en", {}}, "{\"instruments\": []}\n", {});
  if (!made) {
    std::cerr << travaux::to_string(made.error()) << '\n';
    return EXIT_FAILURE;
  }
  const auto title = travaux::Record::open(folder).and_then([](const travaux::Record& record) { return record.negotiation(); });
  if (!title) {
    std::cerr << travaux::to_string(title.error()) << '\n';
    return EXIT_FAILURE;
  }
  std::cout << title->title << '\n';
}
