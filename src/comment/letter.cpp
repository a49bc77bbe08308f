#include "comment/letter.h"

#include <algorithm>

#include "comment/letter_bars.h"
#include "comment/letter_blocks.h"
#include "comment/letter_instrument.h"
#include "comment/letter_part.h"
#include "comment/letter_request.h"
#include "comment/letter_values.h"

namespace travaux {
namespace letter {
namespace {

using Kind = Piece::Kind;
using Where = Proposal::Where;

constexpr std::size_t kLongestTitleLine = 30;  // pieces of a line that says nothing by itself
constexpr std::size_t kLongestHeading = 12;    // pieces of a heading without a colon
constexpr std::size_t kLongestSentence = 400;  // pieces

bool is_removal(Ask ask) { return ask == Ask::kUncite || ask == Ask::kRemove || ask == Ask::kDelete; }

class Letter {
 public:
  Letter(std::string_view text, const Voice& voice, std::vector<Diagnostic>& diagnostics, std::vector<std::size_t>* bare)
      : text_(text),
        voice_(voice),
        bare_(bare),
        by_(voice.by),
        diagnostics_(diagnostics),
        language_(language_of(text, Language::kEnglish)) {}

  std::vector<Proposal> read() {
    for (const Block& block : blocks_of(text_, language_)) {
      if (pending_ == kNothing) pending_ = block.span.begin;
      read_block(block);
    }
    if (pending_ != kNothing) finish_with_remark();
    number();
    return std::move(proposals_);
  }

 private:
  static constexpr std::size_t kNothing = static_cast<std::size_t>(-1);

  void read_block(const Block& block) {
    if (block.quoted || is_of_denied_list(block)) {
      const Pieces pieces = take_to_pieces(block.text, language_);
      const std::size_t first = proposals_.size();
      remark(block, pieces);
      spread(first, block);
      pending_ = kNothing;
      return;
    }
    if (block.kind == Block::Kind::kGeneral) {
      heads_ = {};
      last_end_ = block.span.end;
      last_line_ = block.line;
      return;
    }
    if (block.kind == Block::Kind::kHeading) {
      take_heading(block.head);
      heading_number_ = block.number;
      last_end_ = block.span.end;
      last_line_ = block.line;
      return;
    }
    read_text(block);
  }

  /// What stands under "Proposals withdrawn:" is asked for no more, to the next heading.
  bool is_of_denied_list(const Block& block) {
    const Pieces pieces = take_to_pieces(block.text, language_);
    const bool points = block.bullet || !block.number.empty() || !block.head.empty();
    const bool heading = block.kind == Block::Kind::kText && !pieces.list.empty() && pieces.quotes.empty() &&
                         (introduces(pieces) || (pieces.list.size() <= kLongestHeading && pieces.list.back().mark == 0 &&
                                                 pieces.addresses.empty() && block.head.empty() && !block.bullet));
    if (heading) {
      denied_ = denies_its_list(pieces);
      denied_points_ = 0;
      return false;
    }
    if (!denied_ || block.kind != Block::Kind::kText) {
      denied_ = denied_ && block.kind == Block::Kind::kHeading;
      return false;
    }
    denied_ = points || denied_points_ == 0;
    denied_points_ += points ? 1 : 0;
    return denied_;
  }

  void take_heading(const std::vector<Target>& head) {
    if (head.front().is_section) {
      heads_.containers = head;
      heads_.targets.clear();
    } else {
      heads_.targets = head;
    }
  }

  void read_text(const Block& block) {
    const Pieces pieces = take_to_pieces(block.text, language_);
    Context context = heads_;
    if (!block.head.empty()) {
      if (block.head.front().is_section) context.containers = block.head;
      context.targets = block.head;
      if (block.head.front().is_section) context.targets.clear();
    }
    articles_ = context.containers;
    const std::size_t first = proposals_.size();
    for (const Range& sentence : sentences_of(pieces)) read_sentence(block, pieces, sentence, context);
    if (proposals_.size() == first) {
      if (announces(pieces, context)) {
        heads_ = context;
        last_end_ = block.span.end;
        last_line_ = block.line;
        return;
      }
      remark(block, pieces);
    }
    spread(first, block);
    pending_ = kNothing;
  }

  static bool introduces(const Pieces& pieces) { return pieces.list.back().mark == ':' && pieces.quotes.empty(); }

  /// "With regard to paragraph 2.1, SICA proposes:": a heading in prose.
  static bool announces(const Pieces& pieces, const Context& context) {
    const bool placed = !context.targets.empty() || !context.containers.empty();
    return !pieces.list.empty() && introduces(pieces) && !pieces.addresses.empty() && placed;
  }

  void read_sentence(const Block& block, const Pieces& pieces, Range sentence, Context& context) {
    const Verbs verbs = verbs_of(pieces, sentence, voice_);
    const std::size_t first = proposals_.size();
    bool doubtful = verbs.doubtful || (verbs.hangs && verbs.told);
    for (std::size_t i = verbs.spared.begin; i < verbs.spared.end; ++i) {  // "instead of deleting 1.4, replace … in it"
      if (pieces.list[i].is(Kind::kAddress)) context.targets = pieces.addresses[pieces.list[i].index].targets;
    }
    if (verbs.spared.begin < verbs.spared.end) context.quoted = only_quote(pieces, verbs.spared);
    for (std::size_t k = 0; k < verbs.operators.size(); ++k) {
      std::vector<Proposal> found = request_of(pieces, verbs, k, context);
      if (found.empty()) doubtful = doubtful || !is_weak(verbs.operators[k].verb);
      for (Proposal& proposal : found) {
        if (join(proposal, verbs.operators[k].verb, pieces, verbs.operators[k].range, first)) continue;
        if (!proposal.targets.empty() && proposal.asks != Ask::kAdd) context.targets = proposal.targets;
        add(std::move(proposal), block, pieces, evidence(sentence, verbs.operators[k].range));
      }
    }
    if (ends_with_place(pieces, sentence)) share_targets(first);
    context.quoted = proposals_.size() > first ? std::string() : only_quote(pieces, sentence);
    context.instrument = proposals_.size() > first ? std::string() : quoted_instrument(pieces, verbs, sentence);
    if (proposals_.size() > first) return;
    const std::vector<Target> named = places_of(pieces, verbs, sentence);
    if (!named.empty() && verbs.stance == letter::Stance::kNone) {
      if (!named.front().is_section)
        context.targets = named;
      else
        context.containers = named;
    }
    if (add_values(block, pieces, sentence, verbs, named, context)) return;
    if (verbs.stance != letter::Stance::kNone && (!named.empty() || has_quote(pieces, sentence) || !context.targets.empty())) {
      add(stance_of(pieces, verbs, sentence, context), block, pieces, sentence);
    } else if (doubtful && !introduces(pieces) && (has_quote(pieces, sentence) || !named.empty() || !context.targets.empty())) {
      doubt(block, pieces, sentence, context, why_doubtful(pieces, verbs));
    } else if (is_clause(pieces, sentence) || (verbs.told && !introduces(pieces))) {
      Proposal proposal;
      proposal.targets = named;
      add(std::move(proposal), block, pieces, sentence);
    }
  }

  /// "06:00 to become 07:00": a guess until the draft shows the old value once.
  bool add_values(const Block& block, const Pieces& pieces, Range sentence, const Verbs& verbs, const std::vector<Target>& named,
                  const Context& context) {
    if (bare_ == nullptr || verbs.stance != letter::Stance::kNone || verbs.told || verbs.conditional) return false;
    const std::optional<Values> values = values_in(pieces, sentence, voice_);
    if (!values) return false;
    Proposal proposal;
    proposal.asks = Ask::kReplace;
    proposal.old_words = values->old_value;
    proposal.new_words = values->new_value;
    proposal.targets = !named.empty() ? named : !context.targets.empty() ? context.targets : context.containers;
    bare_->push_back(proposals_.size());
    add(std::move(proposal), block, pieces, sentence);
    return true;
  }

  /// What a semicolon parts from its neighbours: "…; the rest is fine".
  static bool is_clause(const Pieces& pieces, Range sentence) {
    const bool words = std::any_of(pieces.list.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                                   pieces.list.begin() + static_cast<std::ptrdiff_t>(sentence.end),
                                   [](const Piece& piece) { return piece.mark == 0; });
    const bool parted = pieces.list[sentence.end - 1].mark == ';' && sentence.end < pieces.list.size();
    return words && (parted || (sentence.begin > 0 && pieces.list[sentence.begin - 1].mark == ';'));
  }

  static bool is_weak(Verb verb) {
    return verb == Verb::kChange || verb == Verb::kUse || verb == Verb::kCite || verb == Verb::kPlace || verb == Verb::kKeep ||
           verb == Verb::kInsert || verb == Verb::kMerge;
  }

  static bool has_quote(const Pieces& pieces, Range sentence) {
    return std::any_of(pieces.list.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                       pieces.list.begin() + static_cast<std::ptrdiff_t>(sentence.end),
                       [](const Piece& piece) { return piece.is(Kind::kQuote); });
  }

  /// The words of the one quotation of a sentence; empty where it has none or several.
  static std::string only_quote(const Pieces& pieces, Range sentence) {
    std::string words;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      if (!pieces.list[i].is(Kind::kQuote)) continue;
      if (!words.empty()) return {};
      words = fold_white_space(pieces.quotes[pieces.list[i].index].inner.of(pieces.text));
    }
    return words;
  }

  /// "We do not see why 2.1 quotes the Declaration": what is quoted there.
  static std::string quoted_instrument(const Pieces& pieces, const Verbs& verbs, Range sentence) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      if (pieces.list[i].verb == Verb::kCite) return instrument_in(pieces, verbs, {i, Verb::kCite, false, sentence}).text;
    }
    return {};
  }

  /// What a second verb adds to the first's request: "delete X and place it under 2.4", "merge … should read".
  bool join(Proposal& next, Verb verb, const Pieces& pieces, Range range, std::size_t first) {
    if (proposals_.empty()) return false;
    Proposal& previous = proposals_.back();
    const bool same_sentence = proposals_.size() > first;
    const bool pronoun = std::any_of(pieces.list.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                     pieces.list.begin() + static_cast<std::ptrdiff_t>(range.end),
                                     [](const Piece& piece) { return piece.has(Role::kPronoun); });
    if (same_sentence && is_removal(previous.asks) && next.asks == Ask::kMove && pronoun) {
      previous.asks = Ask::kMove;
      previous.destination = next.destination;
      previous.where = next.where;
      previous.anchor = next.anchor;
      return true;
    }
    const bool comes =
        next.asks == Ask::kReword || next.asks == Ask::kInsert || (next.asks == Ask::kReplace && next.old_words.empty());
    if (same_sentence && is_removal(previous.asks) && comes && next.anchor.empty() &&
        (verb == Verb::kReplace || (verb == Verb::kInsert && pronoun))) {
      previous.asks = previous.asks == Ask::kRemove ? Ask::kReword : Ask::kReplace;
      previous.new_words = next.new_words;
      return true;
    }
    if (previous.asks == Ask::kMerge && previous.new_words.empty() && next.asks == Ask::kReword && speaks_of_new(pieces, range)) {
      previous.new_words = next.new_words;
      extend_words(pieces, range, previous);
      return true;
    }
    return false;
  }

  static bool speaks_of_new(const Pieces& pieces, Range range) {
    return std::none_of(pieces.list.begin() + static_cast<std::ptrdiff_t>(range.begin),
                        pieces.list.begin() + static_cast<std::ptrdiff_t>(range.end),
                        [](const Piece& piece) { return piece.is(Kind::kAddress); });
  }

  static void extend_words(const Pieces& pieces, Range range, Proposal& proposal) {
    proposal.words += ' ';
    proposal.words += words_of(pieces, range);
  }

  /// "Replace “A” with “B” and delete “C” in 2.1": the place that is said last is meant for all.
  static bool ends_with_place(const Pieces& pieces, Range sentence) {
    for (std::size_t i = sentence.end; i > sentence.begin; --i) {
      if (pieces.list[i - 1].is(Kind::kQuote)) return false;
      if (pieces.list[i - 1].is(Kind::kAddress)) return true;
    }
    return false;
  }

  void share_targets(std::size_t first) {
    for (std::size_t i = first; i + 1 < proposals_.size(); ++i) {
      Proposal& proposal = proposals_[i];
      if (proposal.targets.empty() && proposal.asks != Ask::kAdd && !proposal.destination)
        proposal.targets = proposals_.back().targets;
    }
  }

  static std::string words_of(const Pieces& pieces, Range range) {
    if (range.begin >= range.end) return {};
    const std::size_t begin = pieces.list[range.begin].span.begin;
    return fold_white_space(pieces.text.substr(begin, pieces.list[range.end - 1].span.end - begin));
  }

  /// What shows a request: its sentence, or where that is overlong what belongs to its verb.
  static Range evidence(Range sentence, Range part) { return sentence.end - sentence.begin > kLongestSentence ? part : sentence; }

  std::size_t offset_of(const Block& block, std::size_t in_text) const { return std::min(block.begin + in_text, block.span.end); }

  void add(Proposal proposal, const Block& block, const Pieces& pieces, Range sentence) {
    if (proposal.asks == Ask::kCite && !proposals_.empty() && proposals_.back().asks == Ask::kAdd &&
        speaks_of_new_place(pieces, sentence)) {
      proposals_.back().citations.emplace_back(proposal.heading, proposal.new_words);
      extend_words(pieces, sentence, proposals_.back());
      return;
    }
    proposal.by = by_;
    join_ordinal(proposal.targets);
    for (Target& target : proposal.targets) set_within(target, articles_);
    if (!proposal.targets.empty()) {  // "paragraph 2 of Article 7, and … in paragraph 4"
      const std::string first = proposal.targets.front().address;
      const std::size_t slash = first.starts_with("Article ") ? first.find('/') : std::string::npos;
      if (slash != std::string::npos) {
        for (Target& target : proposal.targets) set_within(target, {Target{{}, first.substr(0, slash), true, {}}});
      }
    }
    if (proposal.destination) set_within(*proposal.destination, articles_);
    proposal.words = words_of(pieces, sentence);
    const std::size_t begin = offset_of(block, pieces.list[sentence.begin].span.begin);
    proposal.span = {begin, offset_of(block, pieces.list[sentence.end - 1].span.end)};
    proposal.line = line_of(block, begin);
    proposal.number = block.number.empty() ? heading_number_ : block.number;
    proposals_.push_back(std::move(proposal));
    substance_.push_back(true);
  }

  /// "Article 4, third paragraph" is Article 4/3.
  static void join_ordinal(std::vector<Target>& targets) {
    constexpr std::string_view kUnnumbered = "¶";
    for (std::size_t i = 1; i < targets.size(); ++i) {
      Target& article = targets[i - 1];
      const bool whole = article.address.starts_with("Article ") && article.address.find('/') == std::string::npos;
      if (!whole || !targets[i].address.starts_with(kUnnumbered)) continue;
      article.address += "/" + targets[i].address.substr(kUnnumbered.size());
      article.printed += ", " + targets[i].printed;
      article.is_section = false;
      targets.erase(targets.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// Under "Article 4", "paragraph 2" is Article 4/2.
  static void set_within(Target& target, const std::vector<Target>& containers) {
    if (containers.size() != 1 || !containers.front().address.starts_with("Article ") || target.is_section) return;
    constexpr std::string_view kUnnumbered = "¶";  // "Article 4: third paragraph"
    if (target.address.starts_with(kUnnumbered)) target.address.erase(0, kUnnumbered.size());
    const std::string& address = target.address;
    if (address.empty() || address.find_first_of("APO.") != std::string::npos) return;
    target.address = containers.front().address + "/" + address;
  }

  static bool speaks_of_new_place(const Pieces& pieces, Range range) {
    return std::any_of(pieces.list.begin() + static_cast<std::ptrdiff_t>(range.begin),
                       pieces.list.begin() + static_cast<std::ptrdiff_t>(range.end),
                       [](const Piece& piece) { return piece.has(Role::kNewPlace); });
  }

  std::size_t line_of(const Block& block, std::size_t at) const {
    return block.line + static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(block.span.begin),
                                                            text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  void doubt(const Block& block, const Pieces& pieces, Range sentence, const Context& context, std::string_view why) {
    Proposal proposal;
    proposal.targets = context.targets;
    add(std::move(proposal), block, pieces, sentence);
    diagnostics_.push_back({proposals_.back().line, Severity::kNote, std::string(why)});
  }

  /// Why a sentence that sounds like a request is none.
  static std::string_view why_doubtful(const Pieces& pieces, const Verbs& verbs) {
    if (verbs.hangs) return kHangsOnCondition;
    const bool part = std::any_of(verbs.operators.begin(), verbs.operators.end(),
                                  [&](const Operator& op) { return part_in(pieces, verbs, op).named; });
    return part ? kAsksForPart : "this sounds like a request, but what it asks for could not be read: kept as a remark";
  }

  void remark(const Block& block, const Pieces& pieces) {
    if (pieces.list.empty()) {
      Proposal proposal;
      proposal.by = by_;
      proposal.span = block.span;
      proposal.line = block.line;
      proposal.words = fold_white_space(block.span.of(text_));
      if (!block.number.empty()) proposal.number = block.number;
      proposals_.push_back(std::move(proposal));
      substance_.push_back(false);
      return;
    }
    Proposal proposal;
    proposal.targets = block.head;
    add(std::move(proposal), block, pieces, {0, pieces.list.size()});
    substance_.back() = !is_courtesy(pieces);
  }

  /// Salutations, dates, titles, signatures, thanks.
  bool is_courtesy(const Pieces& pieces) const {
    const bool polite =
        std::any_of(pieces.list.begin(), pieces.list.end(), [](const Piece& piece) { return piece.has(Role::kCourtesy); });
    const bool sentence = !pieces.list.empty() && pieces.list.back().mark == '.';
    return polite || (pieces.list.size() <= kLongestTitleLine && !sentence) || pieces.list.back().mark == ':';
  }

  /// A block's proposals share its lines out among them, with the headings before it.
  void spread(std::size_t first, const Block& block) {
    if (first >= proposals_.size()) {
      if (!proposals_.empty()) proposals_.back().span.end = std::max(proposals_.back().span.end, block.span.end);
      return;
    }
    proposals_[first].span.begin = pending_;
    for (std::size_t i = first; i + 1 < proposals_.size(); ++i) {
      const std::size_t next = proposals_[i + 1].span.begin;
      if (next > proposals_[i].span.end) proposals_[i].span.end = next;
    }
    proposals_.back().span.end = block.span.end;
  }

  /// Headings with nothing under them.
  void finish_with_remark() {
    Proposal proposal;
    proposal.by = by_;
    proposal.span = {pending_, last_end_};
    proposal.line = last_line_;
    proposal.words = fold_white_space(proposal.span.of(text_));
    proposals_.push_back(std::move(proposal));
    substance_.push_back(false);
  }

  void number() {
    const bool printed = std::any_of(proposals_.begin(), proposals_.end(), [](const Proposal& proposal) {
      return proposal.asks != Ask::kRemark && proposal.number && !proposal.number->empty();
    });
    std::size_t order = 0;
    for (std::size_t i = 0; i < proposals_.size(); ++i) {
      std::optional<std::string>& number = proposals_[i].number;
      if (number && number->empty()) number.reset();
      if (printed) continue;
      number.reset();
      if (substance_[i]) number = std::to_string(++order);
    }
  }

  std::string_view text_;
  const Voice& voice_;
  std::vector<std::size_t>* bare_;  ///< requests that give values without quotation marks
  const std::vector<std::string>& by_;
  std::vector<Diagnostic>& diagnostics_;
  Language language_;
  Context heads_;
  std::vector<Target> articles_;  ///< the sections that the block stands under
  std::string heading_number_;
  std::vector<Proposal> proposals_;
  std::vector<bool> substance_;
  bool denied_ = false;            ///< under a heading that denies its list
  std::size_t denied_points_ = 0;  ///< of that list, so far
  std::size_t pending_ = kNothing;
  std::size_t last_end_ = 0, last_line_ = 0;
};

}  // namespace
}  // namespace letter

std::vector<Proposal> read_letter(std::string_view text, const std::vector<std::string>& by, std::vector<Diagnostic>& diagnostics,
                                  const std::vector<std::string>& own_names, std::vector<std::size_t>* bare) {
  const letter::Voice voice{by, own_names};
  return letter::Letter(text, voice, diagnostics, bare).read();
}

}  // namespace travaux
