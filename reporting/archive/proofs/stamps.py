"""Time stamps (RFC 3161) over the head of the catalogue: the query that is carried to an authority, and its answer.

The query is written without any library, since it is a few bytes; the answer is read with the extra `sign`. What is
stamped is the last line of the catalogue, end of line included, so that

    sed -n 12p catalogue.jsonl > line; openssl ts -verify -data line -in stamps/00012.tsr -CAfile authority.pem

checks it without us.
"""

from __future__ import annotations

import asyncio
import datetime
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from reporting.archive.holdings.catalogue import Catalogue, Entry, load_catalogue
from reporting.archive.holdings.store import opened
from reporting.archive.proofs.extra import MISSING, needs_extra, trusting
from reporting.build.output.files import plain_bytes, remove_file, write_files
from reporting.problems import EnvironmentFailed, Failed, Place, Problem, Severity
from reporting.workspace import is_there

QUERY, ANSWER, FOLDER = "head.tsq", "head.tsr", "stamps"
SHA512 = bytes.fromhex("0609608648016503040203")
"""OBJECT IDENTIFIER 2.16.840.1.101.3.4.2.3."""
ALGORITHMS = frozenset({"sha256", "sha384", "sha512"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """An answer, read but not yet judged."""

    signed: Any
    time: datetime.datetime
    algorithm: str
    imprint: bytes

    def line(self, catalogue: Catalogue) -> Entry | None:
        """The line that it stamps."""
        hashes = ((entry, hashlib.new(self.algorithm, entry.raw).digest()) for entry in catalogue.entries)
        return next((entry for entry, digest in hashes if digest == self.imprint), None)


def query_for(line: bytes) -> bytes:
    """The query for a stamp over a line, in DER (RFC 3161, 2.4.1).

    It has no nonce: that would guard against an old answer to the same query, and an older stamp is only better.
    """
    imprint = _der(0x30, _der(0x30, SHA512 + _der(0x05, b"")) + _der(0x04, hashlib.sha512(line).digest()))
    return _der(0x30, _der(0x02, b"\x01") + imprint + _der(0x01, b"\xff"))  # version 1; the certificate is wanted


def _der(tag: int, content: bytes) -> bytes:
    if len(content) > 127:
        raise ValueError("a query is shorter than 128 bytes")
    return bytes([tag, len(content)]) + content


def write_query(root: Path) -> Path:
    """Writes the query for the head of the catalogue, and gives its path.

    Raises:
        Failed: the catalogue is empty [A042].
    """
    with opened(root) as archive:
        if not archive.catalogue.entries:
            raise Failed(Problem("A042", "the catalogue is empty: there is nothing to stamp", Place(str(root))))
        write_files(root, ".", {QUERY: query_for(archive.catalogue.entries[-1].raw)}, shown=f"{root.name}/{QUERY}")
    return root / QUERY


def take_answer(root: Path, answer: Path, authority: Path) -> str:
    """Checks an answer and keeps it with its authority's certificate; gives a sentence on it.

    Raises:
        Failed: it is no stamp over a line of this catalogue, or not of this authority [A043].
        EnvironmentFailed: the extra is missing [A040], or the archive cannot be written.
    """
    data = answer.read_bytes()
    with opened(root) as archive:
        stamp = read_stamp(data, str(answer))
        line = stamp.line(archive.catalogue)
        if line is None:
            raise Failed(Problem("A043", "stamps no line of this catalogue", Place(str(answer))))
        if reason := why_not_trusted(stamp, line.raw, authority):
            raise Failed(Problem("A043", f"is not the word of this authority: {reason}", Place(str(answer))))
        both = {"tsr": data, "pem": authority.read_bytes()}
        name = _free_name(root, line, both)
        kept = {f"{name}.{ending}": content for ending, content in both.items()}
        write_files(root, FOLDER, kept)
        hashes = {f"{FOLDER}/{each}": hashlib.sha256(content).hexdigest() for each, content in kept.items()}
        noted = {"kind": "stamped", "line": line.number, "time": _told(stamp.time), "files": hashes}
        if not any(entry.value.items() >= noted.items() for entry in archive.catalogue.entries):
            archive.append(noted)
        for done in (QUERY, ANSWER):
            if (root / done).exists():
                remove_file(root, done)
    return f"line {line.number} of the catalogue was there at {_told(stamp.time)}; kept as {FOLDER}/{name}.tsr"


def _free_name(root: Path, line: Entry, both: Mapping[str, bytes]) -> str:
    """What a stamp is called, without its ending: the number of its line, and a letter where that has another one."""
    for name in (f"{line.number:05}", *(f"{line.number:05}-{letter}" for letter in ascii_lowercase[1:])):
        there = {ending: root / FOLDER / f"{name}.{ending}" for ending in both}
        if all(not is_there(path) or plain_bytes(path) == both[ending] for ending, path in there.items()):
            return name
    raise Failed(Problem("A043", f"line {line.number} has as many stamps as it can have", Place(str(root / FOLDER))))


def read_stamp(data: bytes, shown: str) -> Stamp:
    """An authority's answer.

    Raises:
        Failed: it is none, or a refusal [A043].
        EnvironmentFailed: the extra is missing [A040].
    """
    with needs_extra():
        from asn1crypto import tsp
    try:
        answer = tsp.TimeStampResp.load(data, strict=True)
        status = answer["status"]["status"].native
        if status not in ("granted", "granted_with_mods"):
            raise Failed(Problem("A043", f"is a refusal of the authority ({status})", Place(shown)))
        signed = answer["time_stamp_token"]["content"]
        info = signed["encap_content_info"]["content"].parsed
        imprint = info["message_imprint"]
        algorithm = imprint["hash_algorithm"]["algorithm"].native
        stamp = Stamp(signed, info["gen_time"].native, algorithm, imprint["hashed_message"].native)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Failed(Problem("A043", "is no answer of a time stamp authority", Place(shown))) from None
    if algorithm not in ALGORITHMS:
        raise Failed(Problem("A043", f"stamps with {algorithm}, which is too weak", Place(shown)))
    return stamp


def why_not_trusted(stamp: Stamp, line: bytes, authority: Path) -> str:
    """Why a stamp does not count, judged as of its own time; empty where it does."""
    with needs_extra():
        from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
        from pyhanko.sign.validation.status import TimestampSignatureStatus
    context = trusting(authority, stamp.time)
    try:
        judging = validate_tst_signed_data(
            stamp.signed, context, lambda algorithm: hashlib.new(algorithm, line).digest()
        )
        status = TimestampSignatureStatus(**asyncio.run(judging))
    except Exception as error:  # noqa: BLE001 - whatever a foreign answer does to the library, it is not trusted
        return f"it cannot be judged ({type(error).__name__})"
    if not (status.intact and status.valid):
        return "its signature does not fit"
    return "" if status.trusted else "its certificate does not lead back to the authority's"


def judged(root: Path, authority: Path | None) -> Iterator[str | Problem]:
    """For each stamp of an archive a sentence, or what is wrong with it.

    Args:
        root: the archive.
        authority: certificate to trust; left out, the one that was kept with the stamp.
    """
    catalogue = load_catalogue(root)
    listed: dict[str, str] = {}
    for entry in catalogue.entries:
        if entry.kind == "stamped":
            # A later line cannot overrule an earlier one; that it tries is a problem of the catalogue.
            files = entry.value.get("files")
            listed = {**files, **listed} if isinstance(files, dict) else listed
    there = {path.relative_to(root).as_posix(): path for path in sorted((root / FOLDER).glob("*"))}
    for name in sorted(there.keys() | listed.keys()):
        place = Place(str(root / name))
        if name not in there:
            yield Problem("A032", "is missing: the catalogue lists it", place)
        elif name not in listed:
            yield Problem("A032", "was added: the catalogue does not list it", place)
        elif there[name].is_symlink() or not there[name].is_file():
            yield Problem("A032", "is no plain file", place)
        elif hashlib.sha256(there[name].read_bytes()).hexdigest() != listed[name]:
            yield Problem("A032", "was changed: the catalogue has another SHA-256 of it", place)
        elif name.endswith(".tsr") and authority is None and plain_bytes(there[name].with_suffix(".pem")) is None:
            yield Problem("A032", "has no certificate beside it that is a plain file", place)
        elif name.endswith(".tsr"):
            told = _judged(there[name], catalogue, authority or there[name].with_suffix(".pem"))
            is_kept = isinstance(told, str) and authority is None
            yield f"{told}, by the certificate that was kept with the stamp" if is_kept else told


def _judged(path: Path, catalogue: Catalogue, authority: Path) -> str | Problem:
    place = Place(str(path))
    try:
        stamp = read_stamp(path.read_bytes(), str(path))
        line = stamp.line(catalogue)
        if line is None or path.stem.partition("-")[0] != f"{line.number:05}":
            return Problem("A032", "stamps another line than is in the catalogue: the catalogue was changed", place)
        reason = why_not_trusted(stamp, line.raw, authority)
    except EnvironmentFailed:
        # The hashes hold; what they prove takes a library that is not here.
        return Problem(
            "A040", "not looked at: the extra `sign` is not installed", place, MISSING.hint, Severity.WARNING
        )
    except Failed as failed:
        return Problem("A032", failed.problems[0].sentence, place)
    if reason:
        return Problem("A032", f"does not prove when line {line.number} was there: {reason}", place)
    return f"line {line.number} of the catalogue, and all before it, were there at {_told(stamp.time)}"


def _told(time: datetime.datetime) -> str:
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
