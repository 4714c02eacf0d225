"""Signed copies of archived PDFs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder
from pyhanko.sign.timestamps import DummyTimeStamper

from reporting.archive.check import verify
from reporting.archive.checking.verdict import Asked
from reporting.archive.holdings.catalogue import load_catalogue
from reporting.archive.proofs.signing import Token, sign_file, sign_package, signed_pdf, signer_of, signer_on
from reporting.problems import EnvironmentFailed, Failed
from tests.archive.authority import PASSPHRASE, Authority, listening, openssl
from tests.archive.support import SECOND_ROUND, Office, files_of
from tests.support.judges import need

PUBLIC = f"{SECOND_ROUND}/public/v1"
PAPER = f"{PUBLIC}/data/papers/notice.en.pdf"
COPY = f"{PUBLIC}.signed/notice.en.signed.pdf"


def stamper(by: Authority) -> DummyTimeStamper:
    """The authority as pyHanko asks it."""
    certificate = load_cert_from_pemder(str(by.folder / "tsa.pem"))  # type: ignore[no-untyped-call]
    key = load_private_key_from_pemder(str(by.folder / "tsa.key"), passphrase=None)
    return DummyTimeStamper(certificate, key)


def signed(office: Office, by: Authority) -> Path:
    """Signs the public package."""
    assert sign_package(office.archive, PUBLIC, signer_of(by.key, PASSPHRASE)) == [COPY]
    return office.package(COPY)


def test_signed_copies_lie_beside_the_package_which_stays_as_it_was(
    with_pdf: Office, office_of_stamps: Authority
) -> None:
    before = files_of(with_pdf.package(PUBLIC))
    copy = signed(with_pdf, office_of_stamps)
    assert files_of(with_pdf.package(PUBLIC)) == before
    assert copy.read_bytes().startswith(with_pdf.package(PAPER).read_bytes())
    line = load_catalogue(with_pdf.archive).signed(PUBLIC)[0].value
    assert (line["level"], list(line["files"])) == ("PAdES B-B", ["notice.en.signed.pdf"])
    assert "signer of Test root" in line["by"]


def test_a_signed_copy_is_verified_with_its_package(with_pdf: Office, office_of_stamps: Authority) -> None:
    signed(with_pdf, office_of_stamps)
    verdict = verify(with_pdf.package(PUBLIC), Asked(authority=office_of_stamps.root, rebuild=False))
    assert verdict.problems == []
    assert any("signed by" in line and "not asked" not in line for line in verdict.told)
    assert verify(with_pdf.archive, Asked()).problems == []


def test_the_signature_of_a_stranger_is_found(
    with_pdf: Office, office_of_stamps: Authority, stranger: Authority
) -> None:
    signed(with_pdf, stranger)
    asked = Asked(authority=office_of_stamps.root, rebuild=False)
    assert [each.code for each in verify(with_pdf.package(PUBLIC), asked).problems] == ["A033"]


CHANGES = {
    "a byte of the paper": lambda data: data.replace(b"/Type /Catalog", b"/Type /Cetalog", 1),
    "a byte in the middle": lambda data: data[:2000] + bytes([data[2000] ^ 1]) + data[2001:],
    "something added at the end": lambda data: data + b"\n% more\n",
    "the signature cut off": lambda data: data[:-3000],
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_of_a_signed_copy_is_found(with_pdf: Office, office_of_stamps: Authority, name: str) -> None:
    copy = signed(with_pdf, office_of_stamps)
    copy.write_bytes(CHANGES[name](copy.read_bytes()))
    asked = Asked(rebuild=False)
    assert {each.code for each in verify(with_pdf.package(PUBLIC), asked).problems} == {"A033"}


def test_a_signed_file_is_verified_by_itself(with_pdf: Office, office_of_stamps: Authority, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(with_pdf.package(PAPER).read_bytes())
    copy = sign_file(paper, signer_of(office_of_stamps.key, PASSPHRASE))
    assert copy.name == "paper.signed.pdf"
    assert verify(copy, Asked(authority=office_of_stamps.root)).problems == []
    whole = copy.read_bytes()
    copy.write_bytes(whole[:3000] + bytes([whole[3000] ^ 1]) + whole[3001:])
    assert {each.code for each in verify(copy, Asked()).problems} == {"A033"}
    with pytest.raises(Failed) as failed:
        verify(paper, Asked())
    assert failed.value.problems[0].code == "A024"


def test_a_stamped_signature_carries_the_word_of_the_authority(
    with_pdf: Office, office_of_stamps: Authority, tmp_path: Path
) -> None:
    signer = signer_of(office_of_stamps.key, PASSPHRASE)
    stamped = signed_pdf(with_pdf.package(PAPER).read_bytes(), signer, stamper(office_of_stamps))
    path = tmp_path / "stamped.pdf"
    path.write_bytes(stamped)
    verdict = verify(path, Asked(authority=office_of_stamps.root))
    assert verdict.problems == []
    assert "(stamped)" in verdict.told[0]


def sign(office: Office, by: Authority, address: str) -> subprocess.CompletedProcess[str]:
    """The command, as it is typed."""
    secret = office.root / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", "utf-8")
    command = [sys.executable, "-m", "reporting", "archive", "sign", office.package(PUBLIC), "--to", office.archive]
    options = ["--key", by.key, "--passphrase-file", secret, "--stamp", address]
    return subprocess.run([*map(str, command), *map(str, options)], capture_output=True, text=True, check=False)


def test_an_authority_is_asked_over_http(with_pdf: Office, office_of_stamps: Authority) -> None:
    with listening(office_of_stamps) as address:
        said = sign(with_pdf, office_of_stamps, address)
    assert (said.returncode, said.stderr) == (0, "")
    assert load_catalogue(with_pdf.archive).signed(PUBLIC)[0].value["level"] == "PAdES B-T"
    verdict = verify(with_pdf.package(PUBLIC), Asked(authority=office_of_stamps.root, rebuild=False))
    assert verdict.problems == []
    assert any(line.endswith("(stamped)") for line in verdict.told)


def test_an_authority_that_does_not_answer_is_told_in_a_sentence(with_pdf: Office, office_of_stamps: Authority) -> None:
    with listening(office_of_stamps, status=503) as address:
        failing = sign(with_pdf, office_of_stamps, address)
    for said in (failing, sign(with_pdf, office_of_stamps, address)):
        assert said.returncode == 3
        assert "[A046]" in said.stderr
        assert "Traceback" not in said.stderr
    assert not with_pdf.package(f"{PUBLIC}.signed").exists()
    assert load_catalogue(with_pdf.archive).signed(PUBLIC) == []


def test_a_stamp_of_a_stranger_on_a_signature_is_found(
    with_pdf: Office, office_of_stamps: Authority, stranger: Authority, tmp_path: Path
) -> None:
    signer = signer_of(office_of_stamps.key, PASSPHRASE)
    path = tmp_path / "stamped.pdf"
    path.write_bytes(signed_pdf(with_pdf.package(PAPER).read_bytes(), signer, stamper(stranger)))
    assert [each.code for each in verify(path, Asked(authority=office_of_stamps.root)).problems] == ["A033"]


def test_a_package_is_signed_once(with_pdf: Office, office_of_stamps: Authority) -> None:
    signed(with_pdf, office_of_stamps)
    with pytest.raises(Failed) as failed:
        signed(with_pdf, office_of_stamps)
    assert failed.value.problems[0].code == "A047"


def test_a_line_that_an_ended_run_did_not_write_is_written_by_the_next(
    with_pdf: Office, office_of_stamps: Authority
) -> None:
    before = (with_pdf.archive / "catalogue.jsonl").read_bytes()
    copy = signed(with_pdf, office_of_stamps).read_bytes()
    (with_pdf.archive / "catalogue.jsonl").write_bytes(before)
    assert signed(with_pdf, office_of_stamps).read_bytes() == copy
    assert verify(with_pdf.archive, Asked()).problems == []


def test_a_wrong_passphrase_is_told_in_a_sentence(office_of_stamps: Authority) -> None:
    with pytest.raises(Failed) as failed:
        signer_of(office_of_stamps.key, "wrong")
    assert failed.value.problems[0].code == "A044"


def test_a_device_signs(
    with_pdf: Office, office_of_stamps: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = need("softhsm2-util")
    library = next(path for path in Path("/usr/lib").rglob("libsofthsm2.so"))
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm2.conf").write_text(f"directories.tokendir = {tmp_path}/tokens\n", "utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    run = [tool, "--init-token", "--free", "--label", "seal", "--pin", "1234", "--so-pin", "1234"]
    subprocess.run(list(map(str, run)), check=True, capture_output=True)
    program = (
        "import sys, pkcs11; from pkcs11.util.x509 import decode_x509_certificate; "
        "from pkcs11.util.rsa import decode_rsa_private_key; library, folder = sys.argv[1:]; "
        "session = pkcs11.lib(library).get_token(token_label='seal').open(rw=True, user_pin='1234'); "
        "read = lambda name: open(folder + '/' + name, 'rb').read(); "
        "token = {pkcs11.Attribute.TOKEN: True, pkcs11.Attribute.LABEL: 'office', pkcs11.Attribute.ID: b'1'}; "
        "session.create_object({**decode_rsa_private_key(read('key.der')), **token}); "
        "session.create_object({**decode_x509_certificate(read('cert.der')), **token})"
    )
    folder = office_of_stamps.folder
    openssl("rsa", "-in", folder / "signer.key", "-traditional", "-outform", "DER", "-out", tmp_path / "key.der")
    openssl("x509", "-in", folder / "signer.pem", "-outform", "DER", "-out", tmp_path / "cert.der")
    subprocess.run([sys.executable, "-c", program, library, tmp_path], check=True, env={**os.environ})
    signer = signer_on(Token(library, "seal", "office", "1234"))
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed_pdf(with_pdf.package(PAPER).read_bytes(), signer))
    assert verify(path, Asked(authority=office_of_stamps.root)).problems == []
    for token in (Token(library, "seal", "office", "0000"), Token(library, "other", "office", "1234")):
        with pytest.raises(Failed) as failed:
            signer_on(token)
        assert failed.value.problems[0].code == "A044"


def test_without_the_extra_the_reason_is_one_sentence(
    with_pdf: Office, office_of_stamps: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko.sign.signers", None)
    with pytest.raises(Failed) as failed:
        signer_of(office_of_stamps.key, PASSPHRASE)
    assert failed.value.problems[0].code == "A040"


def test_a_signature_that_nobody_could_look_at_is_not_verified(
    with_pdf: Office, office_of_stamps: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed_pdf(with_pdf.package(PAPER).read_bytes(), signer_of(office_of_stamps.key, PASSPHRASE)))
    signed(with_pdf, office_of_stamps)
    monkeypatch.setitem(sys.modules, "pyhanko.pdf_utils.reader", None)
    with pytest.raises(EnvironmentFailed) as failed:
        verify(path, Asked())
    assert failed.value.problems[0].code == "A040"
    beside = verify(with_pdf.package(PUBLIC), Asked(rebuild=False))
    assert [(each.code, each.is_error) for each in beside.problems] == [("A040", False)]
