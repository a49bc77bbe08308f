#!/usr/bin/env python3
"""Reports carry no name of a user, a folder or a file, and for one group they name no other.

usage: discretion_test.py COMMAND [TEST...]     COMMAND: the travaux to test
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

COMMAND = ""
HISTORY = pathlib.Path(__file__).resolve().parents[2] / "history" / "san-salvador-2011"
TELL_TALES = ["xyzzyfolder", "xyzzyearlier", "xyzzylater", "xyzzyuser", "xyzzymail", "xyzzyletters", "xyzzyout", "caricom-letter"]
EARLIER = "1. Schools\n1.1 Teach mediation to all pupils before the age of twelve.\n\nDeclaration of Nowhere, 1999:\n\n“x”\n\n1.2 They meet.\n"
LATER = "1. Schools\n1.1 Teach mediation to all pupils before the age of ten.\n\nDeclaration of Nowhere, 1999:\n\n“x y”\n\n1.2 They report.\n"


def everything_in(data):
    """The bytes of a file and, of a package, those of its parts and their names."""
    found = data
    if data.startswith(b"PK"):
        with tempfile.TemporaryFile() as file:
            file.write(data)
            with zipfile.ZipFile(file) as package:
                for name in package.namelist():
                    found += name.encode() + package.read(name)
    elif data.startswith(b"%PDF"):
        found += subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout
        found += subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True).stdout
    return found


class Discretion(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="xyzzyfolder-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / ".gitconfig").write_text("[user]\n\tname = xyzzyuser\n\temail = xyzzymail@example.org\n")
        (self.folder / "xyzzyearlier.txt").write_text(EARLIER, encoding="utf-8")
        (self.folder / "xyzzylater.txt").write_text(LATER, encoding="utf-8")
        letters = self.folder / "xyzzyletters"
        letters.mkdir()
        (letters / "caricom-letter.txt").write_text("Letter of CARICOM\n\n1. In paragraph 1.1, replace “twelve” with “ten”.\n",
                                                          encoding="utf-8")

    def travaux(self, *arguments, check=True):
        environment = dict(os.environ, HOME=str(self.folder), USER="xyzzyuser", LOGNAME="xyzzyuser", GIT_CONFIG_NOSYSTEM="1")
        return subprocess.run([COMMAND, *arguments], cwd=self.folder, env=environment, check=check, capture_output=True)

    def formats_of(self, command):
        """What the command's help says it writes; none: it only prints."""
        text = self.travaux("help", command).stdout.decode()
        return [ending for ending in ("txt", "json", "csv", "xlsx", "html", "md", "docx", "pdf") if f".{ending}" in text and "-o," in text]

    def outputs(self, arguments):
        """All that a command can print or write, by form."""
        command = next(word for word in arguments if word in ("diff", "redline", "attribute", "table", "mandates", "blame", "trace", "check", "show"))
        yield "text", self.travaux(*arguments).stdout
        json = self.travaux(*arguments, "--format", "json", check=False)
        if json.returncode == 0:
            yield "json on stdout", json.stdout
        for ending in self.formats_of(command):
            target = self.folder / f"xyzzyout.{ending}"
            self.travaux(*arguments, "-o", str(target), "--quiet")
            yield ending, target.read_bytes()
            target.unlink()

    def assert_discreet(self, arguments, allowed=()):
        for form, data in self.outputs(arguments):
            shown = everything_in(data)
            for word in TELL_TALES:
                if (form, word) in allowed or (form.startswith("json") and word in allowed):
                    continue
                self.assertNotIn(word.encode(), shown.lower(), f"{arguments} as {form}")

    def test_ReportsOfPlainFilesNameNoFileFolderOrUser(self):
        pair = ["xyzzyearlier.txt", "./xyzzylater.txt"]
        for command in ("diff", "redline", "mandates"):
            self.assert_discreet([command, *pair])
        self.assert_discreet(["mandates", pair[0]])
        for command in ("show", "check"):
            self.assert_discreet([command, str(self.folder / pair[0])])
        for command in ("trace", "blame"):
            self.assert_discreet([command, pair[1], "1.1", "--chain", *pair])
        # A comment of a folder is known by its file's name, and JSON has nothing else to refer to it by.
        for command in ("attribute", "table"):
            self.assert_discreet([command, *pair, "--comments", "xyzzyletters"], allowed=("caricom-letter",))

    def test_ReportsOfARecordNameNoFileFolderOrUser(self):
        for name, label in (("xyzzyearlier.txt", "rev. 1"), ("xyzzylater.txt", "rev. 2")):
            if label == "rev. 1":
                self.travaux("init", "r", "--title", "A plan", "--quiet")
            self.travaux("-C", "r", "commit", name, "--label", label, "--quiet")
            if label == "rev. 1":
                self.travaux("-C", "r", "comment", "xyzzyletters/caricom-letter.txt", "--by", "CARICOM", "--on", label, "--quiet")
        for command in ("diff", "redline", "mandates", "attribute", "table"):
            self.assert_discreet(["-C", "r", command, "rev. 1", "rev. 2"])
        for command in ("trace", "blame"):
            self.assert_discreet(["-C", "r", command, "rev. 2", "1.1"])
        for command in ("show", "check", "mandates"):
            self.assert_discreet(["-C", "r", command, "rev. 2"])

    def test_ForOneGroupNoOtherIsNamed(self):
        self.travaux("replay", str(HISTORY / "manifest.json"), "r", "--quiet")
        others = [b"mercosur", b"sica", b"andean community", b"andean-community", b"north america", b"north-america"]
        drafts = b"".join((HISTORY / path).read_bytes().lower() for path in ("2011-04-01-note-and-plan-of-action.txt",
                          "drafts/2011-05-03-rev-1.txt", "drafts/2011-05-19-rev-2.txt"))
        letters = b"".join(path.read_bytes().lower() for path in (HISTORY / "comments").glob("*caricom*"))
        told = [name for name in others if name not in drafts and name not in letters]
        self.assertGreaterEqual(len(told), 3)
        for command in ("attribute", "table"):
            for form, data in self.outputs(["-C", "r", command, "rev. 1", "rev. 2", "--for", "CARICOM"]):
                for name in told:
                    self.assertNotIn(name, everything_in(data).lower(), f"{command} as {form}")
        for form, data in self.outputs(["-C", "r", "blame", "rev. 2", "--for", "CARICOM"]):
            for name in told:
                self.assertNotIn(name, everything_in(data).lower(), f"blame as {form}")

    def test_RedlinesNameNoGroupUnlessAsked(self):
        self.travaux("replay", str(HISTORY / "manifest.json"), "r", "--quiet")
        for form, data in self.outputs(["-C", "r", "redline", "rev. 1", "rev. 2"]):
            for name in (b"CARICOM", b"MERCOSUR", b"Andean Community"):
                drafts = (HISTORY / "drafts/2011-05-19-rev-2.txt").read_bytes() + (HISTORY / "drafts/2011-05-03-rev-1.txt").read_bytes()
                if name not in drafts:
                    self.assertNotIn(name, everything_in(data), form)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    COMMAND = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
