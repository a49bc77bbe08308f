// score_attribution: plays rounds in which it is known who asked for each edit, writes the comments in every form, and prints how
// right the library's reading and attribution are.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "negotiations/ask_planner.h"
#include "negotiations/render.h"
#include "negotiations/score_sources.h"

namespace {

using namespace travaux::negotiations;

struct Options {
  std::string folder = TRAVAUX_SOURCE_DIR;
  std::uint64_t seed = 1;
  std::size_t rounds = 10;
  std::vector<std::string> bases, forms;
  bool show_errors = false;
  std::string dump;
};

std::string percent(const Share& share) {
  return fmt::format("{:>6.2f}% {:>5}/{:<5}", 100 * share.value(), share.right, share.all);
}

void write(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

void dump(const AskedRound& round, const std::vector<Paper>& papers, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  write(folder / "A.txt", render(round.before));
  write(folder / "B.txt", render(round.after));
  std::string truth;
  for (const Made& made : round.made) {
    truth += fmt::format("{:<12} {}\n", name_of(made.treatment), describe(made.wanted, round.before));
    for (const std::size_t asked : made.asked) truth += "               asked for by " + round.requests[asked].by + "\n";
  }
  write(folder / "truth.txt", truth);
  for (const Paper& paper : papers) write(folder / paper.source.id, paper.text);
}

void show(const SourceJudgement& judgement, const std::string& title) {
  if (judgement.faults.empty()) return;
  fmt::print("{}\n", title);
  for (const SourceFault& fault : judgement.faults)
    fmt::print("  {} ({}): {}\n    expected: {}\n    found:    {}\n", fault.kind, name_of(fault.treatment), fault.line,
               fault.expected, fault.found);
}

SourceScore score_base(const Options& options, const std::string& name, PaperForm form) {
  const Base base = read_base(options.folder, name);
  const std::string words = options.folder + "/tests/negotiations/words/";
  const Lexicon lexicon = read_lexicon(words + base.text.language + ".txt");
  const Phrases phrases = Phrases::read(words + "asks-" + base.text.language + ".txt");
  SourceScore sum;
  for (std::uint64_t seed = options.seed; seed < options.seed + options.rounds; ++seed) {
    const AskedRound round = draw_asked_round(base, lexicon, phrases, seed);
    const std::vector<Paper> papers = papers_of(round, form, phrases, seed);
    if (!options.dump.empty()) dump(round, papers, options.dump);
    const SourceJudgement judgement = judge_sources(round, papers);
    sum += judgement.score;
    if (options.show_errors)
      show(judgement, fmt::format("--seed {} --rounds 1 --base {} --form \"{}\"", seed, name, name_of(form)));
  }
  return sum;
}

std::string row(const std::string& name, const SourceScore& score) {
  return fmt::format("  {:<12} {} {} {} {} {} {}\n", name, percent(score.all_edits()), percent(score.all_fates()),
                     percent(score.false_credits), percent(score.coverage), percent(score.precision), percent(score.read));
}

std::string details(const SourceScore& score) {
  std::string text = fmt::format("\n  {:<14} {:>19} {:>19}\n", "", "edits", "fates");
  for (std::size_t t = 0; t < kTreatments; ++t) {
    const auto treatment = static_cast<Treatment>(t);
    const auto edits = score.edits.find(treatment);
    const auto fates = score.fates.find(treatment);
    text += fmt::format("  {:<14} {:>19} {:>19}\n", name_of(treatment), edits == score.edits.end() ? "" : percent(edits->second),
                        fates == score.fates.end() ? "" : percent(fates->second));
  }
  for (const auto& [fate, share] : score.by_fate)
    text += fmt::format("  fate {:<30} {}\n", travaux::name_of(fate), percent(share));
  text += fmt::format("  not judged: {} edits that nobody made, {} that the differ does not report, {} rounds misread\n",
                      score.stray, score.unseen, score.misread);
  return text;
}

int run(Options options) {
  if (options.bases.empty()) options.bases = base_names();
  for (std::size_t f = 0; f < kPaperForms; ++f) {
    const auto form = static_cast<PaperForm>(f);
    const std::string name(name_of(form));
    if (!options.forms.empty() && std::find(options.forms.begin(), options.forms.end(), name) == options.forms.end()) continue;
    SourceScore sum;
    std::string table = fmt::format("{:<14} {:<19} {:<19} {:<19} {:<19} {:<19} {:<19}\n", name, "edits right", "fates right",
                                    "false credits", "coverage", "precision", "wishes read");
    for (const std::string& base : options.bases) {
      const SourceScore score = score_base(options, base, form);
      sum += score;
      table += row(base, score);
    }
    fmt::print("{}{}{}\n", table, options.bases.size() > 1 ? row("all", sum) : "", details(sum));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"How right the attribution is, by rounds in which it is known who asked for what"};
  Options options;
  app.add_option("--folder", options.folder, "the project's folder");
  app.add_option("--seed", options.seed, "of the first round; each further round has the next one");
  app.add_option("--rounds", options.rounds, "for each base and form");
  app.add_option("--base", options.bases, "march7, treaty, resolution, plan-es, alike, unnumbered; default: all");
  app.add_option("--form", options.forms, "letter, free letter, redraft, brackets, marked copy; default: all");
  app.add_flag("--show-errors", options.show_errors, "each wrong answer, with the options that give it again");
  app.add_option("--dump", options.dump, "folder for the drafts, the papers and the truth of the last round");
  CLI11_PARSE(app, argc, argv);
  try {
    return run(options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "score_attribution: {}\n", error.what());
    return 2;
  }
}
