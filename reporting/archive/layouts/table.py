"""The kinds of packages as a table: how their folder is called, where the payload lies, how they are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files as resources

from reporting.archive.layouts import bag, eark
from reporting.archive.layouts.readme import readme_of
from reporting.archive.package.about import FILE as ABOUT
from reporting.archive.package.about import About, about_to_json
from reporting.archive.package.contents import Contents

Together = Callable[[About, Mapping[str, bytes], Mapping[str, bytes]], dict[str, bytes]]


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of package."""

    payload: str
    """Folder of papers and sources, with a slash at its end."""
    folder: Callable[[About], str]
    """Name of its folder."""
    together: Together
    """Puts payload and tag files together."""

    def path(self, about: About) -> str:
        """Where it lies in the archive."""
        return f"{about.series}/{self.folder(about)}"


LAYOUTS: dict[str, Layout] = {
    "bagit": Layout(bag.PAYLOAD, lambda about: f"v{about.version}", bag.bag_of),
    "eark": Layout(eark.PAYLOAD, eark.folder_of, eark.package_of),
}
"""By the name that `--layout` takes."""


def package_of(contents: Contents) -> dict[str, bytes]:
    """All files of the package by path; the same contents give the same bytes."""
    about = contents.packed
    layout = LAYOUTS[about.layout]
    payload = {**contents.files, ABOUT: about_to_json(about)}
    tags = {
        "README.txt": readme_of(about, layout.payload, payload).encode(),
        "verify.py": (resources("reporting") / "archive" / "verify.py").read_bytes(),
    }
    return layout.together(about, dict(sorted(payload.items())), tags)
