// The words of a sentence that ask: which of its verbs are requests, which report, deny or depend on something, and which words
// belong to which.
#pragma once

#include <string>
#include <vector>

#include "comment/letter_pieces.h"

namespace travaux::letter {

/// What a sentence is, beside its requests.
enum class Stance : std::uint8_t { kNone, kSupport, kReserve, kKeep };

/// A verb that asks, with the stretch of the sentence that belongs to it.
struct Operator {
  std::size_t at = 0;  ///< its piece
  Verb verb = Verb::kNone;
  bool passive = false;
  Range range;
};

/// Marks on the pieces of one sentence.
class Marks {
 public:
  Marks() = default;
  explicit Marks(Range sentence) : begin_(sentence.begin), bits_(sentence.end - sentence.begin, false) {}
  void set(std::size_t piece) { bits_[piece - begin_] = true; }
  bool operator[](std::size_t piece) const { return piece >= begin_ && piece - begin_ < bits_.size() && bits_[piece - begin_]; }

 private:
  std::size_t begin_ = 0;
  std::vector<bool> bits_;
};

/// Who speaks in a letter.
struct Voice {
  std::vector<std::string> by;     ///< who sent it; empty: nobody is another
  std::vector<std::string> names;  ///< their aliases and members, who are no others either
};

struct Verbs {
  std::vector<Operator> operators;
  Marks dead;  ///< of each piece of the text: in a reason, a condition or round brackets
  Stance stance = Stance::kNone;
  Range spared;           ///< "rather than deleting 1.4": its pieces
  bool told = false;      ///< what others want, what was, what is not asked: read, and no request
  bool doubtful = false;  ///< a word that asks, and no telling what
  bool conditional = false;
  bool hangs = false;  ///< on a condition: what is asked is not asked for yet
};

/// Reads one sentence of a letter by `voice`: what others proposed is no request. Linear.
Verbs verbs_of(const Pieces& pieces, Range sentence, const Voice& voice = {});

}  // namespace travaux::letter
