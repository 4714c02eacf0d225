"""Tokens: what stands in a text above an audience, so that the text can be told again wherever it turns up.

Every text of words has one of letters. A plain value has one in the form that its field asks for: an id, a name, an
address of e-mail, a telephone number, the digests of a translation. There is none in what is drawn from few values, or
counted: dates, times, zones and months, numbers, truths, words of a list, tags of languages, voices, and names of types
and orders. `8 June` and `fr` stand in papers for good reasons, so that nobody could say of one found there that it was a
leak; of these the twins tell, whose papers would differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random  # noqa: TID251 - seeded: the same seed gives the same tokens
from typing import Final

from tests.support.values import PREFIX

LETTERS: Final = re.compile(rf"{PREFIX}[a-z0-9]{{8}}".encode(), re.IGNORECASE)
DIGITS: Final = "9981726354"
"""How a telephone number begins that nobody has: long enough to stand by chance in no file."""
DIGEST: Final = "5ca1ab1e b0a710ad"
"""How the digests of a translation begin."""
_BETWEEN: Final = rb"[\s().,/\xa0\xad\xc2\xe2\x80-\x95\xaf-]{0,4}"
"""What may stand between the digits of a number as it is printed, also spaces and hyphens that do not break."""
NUMBER: Final = re.compile(_BETWEEN.join(f"{digit}".encode() for digit in DIGITS) + rb"(?:" + _BETWEEN + rb"\d){5}")
HASH: Final = re.compile(DIGEST.replace(" ", r"\s?").encode() + rb"\s?[0-9a-f]{8}")


def words(random: Random) -> str:
    """A token of letters."""
    return PREFIX + "".join(random.choice("bcdfghjklmnpqrstvwz234567") for _ in range(12))


def _mail(random: Random, drawn: str) -> str:
    return f"{words(random)}@{drawn.partition('@')[2]}"


def _phone(random: Random, drawn: str) -> str:
    return f"+{DIGITS[:2]} {DIGITS[2:5]} {DIGITS[5:]} {random.randrange(10**5):05}"


def _hash(random: Random, drawn: str) -> str:
    return f"{DIGEST} {random.randrange(2**32):08x}"


def _alone(random: Random, drawn: str) -> str:
    return words(random)


def _in_front(random: Random, drawn: str) -> str:
    return f"{words(random)} {drawn}"


PLAIN: Final[dict[str, Callable[[Random, str], str]]] = {
    "email": _mail,
    "phone": _phone,
    "hash": _hash,
    **dict.fromkeys(("id", "item", "office", "variants"), _alone),
    **dict.fromkeys(("number", "file_plan", "series_number", "identifiers", "retention"), _in_front),
    **dict.fromkeys(("moment", "readers", "refused"), _in_front),
}
"""How a plain value of a field is given a token, from the value that was drawn for it."""
WITHOUT: Final = frozenset(
    {
        *("start", "end", "time", "zone", "when", "deadline", "started"),
        *("languages", "language", "of", "unreviewed", "interpretation", "bilingual"),
        *("order", "party_order", "paper", "papers", "voices", "scheme", "designations", "website"),
    }
)
"""Fields of plain text that cannot hold one: times, languages, and names of what a workspace has."""


def tokens_in(data: bytes) -> set[str]:
    """Tokens that stand in some bytes, as they were given out: small letters, digits in one run."""
    found = {match.decode().lower() for match in LETTERS.findall(data)}
    for pattern in (NUMBER, HASH):
        found.update(re.sub(rb"[^0-9a-f]", b"", match).decode() for match in pattern.findall(data))
    return found
