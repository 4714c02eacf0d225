"""What a Word file cannot hold: each a problem with a code, the record's path and a hint, and nothing else breaks."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image

from reporting.problems import Problem
from reporting.writers.word.inlines.pictures import MOST_BYTES
from reporting.writers.word.writer import write_word
from tests.support.samples import SAMPLES, small
from tests.writers.word_house import THEME

EMBLEM = (SAMPLES / "emblem.png").read_bytes()


@cache
def vast() -> bytes:
    """A picture of a few thousand bytes that unfolds to a hundred million dots."""
    out = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(out, "png")
    return out.getvalue()


@cache
def photograph() -> bytes:
    out = io.BytesIO()
    Image.effect_mandelbrot((300, 300), (-2, -1.5, 1, 1.5), 50).save(out, "jpeg")
    return out.getvalue()


PICTURES = {
    "missing": (None, "W055"),
    "no picture": (b"Dear Sir", "W055"),
    "PNG cut short": (EMBLEM[:-200], "W055"),
    "JPEG cut short": (photograph()[: len(photograph()) // 2], "W055"),
    "broken SVG": (b"<svg viewBox='0 0 9 9'><path", "W055"),
    "SVG without a size": (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='a b c d'/>", "W055"),
    "SVG of size nought": (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'/>", "W055"),
    "too many bytes": (EMBLEM + bytes(MOST_BYTES), "W057"),
    "too many dots": (vast(), "W057"),
}


def found(body: str, **images: bytes) -> list[Problem]:
    return list(write_word(replace(small(body), images=images), THEME).problems)


@pytest.mark.parametrize("case", PICTURES)
def test_a_picture_that_cannot_be_shown_is_told_with_its_path(case: str) -> None:
    data, code = PICTURES[case]
    body = '<figure data-from="round.chart"><img src="chart" alt="a"/><figcaption>b</figcaption></figure>'
    [problem] = found(body, **({} if data is None else {"chart": data}))
    assert (problem.code, problem.trail, problem.is_error) == (code, "round.chart", True)
    assert problem.hint


def test_a_sound_picture_is_no_problem() -> None:
    assert found('<figure><img src="a" alt="a"/></figure><p><img src="b" alt="b"/></p>', a=EMBLEM, b=photograph()) == []


@pytest.mark.parametrize("character", ["\x0b", "\x00", "\x7f\x1b", "\ufffe", "\ud800"])
def test_a_forbidden_character_is_told_with_its_path_and_left_out(character: str) -> None:
    [problem] = found(f'<p>a</p><p data-from="round.outcomes[o1].text">b{character}c</p>')
    assert (problem.code, problem.trail) == ("W058", "round.outcomes[o1].text")
    assert f"U+{ord(character[-1]):04X}" in problem.sentence


def test_an_unknown_element_is_told_with_its_path() -> None:
    [problem] = found('<p data-from="round.occasion">a <blink>b</blink></p>')
    assert (problem.code, problem.trail, problem.is_error) == ("W050", "round.occasion", True)
