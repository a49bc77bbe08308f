"""Reads Word files with tracked changes as pandoc and as LibreOffice have them once all are accepted, or all rejected."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import unicodedata

FOLDED = [
    (re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"), ""),
    (re.compile("[“”„«»‹›‘’‚'`´]"), '"'),
    (re.compile("[‐-―−]"), "-"),
]


def form(text: str) -> str:
    """The words of a paragraph, a space between each two: typography and white space mean nothing."""
    text = unicodedata.normalize("NFC", text)
    for pattern, fold in FOLDED:
        text = pattern.sub(fold, text)
    return " ".join(re.findall(r"\w+|[^\w\s]", text))


def paragraphs(lines) -> list[str]:
    """The forms of the lines that are not blank."""
    return [words for words in map(form, lines) if words]


class Pandoc:
    """Reads through `pandoc --track-changes`."""

    name = "pandoc"

    def read(self, path: pathlib.Path, accept: bool) -> list[str]:
        how = "accept" if accept else "reject"
        command = ["pandoc", "--from=docx", f"--track-changes={how}", "--to=json", str(path)]
        lines: list[str] = []
        self._blocks(json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["blocks"], lines)
        return paragraphs(lines)

    def close(self) -> None:
        pass

    def _blocks(self, blocks, lines: list[str]) -> None:
        for block in blocks:
            kind, content = block["t"], block.get("c")
            if kind in ("Para", "Plain"):
                lines.append(self._inlines(content))
            elif kind == "Header":
                lines.append(self._inlines(content[2]))
            elif kind == "BlockQuote":
                self._blocks(content, lines)
            elif kind == "Div":
                self._blocks(content[1], lines)
            else:
                raise ValueError(f"the file has a {kind}, which no redline has")

    def _inlines(self, inlines) -> str:
        text = ""
        for inline in inlines:
            kind, content = inline["t"], inline.get("c")
            if kind == "Str":
                text += content
            elif kind in ("Space", "SoftBreak", "LineBreak"):
                text += " "
            elif kind in ("Emph", "Strong", "Underline", "SmallCaps"):
                text += self._inlines(content)
            elif kind in ("Span", "Quoted"):
                text += self._inlines(content[1])
            else:
                raise ValueError(f"the file has a {kind}, which no redline has")
        return text


class LibreOffice:
    """Reads through one soffice, driven by UNO, with a profile of its own."""

    name = "LibreOffice"

    def __init__(self, folder: pathlib.Path):
        soffice = shutil.which("soffice")
        if soffice is None:
            raise FileNotFoundError("soffice")
        pipe = f"travaux-{os.getpid()}"
        command = [soffice, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
                   f"-env:UserInstallation={(folder / 'profile').as_uri()}", f"--accept=pipe,name={pipe};urp;"]
        self._log = open(folder / "soffice.log", "wb")
        self._process = subprocess.Popen(command, stdout=self._log, stderr=self._log, cwd=folder, start_new_session=True)
        self._context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        services = self._context.ServiceManager
        self._desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", self._context)
        self._dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self._context)

    def _connect(self, address: str):
        import uno  # pylint: disable=import-outside-toplevel

        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(450):
            if self._process.poll() is not None:
                break
            try:
                return resolver.resolve(address)
            except Exception:  # pylint: disable=broad-except  # UNO's own, made at run time
                time.sleep(0.1)
        self.close()
        raise RuntimeError("soffice does not answer")

    def read(self, path: pathlib.Path, accept: bool) -> list[str]:
        from com.sun.star.beans import PropertyValue  # pylint: disable=import-error,import-outside-toplevel

        hidden = PropertyValue("Hidden", 0, True, 0)
        document = self._desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
        if document is None:
            raise RuntimeError(f"LibreOffice cannot load {path.name}")
        frame = document.CurrentController.Frame
        changes = "Accept" if accept else "Reject"
        self._dispatcher.executeDispatch(frame, f".uno:{changes}AllTrackedChanges", "", 0, ())
        left = document.Redlines.createEnumeration().hasMoreElements()
        lines = document.Text.String.replace("\r", "").split("\n")
        document.close(True)
        if left:
            raise RuntimeError(f"{path.name} has changes that LibreOffice does not {changes.lower()}")
        return paragraphs(lines)

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
