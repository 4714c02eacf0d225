"""What the scanner found, as refusals: each at the place in the record, and never with the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level
from reporting.release.opening.channels import CHANNELS
from reporting.release.scanner.folding import folded
from reporting.release.scanner.leaves import Leaf
from reporting.release.scanner.needles import PASTED, phrases_of
from reporting.release.scanner.scan import Leak, Scanned
from reporting.release.scanner.search import Phrases

READERS = {Level.PARTNERS: "for the partners", Level.INTERNAL: "internal", Level.RESTRICTED: "restricted"}
CODES = {"words": "L009", "marking": "L010", "path": "L011", "user": "L011", "host": "L011"}
_NAMED = 3
"""Channels that a sentence names; the others are counted."""


def refusals(scanned: Scanned, folder: str, round_file: Place) -> Iterator[Problem]:
    """A problem for each thing found in each file, and for each part that could not be opened."""
    for leak in scanned.leaks:
        yield _refusal(leak, folder, round_file)
    for file, closed in scanned.closed:
        where = closed.where or "a part of it"
        sentence = f"{file} holds something that cannot be looked into: {where} {closed.reason}"
        yield Problem("L012", sentence, round_file, "take it out of the paper", also=(Place(f"{folder}/{file}"),))


def _refusal(leak: Leak, folder: str, round_file: Place) -> Problem:
    readers = READERS.get(leak.needle.level or Level.PUBLIC, "")
    what = {
        "words": f"words that are {readers} stand in {leak.file}",
        "marking": f"{leak.file} carries a marking of what is {readers}",
        "path": f"{leak.file} tells of a folder of this machine",
        "user": f"{leak.file} tells the name of the user",
        "host": f"{leak.file} tells the name of this machine",
    }[leak.needle.kind]
    hint = "find out how it got there: a field that is too low, a template, or words pasted into a public field"
    also = (Place(f"{folder}/{leak.file}"),)
    return Problem(CODES[leak.needle.kind], f"{what} ({told(leak)})", leak.needle.place or round_file, hint, also=also)


def told(leak: Leak) -> str:
    """The channels of a leak in words: `the words of a page, page 1; and 2 more ways`."""
    named = [CHANNELS[each] for each in leak.channels if each != "bytes"] or [CHANNELS["bytes"]]
    where = f", {leak.where}" if leak.where else ""
    more = len(named) - _NAMED
    ways = f"; and {more} more way{'' if more == 1 else 's'}" if more > 0 else ""
    return f"{', '.join(named[:_NAMED])}{where}{ways}"


def pasted(secret: Sequence[Leaf], open_: Iterable[Leaf]) -> Iterator[Problem]:
    """Public texts that share eight words or more with one above the readers.

    A warning, since mostly the one above quotes the public one; a refusal where the public text holds the whole of a
    restricted one.
    """
    phrases = Phrases(phrases_of(secret, run=PASTED))
    seen: set[tuple[Place, Place]] = set()
    for leaf in open_:
        words = folded(leaf.words)
        for number in sorted({number for _, number in phrases.found(words)}):
            pair = (leaf.place, secret[number].place)
            if pair not in seen:
                seen.add(pair)
                yield _pasted(pair, secret[number], words)


def _pasted(pair: tuple[Place, Place], above: Leaf, words: str) -> Problem:
    if above.level is Level.RESTRICTED and folded(above.words) in words:
        sentence = "the text holds the whole of one that is restricted"
        hint = "take it out here; or, if everybody may read it, lower its `audience` there and say why"
        return Problem("L014", sentence, pair[0], hint, also=(pair[1],))
    sentence = f"the text shares {PASTED} words or more with one that is {READERS[above.level]}"
    hint = "make sure that the words came from here and went there, not the other way"
    return Problem("L014", sentence, pair[0], hint, Severity.WARNING, also=(pair[1],))
