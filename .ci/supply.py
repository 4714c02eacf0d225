"""What a wheel brings along: which packages, under which licences, with which hashes.

Usage: supply.py licences [--check]   writes requirements/licences.md, or ends with 1 where it is not current
       supply.py sbom FILE            writes a bill of materials (CycloneDX 1.6) of the locked packages

Ends with 1 if a package carries a licence that is not on the list, or none.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCK, PAGE = ROOT / "requirements" / "run.txt", ROOT / "requirements" / "licences.md"
ENTRY = re.compile(r"^([a-z0-9-]+)==(\S+)(.*?)(?=^[a-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ALLOWED = frozenset(
    ("MIT", "MIT-0", "MIT-CMU", "BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "MPL-2.0", "OFL-1.1")
) | {"LGPL-2.1-or-later"}
"""None of these asks that the papers, the records or this program be given away."""
SPELT = {
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
CHOSEN = {
    "pyphen": ("LGPL-2.1-or-later", "GPL 2+, LGPL 2.1+ or MPL 1.1, at one's choice"),
    "packaging": ("Apache-2.0", "Apache 2.0 or BSD, at one's choice"),
    "resvg-py": ("MIT", "as in its licence file; its metadata says none"),
}
"""Packages with several licences or with none in their metadata, and what was looked up for them."""


@dataclass(frozen=True, slots=True)
class Package:
    """A locked package."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str
    is_runtime: bool
    """Whether papers are made with it; the others only install it."""


def packages() -> list[Package]:
    """Every package of the lock that is installed on this machine, by name."""
    runtime = closure()
    return [
        Package(name, version, tuple(HASH.findall(rest)), licence_of(name), name in runtime)
        for name, version, rest in ENTRY.findall(LOCK.read_text("utf-8"))
        if is_here(name)
    ]


def is_here(name: str) -> bool:
    """Whether the package belongs to this interpreter; the lock names those of others, too."""
    return any(True for _ in metadata.distributions(name=name))


def closure() -> set[str]:
    """Names of the packages that papers are made with: what the project asks for, and what that asks for."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    waiting, found = [Requirement(line) for line in asked], set()
    while waiting:
        each = waiting.pop()
        name = re.sub(r"[._-]+", "-", each.name).lower()
        key = name, tuple(sorted(each.extras))
        if key not in found:
            found.add(key)
            waiting += _asked_by(each)
    return {name for name, _ in found}


def _asked_by(wanted: Requirement) -> Iterator[Requirement]:
    for line in metadata.requires(wanted.name) or ():
        each = Requirement(line)
        contexts = [{"extra": extra} for extra in ("", *wanted.extras)]
        if each.marker is None or any(each.marker.evaluate(context) for context in contexts):
            yield each


def licence_of(name: str) -> str:
    """The licence by its SPDX name; `?` where none is known."""
    if name in CHOSEN:
        return CHOSEN[name][0]
    about = metadata.metadata(name)
    classifiers = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("Lic")]
    said = about.get("License-Expression") or about.get("License") or next(iter(classifiers), "?")
    return SPELT.get(said, said)


def page() -> str:
    """The list of licences as Markdown."""
    runtime, tools = ([each for each in packages() if each.is_runtime is wanted] for wanted in (True, False))
    fonts = sum(each.name.startswith("fontpkg") for each in runtime)
    rows = [
        "# Licences of what is installed",
        "",
        "Made by `make licences` from `requirements/run.txt`; `.ci/run` checks that it is current.",
        "",
        f"Papers are made with {len(runtime)} packages, {fonts} of them fonts and what finds them.",
        "",
        *_table(runtime),
        "",
        f"These {len(tools)} build and install the package, and are not needed afterwards.",
        "",
        *_table(tools),
        "",
        "Pango, HarfBuzz, fontconfig and GLib come from the system; their licences are LGPL-2.1 and MIT.",
    ]
    return "\n".join(rows) + "\n"


def _table(rows: list[Package]) -> Iterator[str]:
    yield "| package | version | licence |"
    yield "|---|---|---|"
    for each in rows:
        note = f" ({CHOSEN[each.name][1]})" if each.name in CHOSEN else ""
        yield f"| {each.name} | {each.version} | {each.licence}{note} |"


def unknown() -> list[str]:
    """What stands in the way of giving the package out."""
    return [f"{each.name}: {each.licence}" for each in packages() if each.licence not in ALLOWED]


def bill() -> dict[str, object]:
    """The bill of materials; the same lock gives the same bytes."""
    rows = [_component(each) for each in packages() if each.is_runtime]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    purl = f"pkg:pypi/{project['name']}@{project['version']}"
    own = {"type": "application", "bom-ref": purl, "name": project["name"], "version": project["version"], "purl": purl}
    told = hashlib.sha256(json.dumps([own, rows], sort_keys=True).encode()).hexdigest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{purl}#{told}')}",
        "version": 1,
        "metadata": {"component": {**own, "licenses": [{"license": {"id": project["license"]}}]}},
        "components": rows,
        "dependencies": [{"ref": purl, "dependsOn": [each["bom-ref"] for each in rows]}],
    }


def _component(package: Package) -> dict[str, object]:
    purl = f"pkg:pypi/{package.name}@{package.version}"
    # `BSD` is no SPDX id: three of them are called so, and the metadata does not say which.
    licence = {"name": package.licence} if package.licence == "BSD" else {"id": package.licence}
    files = [
        {"type": "distribution", "url": f"https://pypi.org/project/{package.name}/{package.version}/", "hashes": hashes}
        for hashes in ([{"alg": "SHA-256", "content": each}] for each in package.hashes)
    ]
    return {
        "type": "library",
        "bom-ref": purl,
        "name": package.name,
        "version": package.version,
        "purl": purl,
        "licenses": [{"license": licence}],
        "externalReferences": files,
    }


def main(arguments: list[str]) -> int:
    match arguments:
        case ["licences"]:
            PAGE.write_text(page(), "utf-8")
        case ["licences", "--check"]:
            if PAGE.read_text("utf-8") != page():
                print("requirements/licences.md is not current; run `make licences`")
                return 1
        case ["sbom", file]:
            Path(file).write_text(json.dumps(bill(), separators=(",", ":")) + "\n", "utf-8")
        case _:
            print(__doc__)
            return 2
    found = unknown()
    print("\n".join(f"not on the list of licences: {each}" for each in found) or "licences: all on the list")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
