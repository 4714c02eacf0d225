"""Signed copies of archived PDFs, judged: by the catalogue's hashes, the papers that they are copies of, and their signatures."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reporting.archive.holdings.store import read_about
from reporting.archive.layouts.table import LAYOUTS
from reporting.archive.proofs.extra import MISSING, needs_extra, trusting
from reporting.problems import EnvironmentFailed, Place, Problem, Severity

SUFFIX = ".signed"
"""What follows the name of a package in that of the folder of its signed copies, and a paper's in that of its copy."""


def called(certificate: Any) -> str:
    """What the holder of a certificate is called."""
    name = certificate.subject.native
    return str(name.get("common_name") or name.get("organization_name") or certificate.subject.human_friendly)


def pdfs_of(package: Path) -> list[Path]:
    """The PDF papers of a package."""
    payload = LAYOUTS[read_about(package).layout].payload
    return sorted((package / payload / "papers").glob("*.pdf"))


def judged_copies(package: Path, files: Mapping[str, Any], authority: Path | None) -> list[str | Problem]:
    """For each signed copy of a package a sentence, or what is wrong with it."""
    folder = package.with_name(f"{package.name}{SUFFIX}")
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    told: list[str | Problem] = [
        Problem("A033", "was added beside the signed copies", Place(str(folder / name)))
        for name in sorted(there - files.keys())
    ]
    originals = {f"{pdf.stem}{SUFFIX}.pdf": pdf for pdf in pdfs_of(package)}
    for name, sha256 in sorted(files.items()):
        copy, place = folder / name, Place(str(folder / name))
        if not copy.is_file() or copy.is_symlink():
            told.append(Problem("A033", "is missing: the catalogue lists it", place))
            continue
        data = copy.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            told.append(Problem("A033", "was changed: the catalogue has another SHA-256 of it", place))
        elif name not in originals or not data.startswith(originals[name].read_bytes()):
            told.append(Problem("A033", "does not begin with the paper that was archived", place))
        else:
            told += judged_signature(data, str(copy), authority)
    return told


def judged_signature(data: bytes, shown: str, authority: Path | None) -> list[str | Problem]:
    """For each signature in a PDF a sentence, or what is wrong with it; nothing where it has none."""
    try:
        with needs_extra():
            from pyhanko.pdf_utils.misc import PdfError
            from pyhanko.pdf_utils.reader import PdfFileReader
    except EnvironmentFailed:
        # For a signed copy the catalogue's hash has been compared before; whose signature it is, is left open.
        return [
            Problem(
                "A040", "not looked at: the extra `sign` is not installed", Place(shown), MISSING.hint, Severity.WARNING
            )
        ]
    try:
        signatures = PdfFileReader(io.BytesIO(data)).embedded_signatures
        return [_judged(signature, shown, authority) for signature in signatures]
    except (PdfError, ValueError) as error:
        return [Problem("A033", f"cannot be read as a PDF: {error}", Place(shown))]
    except (LookupError, TypeError, AttributeError, RecursionError, NotImplementedError) as error:
        # What somebody wrote by hand can hold anything; it is not verified, and not our own fault.
        return [Problem("A033", f"cannot be read as a signed PDF ({type(error).__name__})", Place(shown))]


def _judged(signature: Any, shown: str, authority: Path | None) -> str | Problem:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    stamp = next(iter(extract_tst_data_iter(signature.signer_info, signed=False)), None)
    time = (
        stamp["encap_content_info"]["content"].parsed["gen_time"].native if stamp else signature.self_reported_timestamp
    )
    who = called(signature.signer_cert)
    if time is None:
        return Problem("A033", f"the signature of {who} does not say when it was made", Place(shown))
    context = trusting(authority, time)
    place = Place(shown)
    try:
        status = validate_pdf_signature(signature, context, context)
    except SignatureValidationError as error:
        return Problem("A033", f"the signature cannot be judged: {error}", place)
    if not (status.intact and status.valid):
        return Problem("A033", f"the signature of {who} does not fit: the file was changed", place)
    if status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        return Problem("A033", f"something was added after {who} signed", place)
    if authority and not (
        status.trusted and (not stamp or (status.timestamp_validity and status.timestamp_validity.trusted))
    ):
        return Problem("A033", f"the certificate of {who} does not lead back to the authority's", place)
    trust = "" if authority else "; whether the certificate can be trusted was not asked (--authority)"
    how = "stamped" if stamp else "as the signer's own clock says"
    return f"{shown}: signed by {who}, {time:%Y-%m-%d %H:%M} ({how}){trust}"
