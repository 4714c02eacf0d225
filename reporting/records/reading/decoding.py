"""Bytes of a file become text, or a problem that says what the file was saved as."""

from __future__ import annotations

from typing import Final

from reporting.problems import Failed, Place, Problem
from reporting.records.reading.syntax import mark_at

MAX_BYTES: Final = 4 * 1024 * 1024


def decoded(data: bytes, file: str) -> str:
    """The text of a file.

    Raises:
        Failed: the file is too large, or not UTF-8.
    """
    if len(data) > MAX_BYTES:
        sentence = f"the file holds {len(data):,} bytes; a record may hold {MAX_BYTES:,}"
        raise Failed(Problem("Y001", sentence, Place(file), hint="split it into one file for each subject"))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        hint = "in the editor choose “Save as” and the encoding UTF-8 (not UTF-16, not “Unicode”)"
        raise Failed(Problem("Y002", "the file is saved as UTF-16", Place(file, 1, 1), hint=hint))
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise Failed(_not_utf8(error, file)) from None


def _not_utf8(error: UnicodeDecodeError, file: str) -> Problem:
    before = error.object[: error.start].decode("utf-8")
    sentence = f"the byte 0x{error.object[error.start]:02X} is not UTF-8"
    hint = "in the editor choose “Save as” and the encoding UTF-8, then look at this letter again"
    return Problem("Y002", sentence, Place(file, *mark_at(before, len(before))), hint=hint)
