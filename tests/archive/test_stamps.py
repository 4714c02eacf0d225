"""Time stamps over the catalogue: openssl is the authority, and the judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.archive.check import verify
from reporting.archive.checking.verdict import Asked
from reporting.archive.holdings.catalogue import NAME, Catalogue, load_catalogue
from reporting.archive.proofs.stamps import query_for, take_answer, write_query
from reporting.problems import Failed
from tests.archive.authority import Authority, openssl
from tests.archive.support import FIRST_ROUND, Office, closed


def stamped(office: Office, by: Authority) -> str:
    """Stamps the head of an archive."""
    query = write_query(office.archive)
    by.answer(query, office.archive / "head.tsr")
    return take_answer(office.archive, office.archive / "head.tsr", by.root)


def codes(failed: pytest.ExceptionInfo[Failed]) -> list[str]:
    return [problem.code for problem in failed.value.problems]


def test_openssl_writes_the_very_same_query(archived: Office, tmp_path: Path) -> None:
    line = load_catalogue(archived.archive).entries[-1].raw
    (tmp_path / "line").write_bytes(line)
    openssl("ts", "-query", "-data", tmp_path / "line", "-sha512", "-no_nonce", "-cert", "-out", tmp_path / "query")
    assert query_for(line) == (tmp_path / "query").read_bytes()


def test_a_stamp_is_kept_and_openssl_verifies_it_against_the_line(
    archived: Office, office_of_stamps: Authority, tmp_path: Path
) -> None:
    assert stamped(archived, office_of_stamps).startswith("line 2 of the catalogue was there at ")
    assert sorted(path.name for path in (archived.archive / "stamps").iterdir()) == ["00002.pem", "00002.tsr"]
    assert not (archived.archive / "head.tsq").exists()
    (tmp_path / "line").write_bytes((archived.archive / NAME).read_bytes().splitlines(keepends=True)[1])
    told = openssl(
        "ts", "-verify", "-data", tmp_path / "line", "-in", archived.archive / "stamps" / "00002.tsr",
        "-CAfile", office_of_stamps.root,
    )  # fmt: skip
    assert "Verification: OK" in told


def test_a_stamp_still_holds_when_the_catalogue_has_grown(archived: Office, office_of_stamps: Authority) -> None:
    stamped(archived, office_of_stamps)
    closed(archived, FIRST_ROUND)
    verdict = verify(archived.archive, Asked(authority=office_of_stamps.root))
    assert verdict.problems == []
    assert any(line.startswith("line 2 of the catalogue, and all before it, were there at ") for line in verdict.told)


def test_a_catalogue_written_anew_does_not_fit_its_stamp(archived: Office, office_of_stamps: Authority) -> None:
    stamped(archived, office_of_stamps)
    head = load_catalogue(archived.archive).head
    values = [dict(entry.value) for entry in load_catalogue(archived.archive).entries]
    for value in values:
        del value["n"], value["prev"]
        value.update({"title": "Another title"} if "title" in value else {})
    (archived.archive / NAME).write_bytes(Catalogue().plus(values).raw)
    assert [each.code for each in verify(archived.archive, Asked()).problems] == ["A032"]
    assert verify(archived.archive, Asked(head=head)).problems[0].code == "A022"


def test_each_byte_of_a_stamp_counts(archived: Office, office_of_stamps: Authority) -> None:
    stamped(archived, office_of_stamps)
    path = archived.archive / "stamps" / "00002.tsr"
    whole = path.read_bytes()
    unseen = []
    for at in range(0, len(whole), 97):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        if not verify(archived.archive, Asked(authority=office_of_stamps.root)).problems:
            unseen.append(at)
    assert unseen == []


def test_an_answer_of_somebody_else_is_refused(
    archived: Office, office_of_stamps: Authority, stranger: Authority
) -> None:
    query = write_query(archived.archive)
    stranger.answer(query, archived.archive / "head.tsr")
    with pytest.raises(Failed) as failed:
        take_answer(archived.archive, archived.archive / "head.tsr", office_of_stamps.root)
    assert codes(failed) == ["A043"]
    assert not (archived.archive / "stamps").exists()


def test_a_stamp_of_somebody_else_is_found_when_the_authority_is_named(
    archived: Office, office_of_stamps: Authority, stranger: Authority
) -> None:
    stamped(archived, stranger)
    assert verify(archived.archive, Asked()).problems == []
    assert [each.code for each in verify(archived.archive, Asked(authority=office_of_stamps.root)).problems] == ["A032"]


@pytest.mark.parametrize("answer", [b"", b"<html>Not found</html>", b"\x30\x03\x02\x01\x00", b"\x30\x80"])
def test_what_is_no_answer_is_refused(archived: Office, office_of_stamps: Authority, answer: bytes) -> None:
    path = archived.root / "answer"
    path.write_bytes(answer)
    with pytest.raises(Failed) as failed:
        take_answer(archived.archive, path, office_of_stamps.root)
    assert codes(failed) == ["A043"]


def test_a_stamp_that_went_away_or_was_added_is_found(archived: Office, office_of_stamps: Authority) -> None:
    stamped(archived, office_of_stamps)
    path = archived.archive / "stamps" / "00002.tsr"
    path.rename(path.with_name("00001.tsr"))
    told = [each.sentence for each in verify(archived.archive, Asked()).problems]
    assert told == ["was added: the catalogue does not list it", "is missing: the catalogue lists it"]


def test_an_answer_to_another_query_is_refused(archived: Office, office_of_stamps: Authority, tmp_path: Path) -> None:
    (tmp_path / "query").write_bytes(query_for(b"something else"))
    office_of_stamps.answer(tmp_path / "query", tmp_path / "answer")
    with pytest.raises(Failed) as failed:
        take_answer(archived.archive, tmp_path / "answer", office_of_stamps.root)
    assert codes(failed) == ["A043"]


def test_a_file_without_a_certificate_is_no_authority(archived: Office, office_of_stamps: Authority) -> None:
    query = write_query(archived.archive)
    office_of_stamps.answer(query, archived.archive / "head.tsr")
    with pytest.raises(Failed) as failed:
        take_answer(archived.archive, archived.archive / "head.tsr", query)
    assert codes(failed) == ["A041"]


def test_an_empty_catalogue_has_nothing_to_stamp(tmp_path: Path) -> None:
    with pytest.raises(Failed) as failed:
        write_query(tmp_path / "archive")
    assert codes(failed) == ["A042"]
