// score_negotiations: plays rounds of edits over the base texts and prints how right the differ's answers are.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "negotiations/render.h"
#include "negotiations/score.h"

namespace {

using namespace travaux::negotiations;

struct Options {
  std::string folder = TRAVAUX_SOURCE_DIR;
  std::uint64_t seed = 1;
  std::size_t rounds = 20;
  std::vector<std::string> bases, strata;
  bool noisy = false, show_errors = false, show_plan = false;
  std::string dump, noise_kind;
};

// What the options say of the printing of one round.
Printing printing_of(const Options& options, std::uint64_t seed) {
  if (!options.noise_kind.empty()) {
    const std::uint32_t noise = noise_named(options.noise_kind).value_or(kNoNoise);
    return {seed, noise, noise};
  }
  if (!options.noisy) return {seed, kNoNoise, kNoNoise};
  return {seed, draw_noise(seed), draw_noise(seed + 1)};
}

void write(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

void dump(const Round& round, const Options& options, std::uint64_t seed) {
  const std::filesystem::path folder = options.dump;
  std::filesystem::create_directories(folder);
  const Printing printing = printing_of(options, seed);
  write(folder / "A.txt", render_noisy(round.before, printing.from, seed));
  write(folder / "B.txt", render_noisy(round.after, printing.to, seed + 1));
  write(folder / "truth.txt", describe(round.truth));
  std::string plan;
  for (const Operation& operation : round.plan.operations) plan += describe(operation) + "\n";
  write(folder / "plan.txt", plan);
}

std::string table_row(const std::string& name, const Count& count) {
  return fmt::format("  {:<30} {:>9.4f} {:>9.4f} {:>9.4f} {:>8} {:>7} {:>8}\n", name, count.precision(), count.recall(),
                     count.f1(), count.right, count.wrong, count.missing);
}

std::string table(const std::string& title, const Score& score) {
  std::string text = fmt::format("{}\n  {:<30} {:>9} {:>9} {:>9} {:>8} {:>7} {:>8}\n", title, "", "precision", "recall", "F1",
                                 "right", "wrong", "missing");
  for (const auto& [row, count] : score.rows) text += table_row(row, count);
  for (const std::string kind : {"items", "citations", "sections"}) text += table_row("all changes of " + kind, score.all(kind));
  text += fmt::format("  false moves: {}\n  drafts without a single error: {} of {}\n", score.false_moves, score.without_error,
                      score.drafts);
  if (score.misread > 0) text += fmt::format("  texts that the parser read otherwise than meant: {}\n", score.misread);
  if (score.not_silent > 0) text += fmt::format("  texts that differ from themselves with noise: {}\n", score.not_silent);
  return text + "\n";
}

// The texts of the items that the faults name, so that one can judge by eye.
void show_texts(const Text& text, const char* side, const Judgement& judgement, std::size_t which) {
  for (const Where& where : items_of(text)) {
    bool named = false;
    for (const Fault& fault : judgement.faults) {
      if (fault.row.compare(0, 5, "items") != 0) continue;
      const std::size_t arrow = fault.line.find(" → ");
      const std::string part = " " + (which == 0 ? fault.line.substr(0, arrow) : fault.line.substr(arrow + 5)) + " ";
      named = named || part.find(" " + where.address + " ") != std::string::npos;
    }
    if (named)
      fmt::print("      {} {} ({} citations): {}\n", side, where.address, where.item->citations.size(), where.item->text);
  }
}

void show(const Judgement& judgement, const Round& round, const std::string& title) {
  if (judgement.faults.empty()) return;
  fmt::print("{}\n", title);
  for (const Fault& fault : judgement.faults)
    fmt::print("  {:<8} {:<26} {}\n", fault.missing ? "missing" : "wrong", fault.row, fault.line);
  show_texts(round.before, "A", judgement, 0);
  show_texts(round.after, "B", judgement, 1);
}

Score score_base(const Options& options, const std::string& name, Stratum stratum) {
  const Base base = read_base(options.folder, name);
  const Lexicon words = read_lexicon(options.folder + "/tests/negotiations/words/" + base.text.language + ".txt");
  Score sum;
  for (std::size_t r = 0; r < options.rounds; ++r) {
    const std::uint64_t seed = options.seed + r;
    const Round round = draw_round(base, words, stratum, seed);
    if (!options.dump.empty()) dump(round, options, seed);
    const Judgement judgement = judge(round, printing_of(options, seed));
    sum += judgement.score;
    const std::string title =
        fmt::format("--seed {} --base {} --stratum {}{}", seed, name, name_of(stratum), options.noisy ? " --noise" : "");
    if (options.show_plan) {
      fmt::print("{}\n", title);
      for (const Operation& operation : round.plan.operations) fmt::print("  {}\n", describe(operation));
    }
    if (options.show_errors) show(judgement, round, title);
  }
  return sum;
}

int run(Options options) {
  if (options.bases.empty()) options.bases = base_names();
  if (options.strata.empty()) options.strata = {"light", "heavy"};
  std::string tables;
  for (const std::string& stratum : options.strata) {
    Score sum;
    for (const std::string& base : options.bases) {
      const Score score = score_base(options, base, stratum == "light" ? Stratum::kLight : Stratum::kHeavy);
      sum += score;
      if (options.bases.size() > 1)
        tables += fmt::format(
            "{:<6} {:<11} items F1 {:.4f}  citations F1 {:.4f}  sections F1 {:.4f}  false moves {}  without error {} of {}  "
            "misread {}\n",
            stratum, base, score.all("items").f1(), score.all("citations").f1(), score.all("sections").f1(), score.false_moves,
            score.without_error, score.drafts, score.misread);
    }
    tables += "\n" + table(stratum + (options.noisy ? ", with noise" : ""), sum);
  }
  fmt::print("{}", tables);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app{"Plays rounds of edits with known truth and scores the differ's answers"};
  app.add_option("--seed", options.seed, "of the first round; each further one has the next")->capture_default_str();
  app.add_option("--rounds", options.rounds, "for each base and stratum")->capture_default_str();
  app.add_option("--base", options.bases, "march7, treaty, resolution, plan-es, alike, unnumbered (default: all)")
      ->check(CLI::IsMember(base_names()));
  app.add_option("--stratum", options.strata, "light, heavy (default: both)")->check(CLI::IsMember({"light", "heavy"}));
  app.add_flag("--noise", options.noisy, "both drafts are printed noisily; a noisy draft must equal itself");
  app.add_option("--noise-kind", options.noise_kind, "that noise alone: \"dashes\", \"hard wraps\", … on both drafts")
      ->check([](const std::string& name) { return noise_named(name) ? std::string() : "no such noise: " + name; });
  app.add_flag("--show-errors", options.show_errors, "each wrong or missing answer, with the seed that gives it");
  app.add_flag("--show-plan", options.show_plan, "what was edited");
  app.add_option("--dump", options.dump, "folder for A.txt, B.txt, plan.txt, truth.txt of the last round");
  CLI11_PARSE(app, argc, argv);
  try {
    return run(options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "score_negotiations: {}\n", error.what());
    return 2;
  }
}
