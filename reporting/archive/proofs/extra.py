"""What only the extra `sign` brings: told in one way where it is missing, and how certificates are judged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reporting.problems import EnvironmentFailed, Failed, Place, Problem

if TYPE_CHECKING:
    from pyhanko_certvalidator import ValidationContext

MISSING = Problem(
    "A040",
    "signatures and stamps need the extra `sign`, which is not installed",
    hint="pip install 'dialogue-reporting[sign]'",
)


@contextmanager
def needs_extra() -> Iterator[None]:
    """Tells in a sentence that the extra is missing.

    Raises:
        EnvironmentFailed: it is [A040].
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {
            "pyhanko",
            "pyhanko_certvalidator",
            "asn1crypto",
            "cryptography",
            "pkcs11",
        }:
            raise EnvironmentFailed(MISSING) from None
        raise


def trusting(authority: Path | None, moment: datetime.datetime) -> ValidationContext:
    """Trust in the certificates of a file, or in nobody, as things stood at a moment; nothing is fetched from anywhere.

    Raises:
        Failed: the file holds no certificate [A041].
        EnvironmentFailed: the extra is missing [A040].
    """
    with needs_extra():
        from pyhanko_certvalidator import ValidationContext
    roots = _certificates(authority) if authority else []
    return ValidationContext(
        trust_roots=roots, other_certs=roots, moment=moment, allow_fetching=False, revocation_mode="soft-fail"
    )


def _certificates(file: Path) -> list[Any]:
    from pyhanko.keys import load_certs_from_pemder

    try:
        found = list(load_certs_from_pemder([str(file)]))  # type: ignore[no-untyped-call]
        for each in found:
            each.native  # noqa: B018 - read to its end, since it is read only as far as it is asked
    except (ValueError, OSError):
        found = []
    if not found:
        raise Failed(Problem("A041", "holds no certificate (PEM or DER)", Place(str(file))))
    return found
