#!/usr/bin/env python3
"""check_layers.py on made-up trees: it must find each kind of violation, and nothing in a sound tree."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).with_name("check_layers.py")

SOUND = {
    "include/travaux/error.h": "#include <string>\n",
    "include/travaux/text.h": "#include <string>\n",
    "include/travaux/model.h": '#include "travaux/text.h"\n#include "travaux/error.h"\n// unlike nlohmann::json or git_oid\n',
    "src/text/tokens.h": '#include "travaux/text.h"\n#include <vector>\n',
    "src/text/tokens.cpp": '#include "text/tokens.h"\n#include "tokens.h"\n#include <fmt/format.h>\n',
    "src/read/reader.h": '#include "text/tokens.h"\n',
    "src/model/registry.h": '#include "travaux/model.h"\n#include <nlohmann/json.hpp>\n',
    "src/parse/parse.cpp": '#include "read/reader.h"\n#include "model/registry.h"\n#include "text/tokens.h"\n',
    "src/diff/sequence.cpp": '#include <dtl/dtl.hpp>\n#include <git2.h>\n#include "model/registry.h"\n',
    "src/record/record.cpp": '#include <git2.h>\n#include <git2/sys/repository.h>\n#include "text/tokens.h"\n',
    "src/report/json.h": '#include "parse/../model/registry.h"\n',
    "src/cli/main.cpp": '#include "report/json.h"\n/* #include "nowhere.h" */\n',
}


class CheckLayers(unittest.TestCase):
    def check(self, changes: dict[str, str]) -> tuple[int, str]:
        with tempfile.TemporaryDirectory() as folder:
            tree = pathlib.Path(folder, "a tree")
            for name, code in {**SOUND, **changes}.items():
                file = tree / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(code, encoding="utf-8")
            run = subprocess.run([sys.executable, SCRIPT, tree], capture_output=True, text=True, check=False)
            self.assertEqual(run.stderr, "")
            return run.returncode, run.stdout

    def finds(self, name: str, code: str, line: int, message: str) -> None:
        self.assertEqual(self.check({name: code}), (1, f"{name}:{line}: {message}\n"))

    def test_a_sound_tree_passes(self) -> None:
        self.assertEqual(self.check({}), (0, "every include goes down\n"))

    def test_an_upward_include_is_found(self) -> None:
        self.finds("src/model/up.cpp", '\n#include "parse/parse.cpp"\n', 2, "the floor model does not stand on parse: parse/parse.cpp")

    def test_a_floor_beside_is_not_below(self) -> None:
        self.finds("src/diff/beside.h", '#include "read/reader.h"', 1, "the floor diff does not stand on read: read/reader.h")

    def test_the_record_knows_no_parse(self) -> None:
        self.finds("src/record/up.h", '#include "travaux/model.h"', 1, "the floor record does not stand on model: travaux/model.h")

    def test_a_report_does_not_read_the_record(self) -> None:
        self.finds("src/report/up.h", '#include "record/record.cpp"', 1, "the floor report does not stand on record: record/record.cpp")

    def test_a_path_that_climbs_is_found_out(self) -> None:
        self.finds("src/text/up.h", '#include "../cli/main.cpp"', 1, "the floor text does not stand on cli: ../cli/main.cpp")

    def test_angle_brackets_hide_nothing(self) -> None:
        self.finds("src/text/up.h", "#  include <cli/main.cpp>", 1, "the floor text does not stand on cli: cli/main.cpp")

    def test_an_upward_include_of_a_public_header_is_found(self) -> None:
        self.finds("include/travaux/text.h", '#include "travaux/model.h"\n', 1, "the floor text does not stand on model: travaux/model.h")

    def test_an_include_of_nothing_is_found(self) -> None:
        self.finds("src/text/lost.h", '#include "text/gone.h"', 1, '"text/gone.h" is in no floor')

    def test_a_folder_that_is_no_floor_is_found(self) -> None:
        self.finds("src/util/misc.h", "", 1, "belongs to no floor")

    def test_two_types_of_one_name_are_found(self) -> None:
        first = "namespace travaux {\n\nstruct Line {\n  int x = 0;\n};\n\n}  // namespace travaux\n"
        second = "namespace travaux {\n\nclass Line;\n\nclass Line final {\n};\n}  // namespace travaux\n"
        code, said = self.check({"src/text/a.h": first, "src/text/b.h": second})
        self.assertEqual((code, said), (1, "src/text/b.h:5: travaux::Line is another type at src/text/a.h:3; the linker takes one for the other\n"))

    def test_types_of_other_namespaces_and_of_one_file_alone_may_share_a_name(self) -> None:
        first = "namespace travaux {\n\nstruct Line {\n};\n\n}  // namespace travaux\n"
        other = first.replace("travaux {", "travaux::other {")
        alone = "namespace travaux {\nnamespace {\n\nstruct Line {\n};\n\n}  // namespace\n}  // namespace travaux\n"
        after = alone.replace("}  // namespace travaux", "\nstruct Page {\n};\n}  // namespace travaux")
        page = first.replace("Line", "Page")
        self.assertEqual(self.check({"src/text/a.h": first, "src/text/b.h": other, "src/text/c.cpp": alone})[0], 0)
        self.assertIn("travaux::Page is another type", self.check({"src/text/a.h": page, "src/text/c.cpp": after})[1])

    def test_git2_stays_in_the_record(self) -> None:
        self.finds("src/diff/match.cpp", "#include <git2.h>", 1, "libgit2 is for src/record/ and src/diff/sequence.cpp only")
        self.finds("src/cli/git.cpp", '#include "git2/types.h"', 1, '"git2/types.h" is in no floor\nsrc/cli/git.cpp:1: '
                   "libgit2 is for src/record/ and src/diff/sequence.cpp only")

    def test_dtl_stays_in_the_sequence_comparison(self) -> None:
        self.finds("src/diff/words.cpp", "#include <dtl/dtl.hpp>", 1, "dtl is for src/diff/sequence.cpp only")
        self.finds("src/record/words.cpp", "#include <dtl/dtl.hpp>", 1, "dtl is for src/diff/sequence.cpp only")

    def test_pango_stays_in_the_pdf(self) -> None:
        self.finds("src/report/html_page.cpp", "#include <pango/pangocairo.h>", 1, "Pango is for src/report/pdf_ only")
        self.finds("include/travaux/model.h", "struct PangoLayout;", 1, "a public header shows PangoLayout")

    def test_a_public_header_shows_no_library(self) -> None:
        for name in ("fmt/format.h", "git2.h", "dtl/dtl.hpp", "nlohmann/json_fwd.hpp", "pugixml.hpp"):
            self.finds("include/travaux/model.h", f"#include <{name}>", 1, f"a public header shows {name}")
        self.finds("include/travaux/model.h", "struct git_oid;", 1, "a public header shows git_oid")
        self.finds("include/travaux/model.h", "\nnlohmann::json a();", 2, "a public header shows nlohmann::")

    def test_an_empty_tree_is_no_success(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
            self.assertEqual((run.returncode, run.stdout), (1, f"{folder}: no source at all\n"))


if __name__ == "__main__":
    unittest.main()
