"""What the reader makes of YAML, and what it says about files that it refuses."""

from __future__ import annotations

import random  # noqa: TID251 - mutants, the same ones every time
import string
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.problems import Checked, Failed, Problem
from reporting.records.reading import decoding, reader
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Seq, Value

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"


def read(text: str, *, pure: bool = False) -> Checked[Value]:
    return read_yaml(text.encode(), "data/round.yaml", pure=pure)


def findings(text: str | bytes, *, pure: bool = False) -> list[str]:
    """Code, line and column of everything found, whether the reading went on or stopped."""
    data = text if isinstance(text, bytes) else text.encode()
    try:
        problems = read_yaml(data, "data/round.yaml", pure=pure).problems
    except Failed as failed:
        problems = failed.problems
    return [_short(problem) for problem in problems]


def _short(problem: Problem) -> str:
    assert problem.place
    return f"{problem.code} {problem.place.line}:{problem.place.column}"


READ = [
    ("", None),
    ("# only a comment\n", None),
    ("4th\n", "4th"),
    ("a: 1\nb: [x, y]\n", {"a": "1", "b": ["x", "y"]}),
    ("version: 1.10", {"version": "1.10"}),
    ("month: 08", {"month": "08"}),
    ("at: 12:30", {"at": "12:30"}),
    ("country: NO", {"country": "NO"}),
    ("answer: [yes, no, on, off, y, n]", {"answer": ["yes", "no", "on", "off", "y", "n"]}),
    ("n: [010, 1_000, 0x1F, 1e3, .inf, -4]", {"n": ["010", "1_000", "0x1F", "1e3", ".inf", "-4"]}),
    ("day: 2025-02-30", {"day": "2025-02-30"}),
    ("none: [~, null, Null, NULL, ]\nempty:", {"none": [None, None, None, None], "empty": None}),
    ("truth: [true, True, TRUE, tRUE]", {"truth": [True, True, True, "tRUE"]}),
    ("lie: [false, False, FALSE]", {"lie": [False, False, False]}),
    ('quoted: ["true", \'null\', "", "4"]', {"quoted": ["true", "null", "", "4"]}),
    ("text: |\n  one\n  two # three\n", {"text": "one\ntwo # three\n"}),
    ("text: >-\n  one\n  two\n\n  three\n", {"text": "one two\nthree"}),
    ("NO: Norway\nnull: nothing\n1: one\n", {"NO": "Norway", "null": "nothing", "1": "one"}),
    ("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}),
    ("\ufeffa: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
    ("название: Встреча\n", {"название": "Встреча"}),
    ("name: می\u200cخواهم\n", {"name": "می\u200cخواهم"}),
    (f"name: the word {RLI}کابل{PDI} here\n", {"name": f"the word {RLI}کابل{PDI} here"}),
    ('name: "\\u2067کابل\\u2069"\n', {"name": f"{RLI}کابل{PDI}"}),
    ("name: \u200fکابل\u200e \u061c\n", {"name": "\u200fکابل\u200e \u061c"}),
    ("word: ЕС-EU, BOMCA-и, 5 µm\n", {"word": "ЕС-EU, BOMCA-и, 5 µm"}),
    ("a: b  # a comment, two spaces before\nc: d\n", {"a": "b", "c": "d"}),
    ('a: "b # c"\n', {"a": "b # c"}),
]


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
@pytest.mark.parametrize(("text", "value"), READ)
def test_plain_words_stay_text_and_nothing_is_found(text: str, value: object, pure: bool) -> None:  # noqa: FBT001
    checked = read(text, pure=pure)
    assert checked.value == value
    assert checked.problems == ()


FOUND = [
    (b"a: \xff\xfe", ["Y002 1:4"]),
    (b"a: 1\nb: caf\xe9\n", ["Y002 2:7"]),
    ("a: 1\n".encode("utf-16"), ["Y002 1:1"]),
    ("a: x\u202ey\u202cz\n", ["Y003 1:5", "Y003 1:7"]),
    ("a: x\x07y\nb: \u2028\n", ["Y003 1:5", "Y003 2:4"]),
    ("a: x\ufeff\n", ["Y003 1:5"]),
    ("a: 1\nb: \U000e0041\n", ["Y003 2:4"]),
    ('a: "x\\u202ey"\n', ["Y003 1:4"]),
    ('a: "x\\0"\n', ["Y003 1:4"]),
    (f"a: {RLI}x\n", ["Y008 1:4"]),
    (f"a: x{PDI}y{RLI}\n", ["Y008 1:4"]),
    (f"a: |\n  x{LRI}\n  y{PDI}\n", ["Y008 1:4"]),
    (f"a: b  # x {RLI} y\n", ["Y008 1:11"]),
    ("a: &x 1\n", ["Y010 1:4"]),
    ("a: &x 1\nb: *x\n", ["Y010 1:4", "Y010 2:4"]),
    ("*x : 1\n", ["Y010 1:1"]),
    ("&a [&b {&c d: &e f}]\n", ["Y010 1:1", "Y010 1:5", "Y010 1:9", "Y010 1:15"]),
    ("a: *bold* text\n", ["Y010 1:9"]),
    ("a: !!int 4\n", ["Y011 1:4"]),
    ("a: !!python/object/apply:os.system [x]\n", ["Y011 1:4"]),
    ("a: !x [1]\n", ["Y011 1:4"]),
    ("%TAG ! x\n---\na: 1", ["Y011 1:1"]),
    ("a: !foo!bar x\n", ["Y011 1:4"]),
    ("a: {}\n<<: {b: 1}\n", ["Y013 2:1"]),
    ("<<: *a\nb: 1\nb: 2\n", ["Y013 1:1", "Y010 1:5", "Y014 3:1"]),
    ("a: 1\nb: 2\na: 3\na: 4\n", ["Y014 3:1", "Y014 4:1"]),
    ('a: 1\n"a": 2\n', ["Y014 2:1"]),
    ("a: 1\na:\n  b: 1\n  b: 2\n", ["Y014 2:1", "Y014 4:3"]),
    ("{a: 1}: 2\n", ["Y015 1:1"]),
    ("? [a, b]\n: 2\n", ["Y015 1:3"]),
    (": 2\n", ["Y027 1:1"]),
    ("'': 2\n", ["Y015 1:1"]),
    ("a: 1\n---\nb: 2\n", ["Y016 2:1"]),
    ("a: 1\n...\nb\n", ["Y016 3:1"]),
    ("a: b\n\tc: d\n", ["Y021 2:1"]),
    ("\ta: 1\n", ["Y021 1:1"]),
    ("title: Security: a concern\n", ["Y022 1:16"]),
    ("a: 1\n b: 2\n", ["Y022 2:3"]),
    ('a: 1\nb: "open\nc: 2\n', ["Y023 2:4"]),
    ("a: 'open\n", ["Y023 1:4"]),
    ("a: [1, 2\nb: 3\n", ["Y024 2:2"]),
    ("a: {b: 1\n", ["Y024 1:9"]),
    ("a: 'The EU's role'\n", ["Y027 1:12"]),
    ("a:\n  - x\n b: 1\n", ["Y027 3:2"]),
    ("- a\nb: 1\n", ["Y027 2:1"]),
    ("a: - b\n", ["Y027 1:4"]),
    ("a: @x\n", ["Y026 1:4"]),
    ("a: `x`\n", ["Y026 1:4"]),
    ("a: %x\n", ["Y026 1:4"]),
    ("title: Item # 5\n", ["Y030 1:13"]),
    ("- one # two\n- three # four\n- five\n", ["Y030 1:7", "Y030 2:9"]),
    ("a: co\u00adop\n", ["Y031 1:6"]),
    ("a: x\u200by\n", ["Y031 1:5"]),
    ("a: x\u200cy\n", ["Y031 1:5"]),
    ('a: "x\\u200by"\n', ["Y031 1:4"]),
    ("a: \uf0b7 point\n", ["Y032 1:4"]),
    ("a: the BOM\u0421A programme\n", ["Y033 1:8"]),
    ("a: \u0421adap and С\n", ["Y033 1:4"]),
]


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
@pytest.mark.parametrize(("text", "found"), FOUND)
def test_each_fault_is_found_where_it_stands(text: str | bytes, found: list[str], pure: bool) -> None:  # noqa: FBT001
    assert findings(text, pure=pure) == found


def test_an_unknown_escape_is_found_in_both_parsers() -> None:
    assert findings('a: "\\q"\n') == ["Y025 1:5"]
    assert findings('a: "\\q"\n', pure=True) == ["Y025 1:6"]
    assert findings('a: "\\UFFFFFFFF"\n') == ["Y025 1:7"]
    assert findings('a: "\\UFFFFFFFF"\n', pure=True)[0].startswith("Y025 1:")
    assert findings('a: "\\ud83d\\ude00"\n')[0].startswith("Y025 1:")
    assert findings('a: "\\ud83d\\ude00"\n', pure=True) == ["Y003 1:4"] * 2


def test_all_findings_come_in_one_run_and_the_rest_is_read() -> None:
    checked = read("a: &x 1\na: 2\n<<: {c: 1}\nd: !t x\n? {e: f}\n: g\nh: Item # 5\nlast: read\n")
    assert [problem.code for problem in checked.problems] == ["Y010", "Y014", "Y013", "Y011", "Y015", "Y030"]
    assert checked.value == {"a": "1", "d": "x", "h": "Item", "last": "read"}
    assert not checked.is_sound


def test_a_warning_leaves_the_value_sound() -> None:
    assert read("title: Item # 5\n").is_sound


def test_a_duplicate_names_the_first_key_too() -> None:
    (problem,) = read("a: 1\nb: 2\na: 3\n").problems
    assert [str(place) for place in problem.also] == ["data/round.yaml:1:1"]


def test_what_stops_the_reading_brings_along_what_was_found_before() -> None:
    assert findings("a: &x 1\na: 2\nb: [\n") == ["Y010 1:4", "Y014 2:1", "Y024 3:5"]


def test_every_code_is_explained() -> None:
    text = (Path(reader.__file__).parents[2] / "codes" / "Y.yaml").read_text(encoding="utf-8")
    explained = read_yaml(text.encode(), "Y.yaml")
    assert explained.problems == ()
    assert isinstance(explained.value, Map)
    found = {line.split()[0] for _, lines in FOUND for line in lines} | {"Y001", "Y004", "Y006", "Y007", "Y025"}
    assert found <= set(explained.value)
    for entry in explained.value.values():
        assert isinstance(entry, Map)
        assert list(entry) == ["title", "why", "mend", "example"]


def test_places_of_keys_values_and_items_are_kept() -> None:
    value = read('outcomes:\n  - text: "4"\n    n: 4\n  - x\n').value
    assert isinstance(value, Map)
    outcomes = value["outcomes"]
    assert isinstance(outcomes, Seq)
    first = outcomes[0]
    assert isinstance(first, Map)
    assert (value.mark, value.keys_at, value.values_at) == ((1, 1), {"outcomes": (1, 1)}, {"outcomes": (2, 3)})
    assert (outcomes.mark, outcomes.items_at) == ((2, 3), [(2, 5), (4, 5)])
    assert (first.keys_at, first.values_at) == ({"text": (2, 5), "n": (3, 5)}, {"text": (2, 11), "n": (3, 8)})
    assert (first.is_plain("text"), first.is_plain("n"), outcomes.is_plain(1)) == (False, True, True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x" * (decoding.MAX_BYTES + 1), "Y001"),
        ("[" * 25_000, "Y006"),
        ("- " * 25_000, "Y006"),
        ("? " * 25_000, "Y006"),
        ("{a: " * 25_000, "Y006"),
        ("- x\n" * (reader.MAX_NODES + 1), "Y004"),
        ("- &a x\n" * 1_000, "Y007"),
        ("a: x\x07\n" * 1_000, "Y007"),
    ],
)
def test_bombs_are_refused_at_once(text: str, code: str) -> None:
    start = time.process_time()
    with pytest.raises(Failed) as failed:
        read(text)
    assert code in {problem.code for problem in failed.value.problems}
    assert time.process_time() - start < 2


def test_thirty_two_levels_are_read() -> None:
    assert read("[" * 32 + "]" * 32).problems == ()


def test_a_thousand_soft_hyphens_give_a_few_warnings_and_a_count() -> None:
    problems = read("- a\u00adb\n" * 1_000).problems
    assert len(problems) == 21
    assert problems[0].sentence == "980 more of the kind Y031 in this file"


def test_time_grows_with_the_file_and_no_faster() -> None:
    item = "- id: o1\n  text: {en: \"words – and [1] # more\", fr: 'l’été'}\n  n: 4\n"
    short, long = item * 200, item * 2_000
    assert _seconds(long) <= 15 * _seconds(short) + 0.01


def _seconds(text: str) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        read(text)
        times.append(time.process_time() - start)
    return min(times)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), max_size=20
)
TREES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.none()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(TREES, st.booleans())
def test_whatever_yaml_writes_is_read_back(tree: object, block: bool) -> None:  # noqa: FBT001
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=not block, width=60)
    checked = read(text)
    assert checked.value == tree
    assert checked.is_sound


SEED = """\
# a round
id: "4"
title: {en: EU-Central Asia, fr: 'L’Asie', fa: "کابل"}
date: 2017-06-08
topics:
  - id: t1
    text: >
      counter-terrorism and
      violent extremism
    occasion: [plenary, lunch]
  - {id: t2, text: "drugs \\u2013 borders", note: }
notes: |
  Line one # not a comment
  Line two
final: true
"""
ALPHABET = (
    string.printable + "{}[]&*!|>'\"%@`:#-?,~<\\\t\n\u00e9\u202e\u2067\u2069\u200c\ufeff\u00ad\u0410\x00\x85\u2028"
)


def _mutant(chance: random.Random) -> str:
    text = SEED
    for _ in range(chance.randint(1, 4)):
        at, end = sorted(chance.choices(range(len(text) + 1), k=2))
        piece = "".join(chance.choices(ALPHABET, k=chance.randint(1, 3)))
        match chance.randrange(5):
            case 0:
                text = text[:at] + piece + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 3) :]
            case 2:
                text = text[:at] + piece + text[at + len(piece) :]
            case 3:
                text = text[:at] + text[at:end][:40] * 2 + text[end:]
            case _:
                text = text[:end]
    return text


@pytest.mark.parametrize(("pure", "mutants"), [(False, 20_000), (True, 500)], ids=["libyaml", "pure"])
def test_mutants_raise_nothing_but_ours_and_every_place_is_inside_the_file(pure: bool, mutants: int) -> None:  # noqa: FBT001
    chance = random.Random(20170608)  # noqa: S311 - no secret
    for _ in range(mutants):
        text = _mutant(chance)
        try:
            problems = read(text, pure=pure).problems
        except Failed as failed:
            problems = failed.problems
            assert problems
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in problems:
            assert problem.place
            assert 0 <= problem.place.line <= len(lines), (text, problem)
            assert problem.place.column <= len(lines[problem.place.line - 1]) + 1, (text, problem)


def test_columns_count_from_the_last_end_of_line_whatever_it_is_made_of() -> None:
    assert findings("title: \u202ex\ra: b\r") == ["Y003 1:8"]
    assert findings("a: b\rtitle: \u202ex\r") == ["Y003 2:8"]


@pytest.mark.parametrize(("most", "found"), [(7, []), (6, ["Y004 2:8"]), (2, ["Y004 1:4"])])
def test_every_text_map_and_list_counts_once(monkeypatch: pytest.MonkeyPatch, most: int, found: list[str]) -> None:
    monkeypatch.setattr(reader, "MAX_NODES", most)
    assert findings("a: b\nc: [d, e]\n") == found


def test_a_reference_as_a_key_takes_its_value_along_and_nothing_else() -> None:
    assert findings("*x : y\nc: d\n") == ["Y010 1:1"]
    assert read("*x : y\nc: d\n").value == {"c": "d"}
    assert read("a: *x\nc: d\n").value == {"a": None, "c": "d"}
