// What groups send in: their wishes written down, in each of the forms that comments come in.
//
// Left out of the forms, because practice has no one way to print it: in a bracketed text, wishes that words go, and moves,
// headings and mandates; in letters, the citing of an instrument with several passages.
#pragma once

#include "negotiations/phrases.h"
#include "negotiations/random.h"
#include "negotiations/requests.h"
#include "travaux/comment.h"

namespace travaux::negotiations {

enum class PaperForm {
  kLetter,      ///< a request a line, in the plainest words
  kFreeLetter,  ///< prose: passives, questions, telegrams, several in a sentence, under headings, with remarks between
  kRedraft,     ///< the whole text as the group would have it
  kBracketed,   ///< one paper of all groups, with their names in brackets
  kMarked,      ///< a copy with tracked changes, a group's each
};
inline constexpr std::size_t kPaperForms = 5;
std::string_view name_of(PaperForm form);

/// One comment, and where in it each wish is written (indices into AskedRound::requests). A wish that the form has no way to
/// print is in none.
struct Paper {
  CommentSource source;
  std::string text;
  std::map<std::size_t, std::string> sentences;
};

/// The papers of a round: one a group, of a bracketed text one in all. The same arguments give the same papers.
std::vector<Paper> papers_of(const AskedRound& round, PaperForm form, const Phrases& phrases, std::uint64_t seed);

/// How a letter names places of a text.
class PlaceNames {
 public:
  PlaceNames(const Text& text, const Phrases& phrases, Random& random);
  std::string item(Id id, const std::string& kind = "place");  ///< "paragraph 2.1"; kind "short": "2.1"
  std::string section(Id id);

 private:
  std::string name_of(const Where& where, const std::string& kind);
  std::string pick(const std::string& kind, const std::string& otherwise = "");

  const Text& text_;
  const Phrases& phrases_;
  Random& random_;
  std::vector<Where> items_;
};

Paper letter_of(const AskedRound& round, const std::string& by, bool free, const Phrases& phrases, Random& random);
Paper redraft_of(const AskedRound& round, const std::string& by);
Paper marked_copy_of(const AskedRound& round, const std::string& by);
Paper bracketed_of(const AskedRound& round);

}  // namespace travaux::negotiations
