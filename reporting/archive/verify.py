#!/usr/bin/env python3
"""Checks an archived package: every file is there, none is there besides, and each is what it was when it was closed.

    python3 verify.py [PACKAGE] [--seal SHA256]

Needs Python 3.9 or newer and nothing else: no network, no other file. PACKAGE is a folder, left out the one that this
file lies in: a BagIt bag (RFC 8493) or an E-ARK information package (METS). The seal is the SHA-256 that the archive's
catalogue keeps of the package; without it a package that somebody changed and closed anew cannot be told from the first.

Prints one line for each difference and ends with 5, or says that all is as it was and ends with 0. Whoever can change a
package can change this file as well: against that helps a copy of it from elsewhere, such as from the program.
"""

import sys

if __name__ == "__main__" and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    # Python looks beside this file first, where somebody may have put a hashlib.py of his own.
    del sys.path[0]

import argparse
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, unquote_to_bytes
from xml.etree import ElementTree

ALGORITHMS = ("sha256", "sha512")
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
BAG, METS = "bagit.txt", "METS.xml"
SEALED_BY = {BAG: "tagmanifest-sha512.txt", METS: METS}
"""For each kind of package, known by the first file: the file whose SHA-256 seals the whole."""
LINE = re.compile(rb"([0-9a-f]+)  ([^\r\n]+)\n")
M, XLINK = "{http://www.loc.gov/METS/}", "{http://www.w3.org/1999/xlink}"
NOT_AS_IT_WAS = 5


class Found(NamedTuple):
    """A file as it lies there."""

    size: int
    sha256: str
    sha512: str


class Difference(NamedTuple):
    """Something that is not as it was."""

    path: str
    """The file inside of the package; empty for the package itself."""
    what: str
    """A clause that goes on from the path, such as "is missing"."""


def differences(package: Path, seal: "str | None" = None) -> list[Difference]:
    """Everything in which a package differs from what was closed, in order of path; nothing where it is whole.

    Args:
        package: its folder.
        seal: the SHA-256 that the catalogue keeps of it.
    """
    kind = kind_of(package)
    if kind is None:
        return [Difference("", f"is no package: it has neither {BAG} nor {METS}")]
    odd: list[Difference] = []
    files = dict(_files(package, odd))
    found = [*odd, *_CHECKS[kind](package, files), *_sealed(files, SEALED_BY[kind], seal)]
    return sorted(set(found))


def kind_of(package: Path) -> "str | None":
    """The file that tells what kind of package a folder is; None where it is none."""
    return next((name for name in SEALED_BY if (package / name).is_file()), None)


def seal_of(package: Path) -> str:
    """The SHA-256 that seals a package.

    Raises:
        OSError: it is no package, or its manifest is missing.
    """
    kind = kind_of(package)
    if kind is None:
        raise FileNotFoundError(f"{package} is no package")
    return _hashed(package / SEALED_BY[kind]).sha256


def _sealed(files: dict[str, Found], sealing: str, seal: "str | None") -> Iterator[Difference]:
    if seal is not None and sealing in files and files[sealing].sha256 != seal:
        yield Difference(sealing, f"is not the one in the catalogue: SHA-256 {files[sealing].sha256}, not {seal}")


def _files(package: Path, odd: list[Difference]) -> Iterator[tuple[str, Found]]:
    """Every plain file by its path; whatever else lies there, and what cannot be read, goes to `odd`."""
    waiting = [package]
    while waiting:
        path = waiting.pop()
        below = path.relative_to(package).as_posix()
        try:
            mode = path.stat().st_mode if path == package else path.lstat().st_mode
            if stat.S_ISREG(mode):
                yield below, _hashed(path)
            elif not stat.S_ISDIR(mode):
                odd.append(Difference(below, "is a link" if stat.S_ISLNK(mode) else "is no plain file"))
            elif inside := list(path.iterdir()):
                waiting += inside
            else:
                odd.append(Difference(below, "is an empty folder"))
        except OSError as error:
            odd.append(Difference(below, f"cannot be read: {error.strerror}"))


def _hashed(path: Path) -> Found:
    one, two, size = hashlib.sha256(), hashlib.sha512(), 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            one.update(block)
            two.update(block)
            size += len(block)
    return Found(size, one.hexdigest(), two.hexdigest())


# BagIt


def _bag(package: Path, files: dict[str, Found]) -> Iterator[Difference]:
    """Stricter than RFC 8493: both algorithms, every file listed, nothing to be fetched, manifests byte by byte."""
    manifests = [f"{prefix}manifest-{name}.txt" for prefix in ("", "tag") for name in ALGORITHMS]
    payload = [path for path in files if path.startswith("data/")]
    tags = [path for path in files if not path.startswith("data/") and path not in manifests[len(ALGORITHMS) :]]
    for path in ("bag-info.txt", *manifests):
        if path not in files:
            yield Difference(path, "is missing")
    for path in files:
        is_manifest = "/" not in path and "manifest-" in path
        if path == "fetch.txt" or (is_manifest and path not in manifests):
            yield Difference(path, "was added: a closed bag has no such file")
    if (package / BAG).read_bytes() != DECLARATION:
        yield Difference(BAG, "was changed")
    yield from _listed(package, files, "manifest", payload)
    yield from _listed(package, files, "tagmanifest", tags)
    yield from _oxum(package, files, payload)


def _listed(package: Path, files: dict[str, Found], stem: str, there: list[str]) -> Iterator[Difference]:
    """Whether both manifests list just these files with their hashes, each on its line, in order."""
    off = []
    for algorithm in ALGORITHMS:
        hashes = {path: getattr(files[path], algorithm) for path in sorted(there)}
        manifest = f"{stem}-{algorithm}.txt"
        lines = (value.encode() + b"  " + in_manifest(path) + b"\n" for path, value in hashes.items())
        if manifest in files and (package / manifest).read_bytes() != b"".join(lines):
            off.append((manifest, hashes))
    if len(off) == 1 and all(f"{stem}-{algorithm}.txt" in files for algorithm in ALGORITHMS):
        yield Difference(off[0][0], "was changed: the files are as the other manifest lists them")
        return
    seen: set[tuple[str, str]] = set()
    for manifest, hashes in reversed(off):
        lines_now = LINE.findall((package / manifest).read_bytes())
        listed = {os.fsdecode(unquote_to_bytes(path)): value.decode() for value, path in lines_now}
        for each in _compared(listed, hashes, manifest):
            # What both manifests say of a file is told once, with the longer hash.
            kind = (each.path, each.what.partition(":")[0])
            if kind not in seen:
                yield each
            seen.add(kind)
        if listed == hashes:
            yield Difference(manifest, "was changed")


def in_manifest(path: str) -> bytes:
    """A path as manifests have it: per cent signs and line ends as %XX (RFC 8493, 2.1.3)."""
    return os.fsencode(path).replace(b"%", b"%25").replace(b"\n", b"%0A").replace(b"\r", b"%0D")


def _compared(listed: dict[str, str], there: dict[str, str], manifest: str) -> Iterator[Difference]:
    for path in sorted(listed.keys() - there.keys()):
        yield Difference(path, f"is missing: {manifest} lists it")
    for path in sorted(there.keys() - listed.keys()):
        yield Difference(path, f"was added: {manifest} does not list it")
    for path in sorted(there.keys() & listed.keys()):
        if there[path] != listed[path]:
            yield Difference(path, f"was changed: {manifest} has {listed[path][:16]}…, the file {there[path][:16]}…")


def _oxum(package: Path, files: dict[str, Found], payload: list[str]) -> Iterator[Difference]:
    if "bag-info.txt" in files:
        said = re.findall(rb"^Payload-Oxum: (.*)$", (package / "bag-info.txt").read_bytes(), re.MULTILINE)
        is_now = f"{sum(files[path].size for path in payload)}.{len(payload)}"
        if said != [is_now.encode()]:
            yield Difference("bag-info.txt", f"does not have the bytes and files that there are: Payload-Oxum {is_now}")


# E-ARK: one METS.xml lists every file with size and SHA-512.


def _mets(package: Path, files: dict[str, Found]) -> Iterator[Difference]:
    try:
        root = ElementTree.fromstring((package / METS).read_bytes())  # noqa: S314 - expat itself stops bombs since 2.4.1
    except ElementTree.ParseError as error:
        yield Difference(METS, f"cannot be read: {error}")
        return
    listed: dict[str, str] = {}
    for element in root.iter():
        for locator in [element] if element.tag == f"{M}mdRef" else element.findall(f"{M}FLocat"):
            path = unquote(locator.get(f"{XLINK}href", ""))
            if path in listed or element.get("CHECKSUMTYPE") != "SHA-512":
                yield Difference(path, f"is listed twice in {METS}, or without SHA-512")
            listed[path] = element.get("CHECKSUM", "")
            if path in files and element.get("SIZE") != str(files[path].size):
                yield Difference(path, f"has {files[path].size} bytes, and {METS} says {element.get('SIZE')}")
    yield from _compared(listed, {path: each.sha512 for path, each in files.items() if path != METS}, METS)


_CHECKS: dict[str, Callable[[Path, dict[str, Found]], Iterator[Difference]]] = {BAG: _bag, METS: _mets}


def main(arguments: "list[str] | None" = None) -> int:
    """The command line; gives the exit code."""
    parser = argparse.ArgumentParser(description="Check an archived package.")
    here = _around(Path(__file__).resolve().parent)
    parser.add_argument(
        "package", nargs="?", type=Path, default=here, help="its folder; left out, the one around this file"
    )
    parser.add_argument("--seal", help="the SHA-256 that the catalogue keeps of it")
    given = parser.parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    found = differences(given.package, None if given.seal is None else given.seal.lower())
    for each in found:
        print(f"{shown(each.path) or given.package}: {shown(each.what)}")
    if found:
        return NOT_AS_IT_WAS
    print(f"as it was closed; seal {seal_of(given.package)}")
    if given.seal is None:
        print("compare the seal with the catalogue's: a package closed anew after a change has another one")
    return 0


def shown(text: str) -> str:
    """A text whose letters are all to be seen: a name with line ends or colours cannot pass for a message."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def _around(folder: Path) -> Path:
    """The package that this file belongs to: in an E-ARK package it lies among the documentation."""
    return folder.parent if folder.name == "documentation" else folder


if __name__ == "__main__":
    sys.exit(main())
