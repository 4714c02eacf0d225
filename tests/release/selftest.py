"""The scanner tried out: a canary planted in every channel, and what found it. `python -m tests.release.selftest`."""

from __future__ import annotations

import sys

from reporting.release.opening.channels import CHANNELS
from reporting.release.scanner.scan import scan
from tests.release import other_ways, pdf_ways, picture_ways, word_ways
from tests.release.samples import Way, needles

WAYS: tuple[Way, ...] = (*pdf_ways.WAYS, *word_ways.WAYS, *other_ways.WAYS, *picture_ways.WAYS)


def channels_that_find(way: Way) -> tuple[str, ...]:
    """The channels through which the words are found that are planted in this way."""
    scanned = scan({way.file: way.make(way.words)}, needles())
    return tuple(channel for leak in scanned.leaks if leak.needle.kind == "words" for channel in leak.channels)


def main() -> int:
    """Prints a line for each way; ends with 1 where one of them is not found."""
    missed = 0
    for way in WAYS:
        found = way.channel in channels_that_find(way)
        missed += not found
        print(f"{way.channel:24} {'found ' if found else 'MISSED'}  {way.file.rpartition('.')[2]}: {way.what}")
    covered = {way.channel for way in WAYS}
    print(f"{len(WAYS)} ways, {len(covered)} of {len(CHANNELS)} channels, {missed} missed")
    return 1 if missed or covered != set(CHANNELS) else 0


if __name__ == "__main__":
    sys.exit(main())
