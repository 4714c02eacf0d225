"""What papers need of a machine, looked at without loading the layout engine first: one function a finding."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from reporting.build.caches import cache_folder
from reporting.build.fresh.once import OUTPUT
from reporting.build.machine import NATIVE, SUBSET, loaded, native_version, package_version
from reporting.build.workers.fence import NETWORK_SINCE, fence_version

APT = "Debian and Ubuntu: apt-get install"
ROOM = 200 << 20
"""Bytes that should be free where papers and caches go."""
PACKAGES = ("weasyprint", "pydyf", "python-docx", "jinja2", "pydantic", "babel", "lxml", "uharfbuzz")
FONTS = ("fontpkg-source-serif-4", "fontpkg-source-sans-3", "fontpkg-ibm-plex-sans-arabic")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that papers need or can use."""

    what: str
    state: str
    """good, missing (papers need it), or optional (not here, and papers are made without it)."""
    detail: str
    cure: str = ""

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


def findings(root: Path | None) -> Iterator[Finding]:
    """Everything that was looked at, in the order in which papers need it.

    Args:
        root: the workspace, where there is one.
    """
    for look in (
        _python,
        _packages,
        _pango,
        _subset,
        _fonts,
        _cache,
        lambda: _output(root),
        _fence,
        _judge,
        _accreditation,
    ):
        yield look()


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    state = "good" if sys.version_info >= (3, 11) else "missing"
    return Finding("Python", state, version, "install Python 3.11 or newer")


def _packages() -> Finding:
    lacking = [name for name in PACKAGES if not package_version(name)]
    detail = ", ".join(f"{name} {package_version(name)}".strip() for name in (lacking or PACKAGES))
    cure = "install the program again, with its locked requirements"
    return Finding("Python packages", "missing" if lacking else "good", detail, cure)


def _pango() -> Finding:
    versions = {name: native_version(name) for name in NATIVE}
    lacking = [name for name, version in versions.items() if not version]
    detail = ", ".join(f"{name} {version or 'not found'}" for name, version in versions.items())
    cure = f"{APT} libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b. Word, HTML and text do without"
    return Finding("Pango, which lays out PDF", "missing" if lacking else "good", detail, cure)


def _subset() -> Finding:
    is_there = loaded(SUBSET) is not None
    cure = f"{APT} libharfbuzz-subset0 (on older ones it is part of libharfbuzz0b)"
    detail = "found" if is_there else "not found"
    return Finding("HarfBuzz-Subset, which cuts fonts to size", "good" if is_there else "missing", detail, cure)


def _fonts() -> Finding:
    lacking = [name for name in FONTS if not package_version(name)]
    detail = ", ".join(lacking) if lacking else f"{len(FONTS)} families"
    return Finding("Fonts", "missing" if lacking else "good", detail, f"pip install {' '.join(lacking)}")


def _cache() -> Finding:
    folder = cache_folder()
    free = shutil.disk_usage(folder).free
    cure = "free some room, or set XDG_CACHE_HOME to a folder with room"
    detail = f"{folder}, {free >> 20:,} MiB free"
    return Finding("Folder for caches", "good" if free > ROOM else "missing", detail, cure)


def _output(root: Path | None) -> Finding:
    what = "Folder for papers"
    if root is None:
        return Finding(
            what, "optional", "you are in no workspace", "go into one, or make one with `reporting init DIR`"
        )
    folder = root / OUTPUT
    nearest = folder if folder.exists() else root
    if not os.access(nearest, os.W_OK):
        return Finding(what, "missing", f"{nearest} cannot be written", "give yourself the right to write there")
    free = shutil.disk_usage(nearest).free
    detail = f"{folder}, {free >> 20:,} MiB free"
    return Finding(what, "good" if free > ROOM else "missing", detail, "free some room")


def _fence() -> Finding:
    version = fence_version()
    network = "no file but the libraries, no network" if version >= NETWORK_SINCE else "no file but the libraries"
    detail = f"version {version}: a worker reaches {network}" if version else "the kernel does not offer it"
    cure = "Linux 5.13 or newer has it. Papers are made without: workers are held by limits and given one view only"
    return Finding("Landlock, the fence around workers", "good" if version else "optional", detail, cure)


def _accreditation() -> Finding:
    detail = "this program has none, on no machine"
    cure = "Keep what is really classified (EU RESTRICTED, SECRET and above) on systems that are accredited for it"
    return Finding("Accreditation for classified information", "optional", detail, cure)


def _judge() -> Finding:
    found = {name: shutil.which(name) for name in ("java", "verapdf")}
    lacking = [name for name, path in found.items() if path is None]
    detail = ", ".join(f"{name} {path or 'not found'}" for name, path in found.items())
    cure = "only for those who want to judge PDF files by themselves: https://verapdf.org"
    return Finding("veraPDF and Java", "optional" if lacking else "good", detail, cure)
