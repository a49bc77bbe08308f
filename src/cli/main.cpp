#include "cli/app.h"

int main(int count, char** arguments) { return travaux::cli::run(count, arguments); }
