"""The engine of one process: fonts set, WeasyPrint loaded, caches shared by all papers.

A font configuration for each paper would leak a fifth of a megabyte a paper, and parsing the same style sheet
again costs as much as a short page. WeasyPrint is not safe with threads: one engine a process, one paper at a time.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reporting.document.theme import Theme
from reporting.problems import EnvironmentFailed, Problem
from reporting.writers.fonts import font_key, use_fonts

SUPPORTED = ("70.0", "0.13.0")
"""Versions of WeasyPrint and pydyf whose insides the short cuts know, by heart and by test."""

MOST_SHEETS, MOST_IMAGES = 32, 256


@dataclass(frozen=True, slots=True)
class Sheet:
    """A parsed style sheet, with what was found in it: every paper that wears it hears of that."""

    css: Any
    counters: Mapping[str, Any]
    """Its `@counter-style` rules, which WeasyPrint wants apart."""
    problems: tuple[Problem, ...]


@dataclass
class Engine:
    """What papers of one process share."""

    fonts: Path
    font_config: Any
    is_faster: bool
    """Whether the short cuts are on."""
    images: dict[str, Any] = field(default_factory=dict)
    _sheets: dict[str, Sheet] = field(default_factory=dict)

    def sheet(self, css: str, parse: Callable[[str], Sheet]) -> Sheet:
        """The style sheet, parsed the first time it is seen."""
        found = self._sheets.get(css)
        if found is None:
            if len(self._sheets) >= MOST_SHEETS:
                self._sheets.clear()
            found = self._sheets[css] = parse(css)
        return found

    def image_cache(self) -> dict[str, Any]:
        """Decoded pictures by their hash; what could not be read is tried, and told, again."""
        if len(self.images) > MOST_IMAGES:
            self.images.clear()
        for address in [address for address, image in self.images.items() if image is None]:
            del self.images[address]
        return self.images


_running: list[Engine] = []
"""The one engine of the process, once it is started."""


def start_engine(theme: Theme, cache: Path, *, faster: bool = True) -> Engine:
    """Loads WeasyPrint with the theme's fonts as the only ones; once a process, more calls cost nothing.

    Args:
        theme: gives the fonts.
        cache: folder for fonts and tables made once; shared by processes.
        faster: take the short cuts where the versions are the known ones.

    Raises:
        EnvironmentFailed: Pango or HarfBuzz-Subset is missing [W001, W002], a font package is missing [W003], or the
            cache cannot be written [W004].
        RuntimeError: the engine runs already with other fonts.
    """
    if not _running:
        _running.append(_started(theme, cache, faster=faster))
    elif _running[0].fonts.name != font_key(theme):
        raise RuntimeError("the engine of this process was started with other fonts")
    return _running[0]


def engine() -> Engine:
    """The running engine.

    Raises:
        RuntimeError: `start_engine` was not called.
    """
    if not _running:
        raise RuntimeError("call start_engine() before the first paper is written")
    return _running[0]


def _started(theme: Theme, cache: Path, *, faster: bool) -> Engine:
    if "weasyprint" in sys.modules and not os.environ.get("FONTCONFIG_FILE", "").startswith(str(cache.resolve())):
        raise RuntimeError("WeasyPrint was imported before its fonts were chosen; call start_engine() first")
    fonts = use_fonts(theme, cache)
    _load(cache, faster=faster)
    import pydyf
    import weasyprint
    from weasyprint.text.ffi import harfbuzz_subset
    from weasyprint.text.fonts import FontConfiguration

    if not harfbuzz_subset:
        raise EnvironmentFailed(NO_SUBSETTER)
    faster = faster and (weasyprint.__version__, pydyf.__version__) == SUPPORTED
    if faster:
        from reporting.writers.pdf.faster.install import install

        install()
    return Engine(fonts, FontConfiguration(), faster)


def _load(cache: Path, *, faster: bool) -> None:
    """Imports WeasyPrint, which looks for its libraries at once.

    Raises:
        EnvironmentFailed: Pango is missing [W001].
    """
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            # Missing libraries are told as problems of our own, not by a warning or a page of print.
            warnings.simplefilter("ignore")
            if faster:
                from reporting.writers.pdf.faster.imports import import_weasyprint

                import_weasyprint(cache)
            else:
                import weasyprint  # noqa: F401  (looks for Pango)
    except OSError as error:
        raise EnvironmentFailed(NO_PANGO) from error


NO_PANGO = Problem(
    "W001",
    "Pango, which shapes the text of PDF papers, is not installed on this machine",
    hint="Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
)
NO_SUBSETTER = Problem(
    "W002",
    "HarfBuzz-Subset, which takes the used characters out of fonts, is not installed on this machine",
    hint="Debian and Ubuntu: apt-get install libharfbuzz-subset0",
)
