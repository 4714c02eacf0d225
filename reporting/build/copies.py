"""Numbered copies of restricted papers, which lie beside the paper that they are copies of.

A copy is known by its name (`briefing-pack.en.copy-03.pdf`) and is current while the paper's PDF is: nobody should be
handed number 3 of a text that has changed since.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reporting.records.levels import Level

if TYPE_CHECKING:
    # The command line takes names from here before anything heavy is loaded.
    from reporting.build.output.state import Output
    from reporting.build.planning.plan import Paper

MOST = 999
NAME = re.compile(r"copy-\d{2,}\.pdf")
_OF = " of "


def copies_of(paper: Paper, wanted: int) -> int:
    """How many copies of a paper are made where so many are wanted: restricted papers are numbered, others are not."""
    return wanted if paper.audience is Level.RESTRICTED and "pdf" in paper.formats else 0


def copy_names(total: int) -> tuple[str, ...]:
    """What follows the paper's name in those of its copies, in order.

    >>> copy_names(2)
    ('copy-01.pdf', 'copy-02.pdf')
    """
    width = max(2, len(str(total)))
    return tuple(f"copy-{number:0{width}}.pdf" for number in range(1, total + 1))


def format_of(name: str) -> str:
    """The format that a file of a paper belongs to: a copy lives and dies with the PDF."""
    return "pdf" if NAME.fullmatch(name) else name


def copies_made_of(pdf: str, total: int) -> dict[str, str]:
    """What each copy is made of, by name, where the PDF is made of `pdf`."""
    return dict.fromkeys(copy_names(total), f"{pdf}{_OF}{total}")


def outdated(outputs: Mapping[str, Output], wanted: Mapping[str, str]) -> tuple[str, ...]:
    """Copies among the files of a paper that are of an earlier PDF, or of a set other than the one now wanted."""
    copies = {name: each.made_of for name, each in outputs.items() if NAME.fullmatch(name)}
    pdf = outputs["pdf"].made_of if "pdf" in outputs else ""
    is_set = any(map(NAME.fullmatch, wanted))
    return tuple(
        name
        for name, made in sorted(copies.items())
        if made.partition(_OF)[0] != pdf or (is_set and name not in wanted)
    )
