"""PAdES signatures: signed copies of archived PDFs, beside the package, since what is closed is never changed.

The signature is an addition at the end: the archived file is the first part of the signed one, byte for byte.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reporting.archive.holdings.store import Archive, check_whole, opened
from reporting.archive.proofs.extra import needs_extra
from reporting.archive.proofs.signatures import SUFFIX, called, judged_copies, pdfs_of
from reporting.build.output.created import create_files
from reporting.problems import EnvironmentFailed, Failed, Place, Problem

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer
    from pyhanko.sign.timestamps import TimeStamper

FIELD = "Signature1"


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
        create_files(path.parent, {copy.name: data}, shown=f"{path.parent.as_posix()}/")
    except EnvironmentFailed:
        raise
    except Failed:
        raise Failed(Problem("A047", "is there already; signatures are not written over", Place(str(copy)))) from None
    return copy


def sign_package(root: Path, path: str, signer: Signer, stamper: TimeStamper | None = None) -> list[str]:
    """Puts signed copies of all PDFs of a package beside it, notes them in the catalogue, and gives their paths.

    Raises:
        Failed: the package is not as it was closed [A020], is not in the catalogue [A023], or is signed already [A047]; or
            copies lie there that this signer did not sign [A006].
    """
    with opened(root) as archive:
        line = archive.catalogue.packages().get(path)
        if line is None:
            raise Failed(Problem("A023", "has no line in the catalogue", Place(path)))
        check_whole(root / path, path, str(line.value["sha256"]))
        if archive.catalogue.signed(path):
            raise Failed(Problem("A047", "is signed already", Place(path)))
        if (root / f"{path}{SUFFIX}").exists():
            _check_own(root, path, signer)
        else:
            signed = {
                f"{pdf.stem}{SUFFIX}.pdf": signed_pdf(pdf.read_bytes(), signer, stamper) for pdf in pdfs_of(root / path)
            }
            archive.put_beside(f"{path}{SUFFIX}", signed)
        return _noted(archive, path, signer, is_stamped=stamper is not None)


def _check_own(root: Path, path: str, signer: Signer) -> None:
    """Makes sure that copies without a line are what an ended run of the same signer left, and nothing that somebody put there."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    folder, wanted = root / f"{path}{SUFFIX}", {f"{pdf.stem}{SUFFIX}.pdf": pdf for pdf in pdfs_of(root / path)}
    hashes = {copy.name: hashlib.sha256(copy.read_bytes()).hexdigest() for copy in folder.iterdir() if copy.is_file()}
    own = {copy.name for copy in folder.iterdir()} == wanted.keys() == hashes.keys()
    faults = [each for each in judged_copies(root / path, hashes, None) if isinstance(each, Problem)]
    if own and not faults and signer.signing_cert:
        files = (PdfFileReader(io.BytesIO((folder / name).read_bytes())) for name in wanted)
        mine = signer.signing_cert.dump()
        own = all([each.signer_cert.dump() for each in file.embedded_signatures] == [mine] for file in files)
    if faults or not own:
        hint = "look at what it is and move it away; nothing in an archive is deleted by this program"
        sentence = "lies in the archive without a line in the catalogue, and this key did not sign it"
        raise Failed(Problem("A006", sentence, Place(f"{root.name}/{path}{SUFFIX}"), hint))


def _noted(archive: Archive, path: str, signer: Signer, *, is_stamped: bool) -> list[str]:
    """Writes the line of signed copies; a run that was ended before may have put them there."""
    copies = sorted((archive.root / f"{path}{SUFFIX}").iterdir())
    hashes = {copy.name: hashlib.sha256(copy.read_bytes()).hexdigest() for copy in copies}
    who = called(signer.signing_cert) if signer.signing_cert else ""
    level = "PAdES B-T" if is_stamped else "PAdES B-B"
    archive.append({"kind": "signed", "package": path, "by": who, "level": level, "files": hashes})
    return [f"{path}{SUFFIX}/{copy.name}" for copy in copies]
