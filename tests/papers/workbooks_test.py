#!/usr/bin/env python3
"""What the workbooks hold, read back without the library that wrote them.

usage: workbooks_test.py COMMAND [TEST...]     COMMAND: the travaux to test
"""

import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

COMMAND = ""
HISTORY = pathlib.Path(__file__).resolve().parents[2] / "history" / "san-salvador-2011"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL = 32767
CUT = " […cut: longer than a cell can be]"

# What a spreadsheet, XML or a reader of escapes could take for something else.
HOSTILE = [
    "=1+1", "+1", "-2+3", "@SUM(A1)", "\uff1d1+1", "\ufe661", '"=1+1"', "'=1+1", "\u200b=1+1", "=cmd|' /C calc'!A0", "{=1+1}",
    "_x0041_ and _x000D_", "a\x01b\x1f", "<b>&amp;</b>", "\U0001f600 \ufffe", "https://example.org/x", "1.10", "007", "1e5",
    "TRUE", "#REF!", "2011-03-07", "word " * 9000,
]


def cell_value(cell, shared):
    """The text of a cell, or its number; a formula is a failure."""
    assert cell.find(MAIN + "f") is None, "a formula"
    value = cell.findtext(MAIN + "v")
    if cell.get("t") == "s":
        return shared[int(value)]
    assert cell.get("t") in (None, "n"), cell.get("t")
    return None if value is None else int(value)


def unescaped(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def read_workbook(path):
    """Sheet name -> rows of cells, the empty ones between as ""."""
    with zipfile.ZipFile(path) as package:
        shared = []
        if "xl/sharedStrings.xml" in package.namelist():
            for entry in ElementTree.fromstring(package.read("xl/sharedStrings.xml")).iter(MAIN + "si"):
                shared.append(unescaped("".join(part.text or "" for part in entry.iter(MAIN + "t"))))
        names = [sheet.get("name") for sheet in ElementTree.fromstring(package.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        sheets = {}
        for number, name in enumerate(names, 1):
            rows = []
            for row in ElementTree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml")).iter(MAIN + "row"):
                cells = {}
                for cell in row.iter(MAIN + "c"):
                    letters = re.match("[A-Z]+", cell.get("r")).group()
                    column = 0
                    for letter in letters:
                        column = 26 * column + ord(letter) - 64
                    value = cell_value(cell, shared)
                    if value is not None:
                        cells[column - 1] = value
                rows.append([cells.get(c, "") for c in range(max(cells, default=-1) + 1)])
            sheets[name] = rows
        return sheets


def units(text):
    return len(text.encode("utf-16-le")) // 2


class Workbooks(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="travaux-workbooks-"))
        self.addCleanup(shutil.rmtree, self.folder)
        plan = ["1. A heading"]
        for number, text in enumerate(HOSTILE, 1):
            plan += [f"1.{number} {text}", "", f"Declaration of {text[:40]}, 1999:", "", f"“{text}”", ""]
        (self.folder / "a.txt").write_text("\n".join(plan) + "\n", encoding="utf-8")
        (self.folder / "b.txt").write_text("\n".join(plan[:60] + ["1.99 They report."] + plan[66:]) + "\n", encoding="utf-8")
        letters = self.folder / "letters"
        letters.mkdir()
        (letters / "CARICOM.txt").write_text(
            "CARICOM\n\n1. In paragraph 1.1, replace “=1+1” with “=2+2”.\n2. In paragraph 1.2, delete “+1”.\n", encoding="utf-8")

    def run_travaux(self, *arguments):
        environment = dict(os.environ, HOME=str(self.folder), GIT_CONFIG_NOSYSTEM="1")
        return subprocess.run([COMMAND, *arguments], cwd=self.folder, env=environment, check=True, capture_output=True)

    def commands(self):
        """Every kind of table: of one draft and of two, of plain files and of the record."""
        self.run_travaux("replay", str(HISTORY / "manifest.json"), "r", "--quiet")
        return [["mandates", "a.txt"], ["mandates", "a.txt", "b.txt"], ["table", "a.txt", "b.txt", "--comments", "letters"],
                ["-C", "r", "mandates", "rev. 1"], ["-C", "r", "mandates", "rev. 1", "rev. 2"], ["-C", "r", "table", "rev. 1", "rev. 2"]]

    def written(self, command, name):
        self.run_travaux(*command, "-o", str(self.folder / name), "--quiet")
        return self.folder / name

    def assert_same_cell(self, text, value):
        if isinstance(value, int):
            self.assertEqual(text, str(value))
        elif value.endswith(CUT):
            self.assertTrue(text.removeprefix("'").startswith(value.removesuffix(CUT)))
            self.assertGreater(units(text), CELL)
        else:
            self.assertIn(text, (value, "'" + value))

    def test_TheFirstSheetHoldsCellByCellWhatTheCsvHolds(self):
        for command in self.commands():
            with self.subTest(command=command):
                sheet = list(read_workbook(self.written(command, "t.xlsx")).values())[0]
                with open(self.written(command, "t.csv"), encoding="utf-8", newline="") as file:
                    rows = list(csv.reader(file))
                self.assertEqual(len(sheet), len(rows))
                self.assertGreater(len(rows), 1)
                for row, cells in zip(rows, sheet):
                    for text, value in zip(row, cells + [""] * (len(row) - len(cells))):
                        self.assert_same_cell(text.replace("\ufffe", "\ufffd"), value)

    def test_CountsAreNumbersAndAddressesAreText(self):
        head, *rows = read_workbook(self.written(["mandates", "a.txt"], "t.xlsx"))["Mandates"]
        for row in rows:
            self.assertIsInstance(row[head.index("citations")], int)
            self.assertIsInstance(row[head.index("item")], str)
        self.assertIn("1.10", [row[head.index("item")] for row in rows])

    def test_HostileTextsStandAsTheyWereWritten(self):
        head, *rows = read_workbook(self.written(["mandates", "a.txt"], "t.xlsx"))["Mandates"]
        texts = [row[head.index("text")] for row in rows]
        for text in ("=1+1", "@SUM(A1)", "\uff1d1+1", "_x0041_ and _x000D_", "<b>&amp;</b>", "a\\x01b\\x1f", "TRUE"):
            self.assertIn(text, texts)

    def test_ATextTooLongForACellIsCutWhereItSaysSo(self):
        sheets = read_workbook(self.written(["mandates", "a.txt"], "t.xlsx"))
        cut = [cell for row in sheets["Mandates"] for cell in row if isinstance(cell, str) and cell.endswith(CUT)]
        self.assertEqual(len(cut), 1)
        self.assertLessEqual(units(cut[0]), CELL)
        self.assertTrue(any(row[0] == "Left out" and "Mandates" in row[1] for row in sheets["About"]))

    def test_TheSameInputGivesTheSameBytes(self):
        for command in self.commands():
            with self.subTest(command=command):
                first = self.written(command, "one.xlsx").read_bytes()
                self.assertEqual(first, self.written(command, "two.xlsx").read_bytes())

    def test_TheLastSheetSaysWhatItIsMadeFrom(self):
        self.run_travaux("replay", str(HISTORY / "manifest.json"), "r", "--quiet")
        about = read_workbook(self.written(["-C", "r", "table", "rev. 1", "rev. 2"], "t.xlsx"))["About"]
        self.assertIn(["Notice", "rev. 1 is a constructed example, not a historical document."], about)
        self.assertEqual(len([row for row in about if row[0] == "SHA-256" and re.fullmatch("[0-9a-f]{64}", row[1])]), 2)

    def test_TheHeadStaysInSightAndCarriesAFilter(self):
        with zipfile.ZipFile(self.written(["mandates", "a.txt"], "t.xlsx")) as package:
            sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
        self.assertEqual(sheet.find(f".//{MAIN}pane").get("state"), "frozen")
        self.assertEqual(sheet.find(f".//{MAIN}pane").get("ySplit"), "1")
        self.assertIsNotNone(sheet.find(MAIN + "autoFilter"))


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    COMMAND = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
