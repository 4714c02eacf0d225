"""PAdES signatures: signed copies of archived PDFs, beside the package, since what is closed is never changed.

The signature is an addition at the end: the archived file is the first part of the signed one, byte for byte.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reporting.archive.extra import MISSING, needs_extra, trusting
from reporting.archive.layouts import LAYOUTS
from reporting.archive.store import Archive, check_whole, opened, read_about
from reporting.problems import EnvironmentFailed, Failed, Place, Problem, Severity

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer
    from pyhanko.sign.timestamps import TimeStamper

FIELD = "Signature1"
SUFFIX = ".signed"


@dataclass(frozen=True, slots=True)
class Token:
    """A key on a device, reached through PKCS#11."""

    module: Path
    """Library of the device's maker."""
    label: str
    """Name of the token."""
    certificate: str
    """Label of the certificate on it."""
    pin: str


def signer_of(key: Path, passphrase: str | None) -> Signer:
    """The signer of a PKCS#12 file.

    Raises:
        Failed: it cannot be opened [A044].
        EnvironmentFailed: the extra is missing [A040].
    """
    with needs_extra():
        from pyhanko.sign.signers import SimpleSigner
    try:
        secret = passphrase.encode() if passphrase else None
        signer: Signer | None = SimpleSigner.load_pkcs12(str(key), passphrase=secret)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError):
        signer = None
    if signer is None:
        raise Failed(
            Problem("A044", "the key cannot be opened: no PKCS#12 file, or another passphrase", Place(str(key)))
        )
    return signer


def signer_on(token: Token) -> Signer:
    """The signer of a device.

    Raises:
        Failed: the device does not answer, or refuses [A044].
        EnvironmentFailed: the extra is missing [A040].
    """
    with needs_extra():
        import pkcs11
        from pyhanko.config.pkcs11 import TokenCriteria
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
    try:
        criteria = TokenCriteria(label=token.label)
        session = open_pkcs11_session(str(token.module), token_criteria=criteria, user_pin=token.pin)
        signer = PKCS11Signer(session, cert_label=token.certificate)
        asyncio.run(signer.ensure_objects_loaded())  # type: ignore[no-untyped-call]
    except (pkcs11.exceptions.PKCS11Error, PdfError, ValueError, RuntimeError, OSError) as error:
        sentence = f"the device does not give its key ({type(error).__name__})"
        raise Failed(Problem("A044", sentence, Place(str(token.module)))) from None
    return signer


def stamper_at(address: str) -> TimeStamper:
    """The time stamp authority at an address.

    Raises:
        EnvironmentFailed: the extra is missing [A040].
    """
    with needs_extra():
        from pyhanko.sign.timestamps import HTTPTimeStamper
    return HTTPTimeStamper(address)


def signed_pdf(pdf: bytes, signer: Signer, stamper: TimeStamper | None = None) -> bytes:
    """The PDF with an invisible PAdES signature added at its end: B-B, or B-T with a stamp.

    Raises:
        Failed: it cannot be signed [A045].
        EnvironmentFailed: the authority does not answer [A046].
    """
    with needs_extra():
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign import signers
        from pyhanko.sign.fields import SigSeedSubFilter
        from pyhanko.sign.general import SigningError
        from pyhanko.sign.timestamps import TimestampRequestError
    properties = signers.PdfSignatureMetadata(field_name=FIELD, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        return bytes(signers.sign_pdf(writer, properties, signer, stamper).getvalue())
    except TimestampRequestError as error:
        raise EnvironmentFailed(Problem("A046", f"the time stamp authority does not answer: {error}")) from None
    except (SigningError, PdfError) as error:
        raise Failed(Problem("A045", f"cannot be signed: {error}")) from None


def sign_file(path: Path, signer: Signer, stamper: TimeStamper | None = None) -> Path:
    """Writes the signed copy of a PDF beside it, and gives its path.

    Raises:
        Failed: it cannot be signed [A045], or there is a signed copy already [A047].
    """
    copy = path.with_name(f"{path.stem}{SUFFIX}{path.suffix}")
    data = signed_pdf(path.read_bytes(), signer, stamper)
    try:
        with copy.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise Failed(Problem("A047", "is there already; signatures are not written over", Place(str(copy)))) from None
    return copy


def sign_package(root: Path, path: str, signer: Signer, stamper: TimeStamper | None = None) -> list[str]:
    """Puts signed copies of all PDFs of a package beside it, notes them in the catalogue, and gives their paths.

    Raises:
        Failed: the package is not as it was closed [A020], is not in the catalogue [A023], or is signed already [A047].
    """
    with opened(root) as archive:
        line = archive.catalogue.packages().get(path)
        if line is None:
            raise Failed(Problem("A023", "has no line in the catalogue", Place(path)))
        check_whole(root / path, path, str(line.value["sha256"]))
        if archive.catalogue.signed(path):
            raise Failed(Problem("A047", "is signed already", Place(path)))
        if not (root / f"{path}{SUFFIX}").exists():
            signed = {
                f"{pdf.stem}{SUFFIX}.pdf": signed_pdf(pdf.read_bytes(), signer, stamper) for pdf in pdfs_of(root / path)
            }
            archive.put_beside(f"{path}{SUFFIX}", signed)
        return _noted(archive, path, signer, is_stamped=stamper is not None)


def _noted(archive: Archive, path: str, signer: Signer, *, is_stamped: bool) -> list[str]:
    """Writes the line of signed copies; a run that was ended before may have put them there."""
    copies = sorted((archive.root / f"{path}{SUFFIX}").iterdir())
    hashes = {copy.name: hashlib.sha256(copy.read_bytes()).hexdigest() for copy in copies}
    who = called(signer.signing_cert) if signer.signing_cert else ""
    level = "PAdES B-T" if is_stamped else "PAdES B-B"
    archive.append({"kind": "signed", "package": path, "by": who, "level": level, "files": hashes})
    return [f"{path}{SUFFIX}/{copy.name}" for copy in copies]


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
