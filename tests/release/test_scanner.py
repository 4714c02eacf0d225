"""The scanner finds what is planted in any channel, and nothing in papers as the house writes them."""

from __future__ import annotations

import bz2
import gzip
import lzma
import time
from random import Random  # noqa: TID251 - seeded: the same seed tears at the same places

import pytest

from reporting.pdffile.filters import LARGEST
from reporting.problems import Place
from reporting.records.levels import Level
from reporting.release.opening.channels import CHANNELS, GROUPS
from reporting.release.scanner.findings import told
from reporting.release.scanner.leaves import Leaf
from reporting.release.scanner.needles import Named, Needles, phrases_of
from reporting.release.scanner.scan import Scanned, scan
from tests.docs.pages import ROOT
from tests.release.samples import PLACE, SECRET, Way, clean, large, needles
from tests.release.selftest import WAYS, channels_that_find
from tests.release.word_ways import parts, zipped

FORMATS = ("pdf", "docx", "html", "txt")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.file.rpartition('.')[2]}-{way.what}".replace(" ", "-"))
def test_words_are_found_in_every_channel(way: Way) -> None:
    assert way.channel in channels_that_find(way)


def test_every_channel_is_tried_out_and_in_the_manual() -> None:
    assert {way.channel for way in WAYS} == set(CHANNELS)
    assert len(CHANNELS) == sum(map(len, GROUPS.values())) >= 80
    manual = (ROOT / "docs" / "release.md").read_text("utf-8")
    assert f"{len(CHANNELS)} channels" in manual
    assert f"{len(WAYS)} ways" in manual


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("paper", [clean, large], ids=["short", "all-elements"])
def test_nothing_is_found_in_a_clean_paper(paper: object, suffix: str) -> None:
    assert scan({f"paper.{suffix}": paper(suffix)}, needles()) == Scanned((), ())  # type: ignore[operator]


def test_a_set_of_papers_is_looked_at_in_seconds() -> None:
    secret = [
        Leaf(f"{SECRET} number {number} of many such texts in a record", Level.RESTRICTED, PLACE)
        for number in range(2000)
    ]
    files = {f"{number}.{suffix}": large(suffix) for suffix in FORMATS for number in range(3)}
    begun = time.process_time()
    assert scan(files, Needles(secret)).leaks == ()
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LIMITE", ["marking"]),
        ("L I M I T E", ["marking"]),
        ("Limite of the zone", []),
        ("ILLIMITED", []),
        ("Internal", ["marking"]),
        ("The internal market", []),
        ("written by M.Fenwick today", ["user"]),
        ("see /home/fenwick/notes.yaml", ["path"]),
        (r"see C:\Users\fenwick\notes.yaml", ["path"]),
        ("see file:///srv/data/notes.yaml", ["path"]),
        (r"see \\server\share\notes", ["path"]),
        ("https://example.org/home/index.html and and/or 3/4", []),
    ],
)
def test_markings_paths_and_names_are_found_as_they_are_written(text: str, found: list[str]) -> None:
    ordinary = Named("Internal", "marking", PLACE, Level.INTERNAL, is_alone=True)
    looked_for = Needles([], [Named("LIMITE", "marking", PLACE, Level.INTERNAL), Named("m.fenwick", "user"), ordinary])
    scanned = scan({"a.txt": f"First line.\n{text}\nLast line.\n".encode()}, looked_for)
    assert [leak.needle.kind for leak in scanned.leaks] == found


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("elevenmerry", set()),
        ("eleven merry", set()),
        ("a dozen, merry", set()),
        ("twelve merrier", {"twelvemerrier"}),
        ("one two three four five six", {"onetwothreefourfivesix", "onetwothreefourfive", "twothreefourfivesix"}),
        ("Do – not , go / in ‘now’ please", {"donotgoinnowplease", "donotgoinnow", "notgoinnowplease"}),
    ],
)
def test_whole_texts_and_runs_of_five_words_are_looked_for(text: str, phrases: set[str]) -> None:
    assert set(phrases_of([Leaf(text, Level.RESTRICTED, PLACE)])) == phrases


def test_what_readers_may_read_anyway_is_not_looked_for() -> None:
    leaf = Leaf("The sides met in Port Averin to speak of fish", Level.RESTRICTED, PLACE)
    assert "thesidesmetinport" not in phrases_of([leaf], "yesterdaythesidesmetinportaverin")
    assert "inportaverintospeak" in phrases_of([leaf], "yesterdaythesidesmetinportaverin")


def test_a_leak_leads_to_the_line_of_the_record_and_says_where_in_the_file() -> None:
    way = next(each for each in WAYS if each.channel == "pdf-outline")
    (leak,) = scan({"a.pdf": way.make(SECRET)}, needles()).leaks
    assert leak.needle.place == Place("data/dialogues/straits/07-port-averin/briefing.yaml", 12, 5)
    assert leak.where.startswith("object ")


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_torn_files_are_looked_at_as_far_as_they_go(suffix: str) -> None:
    random = Random(7)  # noqa: S311 - no secret
    for _ in range(60):
        data = bytearray(large(suffix) if suffix == "docx" else clean(suffix))
        for _ in range(random.randint(1, 30)):
            at = random.randrange(len(data))
            data[at : at + random.randint(0, 40)] = random.randbytes(random.randint(0, 40))
        scan({f"a.{suffix}": bytes(data)}, needles())


def test_what_cannot_be_opened_is_said() -> None:
    scanned = scan(
        {"a.pdf": clean("pdf") + b"\ntrailer\n<</Encrypt 5 0 R>>", "a.docx": b"PK\x03\x04 nothing"}, needles()
    )
    assert [(file, closed.reason) for file, closed in scanned.closed] == [
        ("a.pdf", "is encrypted"),
        ("a.docx", "is a zip archive that cannot be opened"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bz2.compress(SECRET.encode()), id="bzip2"),
        pytest.param(lzma.compress(SECRET.encode()), id="xz"),
        pytest.param(b"7z\xbc\xaf\x27\x1c" + bytes(90), id="7-zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), id="an old Word file, or one with a password"),
        pytest.param(b"wOF2" + bytes(90), id="a packed font"),
    ],
)
def test_what_is_packed_in_a_way_that_is_not_known_is_said_wherever_it_lies(data: bytes) -> None:
    embedded = zipped({**parts(), "word/embeddings/notes.bin": data})
    scanned = scan({"a.bin": data, "a.docx": embedded}, needles())
    assert {(file, closed.reason) for file, closed in scanned.closed} == {
        (file, "is packed in a way that is not known here") for file in ("a.bin", "a.docx")
    }


def test_what_unpacks_to_more_than_is_read_is_said() -> None:
    scanned = scan({"a.gz": gzip.compress(bytes(LARGEST + 1), 1)}, needles())
    assert [closed.reason for _, closed in scanned.closed] == ["unpacks to more than 64 MiB"]


def test_a_place_in_a_file_that_says_the_words_itself_is_not_told() -> None:
    way = next(each for each in WAYS if each.channel == "zip-member-name")
    (leak,) = scan({"a.docx": way.make(SECRET)}, needles()).leaks
    assert "zip-member-name" in leak.channels
    assert "fisheries" not in leak.where + told(leak)
