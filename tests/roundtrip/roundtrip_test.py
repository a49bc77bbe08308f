#!/usr/bin/python3
"""Tells whether Word redlines keep their law: all changes accepted is the later draft, all rejected the earlier, word for word and
paragraph for paragraph, as pandoc and LibreOffice read them. A missing tool is a failure: tools/setup --tests installs both.

usage: roundtrip_test.py TRAVAUX SOURCE_DIR
"""

import os
import pathlib
import subprocess
import sys
import tempfile

import drafts
import readers

HISTORY = ["2011-04-01-note-and-plan-of-action.txt", "drafts/2011-05-03-rev-1.txt", "drafts/2011-05-19-rev-2.txt"]


class Case:
    """A redline, and the paragraphs of its two drafts as travaux reads them."""

    def __init__(self, name: str, file: pathlib.Path, earlier: list[str], later: list[str]):
        self.name, self.file, self.earlier, self.later = name, file, earlier, later


class Maker:
    """Makes redlines with the command, in a folder that is no record."""

    def __init__(self, travaux: str, folder: pathlib.Path):
        self.travaux, self.folder = os.path.abspath(travaux), folder
        self.environment = {**os.environ, "HOME": str(folder)}

    def run(self, *arguments: str) -> str:
        done = subprocess.run([self.travaux, *arguments], cwd=self.folder, env=self.environment, capture_output=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"travaux {' '.join(arguments)}: {done.stderr.decode()}")
        return done.stdout.decode()

    def shown(self, draft: pathlib.Path) -> list[str]:
        return readers.paragraphs(self.run("show", str(draft), "--format", "text").split("\n"))

    def case(self, name: str, earlier: pathlib.Path, later: pathlib.Path, *options: str) -> Case:
        name += "".join(option for option in options if option.startswith("--"))
        file = self.folder / f"{name}.docx"
        self.run("redline", str(earlier), str(later), "-o", str(file), *options)
        return Case(name, file, self.shown(earlier), self.shown(later))


def history_cases(make: Maker, source: pathlib.Path) -> list[Case]:
    folder = source / "history" / "san-salvador-2011"
    texts = [folder / name for name in HISTORY]
    cases = []
    for i, earlier in enumerate(texts):
        for j, later in enumerate(texts):
            if i != j:
                cases.append(make.case(f"history-{i}-{j}", earlier, later))
    cases.append(make.case("history-0-1", texts[0], texts[1], "--no-moves"))
    cases.append(make.case("history-0-1", texts[0], texts[1], "--attribute", "--comments", str(folder / "comments")))
    return cases


def made_cases(make: Maker) -> list[Case]:
    cases = []
    for name, (earlier, later) in drafts.pairs().items():
        files = [make.folder / f"{name}-{side}.txt" for side in "ab"]
        for file, text in zip(files, (earlier, later)):
            file.write_text(text, encoding="utf-8")
        cases.append(make.case(name, *files))
        if name.startswith(("plan", "turned")):
            cases.append(make.case(name, *files, "--no-moves"))
    return cases


def first_difference(wanted: list[str], found: list[str]) -> str:
    for i, (one, other) in enumerate(zip(wanted, found)):
        if one != other:
            return f"paragraph {i + 1}:\n    wanted {one}\n    found  {other}"
    more = wanted[len(found):] or found[len(wanted):]
    return f"{len(wanted)} paragraphs wanted, {len(found)} found; the first beyond:\n    {more[0]}"


def judge(reader, cases: list[Case]) -> list[str]:
    failures = []
    for case in cases:
        for accept in (True, False):
            wanted = case.later if accept else case.earlier
            found = reader.read(case.file, accept)
            if found != wanted:
                failures.append(f"{case.name}, {reader.name}, {'accepted' if accept else 'rejected'}: "
                                f"{first_difference(wanted, found)}")
    return failures


def main() -> int:
    travaux, source = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="travaux-roundtrip-") as name:
        folder = pathlib.Path(name)
        make = Maker(travaux, folder)
        cases = history_cases(make, pathlib.Path(source)) + made_cases(make)
        failures = judge(readers.Pandoc(), cases)
        office = readers.LibreOffice(folder)
        try:
            failures += judge(office, cases)
        finally:
            office.close()
    print(f"{len(cases)} redlines read by pandoc and LibreOffice, accepted and rejected; {len(failures)} failures")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
