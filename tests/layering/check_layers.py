#!/usr/bin/env python3
"""Fails on an #include that goes up the floors, or that brings a library where it must not be; on two types of one name.

usage: check_layers.py [TREE]     checks TREE/src and TREE/include/travaux (default: the tree this script is in)
       check_layers.py --help
"""

import pathlib
import re
import sys
from typing import Iterator, NamedTuple

# The floors a floor stands on; those below them follow.
STANDS_ON = {
    "text": [],
    "read": ["text"],
    "model": ["text"],
    "parse": ["read", "model"],
    "diff": ["model"],
    "comment": ["parse", "diff"],
    "attribute": ["diff", "comment"],
    "record": ["text"],
    "report": ["attribute"],
    "cli": ["report", "record"],
}

# Where a public header's floor is not its name.
HEADER_FLOOR = {
    "error": "text",
    "references": "model",
    "brackets": "model",
    "bracket_diff": "diff",
    "check": "parse",
    "ledger": "diff",
    "mandates": "diff",
    "trace": "diff",
    "blame": "attribute",
    "table": "attribute",
}

# A library's headers, and the only places under src/ that may include them.
CONTAINED = {
    "libgit2": (re.compile(r"git2(\.h|/.*)$"), ["record/", "diff/sequence.cpp"]),
    "dtl": (re.compile(r"dtl/.*$"), ["diff/sequence.cpp"]),
    "libzip": (re.compile(r"zip(conf)?\.h$"), ["read/", "report/docx_package.cpp"]),
    "libxlsxwriter": (re.compile(r"xlsxwriter(\.h|/.*)$"), ["report/workbook.cpp"]),
    "Pango": (re.compile(r"(cairo|pango).*\.h$"), ["report/pdf_"]),
}

# What no public header may show, by include or by name.
HIDDEN_INCLUDE = re.compile(r"(dtl|fmt|git2|nlohmann|xlsxwriter|zip|cairo|cairo-pdf|pango)(\.h|/.*)$|pugi(xml|config)\.hpp$")
HIDDEN_NAME = re.compile(r"\b(dtl|fmt|nlohmann|pugi)::|\b(git|cairo|pango)_[a-z_]+\b|\bPango[A-Z]\w*")

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


NAMESPACE = re.compile(r"^(?:inline )?namespace ?([\w:]*) \{$")
TYPE = re.compile(r"^(?:struct|class|enum class|enum|union) (\w+)\b(?!::)[^;]*$")


class Include(NamedTuple):
    line: int
    name: str
    quoted: bool


def floors_below(floor: str) -> set[str]:
    """The floor itself and all it may include."""
    below = {floor}
    for name in STANDS_ON[floor]:
        below |= floors_below(name)
    return below


def without_comments(code: str) -> str:
    """The code with its comments blanked, line for line."""
    return COMMENT.sub(lambda found: "\n" * found.group().count("\n"), code)


def includes_of(code: str) -> Iterator[Include]:
    for number, line in enumerate(code.split("\n"), 1):
        found = INCLUDE.match(line)
        if found:
            yield Include(number, found.group(1) or found.group(2), found.group(1) is not None)


def floor_of_header(name: str) -> str:
    stem = pathlib.PurePosixPath(name).stem
    return HEADER_FLOOR.get(stem, stem)


def floor_included(tree: pathlib.Path, file: pathlib.Path, include: Include) -> str | None:
    """The floor an include belongs to; None for what is no part of the project; '?' where it names nothing that is there."""
    if include.name.startswith("travaux/"):
        return floor_of_header(include.name) if (tree / "include" / include.name).is_file() else "?"
    source = tree / "src"
    for candidate in (file.parent / include.name, source / include.name):
        if candidate.is_file():
            path = candidate.resolve()
            if path.is_relative_to(source.resolve()):
                return path.relative_to(source.resolve()).parts[0]
    return "?" if include.quoted else None


def upward(tree: pathlib.Path, file: pathlib.Path, floor: str, code: str) -> Iterator[tuple[int, str]]:
    for include in includes_of(code):
        other = floor_included(tree, file, include)
        if other == "?":
            yield include.line, f'"{include.name}" is in no floor'
        elif other is not None and other not in floors_below(floor):
            yield include.line, f"the floor {floor} does not stand on {other}: {include.name}"


def uncontained(place: str, code: str) -> Iterator[tuple[int, str]]:
    for include in includes_of(code):
        for library, (pattern, allowed) in CONTAINED.items():
            if pattern.match(include.name) and not place.startswith(tuple(allowed)):
                yield include.line, f"{library} is for {' and '.join('src/' + a for a in allowed)} only"


def shown(code: str) -> Iterator[tuple[int, str]]:
    for include in includes_of(code):
        if HIDDEN_INCLUDE.match(include.name):
            yield include.line, f"a public header shows {include.name}"
    for number, line in enumerate(code.split("\n"), 1):
        found = HIDDEN_NAME.search(line)
        if found:
            yield number, f"a public header shows {found.group()}"


def types_of(code: str) -> Iterator[tuple[int, str]]:
    """The types that a file defines, but for those in an unnamed namespace, which are its own. Relies on clang-format's layout:
    nothing within a namespace is indented, and a comment stands behind its end."""
    open_namespaces: list[str] = []
    for number, line in enumerate(code.split("\n"), 1):
        opened, defined = NAMESPACE.match(line), TYPE.match(line)
        if opened:
            open_namespaces.append(opened.group(1))
        elif line.startswith("} ") and not line.strip("} ") and open_namespaces:
            open_namespaces.pop()
        elif defined and "" not in open_namespaces:
            yield number, "::".join([*open_namespaces, defined.group(1)])


def findings_in(tree: pathlib.Path) -> Iterator[str]:
    source, public = tree / "src", tree / "include" / "travaux"
    files = sorted(f for folder in (source, public) for f in folder.rglob("*") if f.suffix in {".h", ".hpp", ".cpp", ".inc"})
    if not files:
        yield f"{tree}: no source at all"
    defined: dict[str, str] = {}
    for file in files:
        code = without_comments(file.read_text(encoding="utf-8"))
        is_public = file.is_relative_to(public)
        place = file.relative_to(public if is_public else source).as_posix()
        floor = floor_of_header(place) if is_public else place.split("/")[0]
        if floor not in STANDS_ON:
            yield f"{file.relative_to(tree)}:1: belongs to no floor"
            continue
        found = [*upward(tree, file, floor, code), *(shown(code) if is_public else uncontained(place, code))]
        for line, name in types_of(code):
            first = defined.setdefault(name, f"{file.relative_to(tree)}:{line}")
            if first != f"{file.relative_to(tree)}:{line}":
                found.append((line, f"{name} is another type at {first}; the linker takes one for the other"))
        for line, message in sorted(found):
            yield f"{file.relative_to(tree)}:{line}: {message}"


def main(arguments: list[str]) -> int:
    if "--help" in arguments or len(arguments) > 1:
        print(__doc__.strip())
        return 0 if "--help" in arguments else 2
    tree = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parents[2]
    findings = list(findings_in(tree))
    print("\n".join(findings) if findings else "every include goes down")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
