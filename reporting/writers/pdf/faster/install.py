"""Which short cuts are taken, in order."""

from __future__ import annotations

from reporting.writers.pdf.faster import percentages, serialise, siblings, styles, text

ALL = (serialise, styles, siblings, percentages, text)


def install() -> None:
    """Takes every short cut; only for the versions of `engine.SUPPORTED`."""
    for short_cut in ALL:
        short_cut.install()
