#include "comment/bracketed.h"
namespace travaux {
void read_bracketed(Comment&, const Document&, const Registry&, const Speakers&) {}
}
