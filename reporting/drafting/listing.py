"""Which document types print the texts of a record, and how each orders parties: what the check of lists asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reporting.checks.scene import Printed, Printing
from reporting.drafting.types import DocumentType

OF_THEIR_OWN: Final[tuple[str, ...]] = ("statement", "briefing")
"""Records with texts of their own; every other paper prints those of the round."""


def printing_of(types: Mapping[str, DocumentType]) -> Printing:
    """For each record with texts, the types that print them, by their `parts`."""
    by_record: dict[str, list[Printed]] = {name: [] for name in ("round", *OF_THEIR_OWN)}
    for name, kind in sorted(types.items()):
        for record in [each for each in OF_THEIR_OWN if each in kind.parts] or ["round"]:
            by_record[record].append(Printed(name, kind.party_order))
    return {record: tuple(printed) for record, printed in by_record.items()}
