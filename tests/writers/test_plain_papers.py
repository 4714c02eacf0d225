"""What holds for HTML and text alike, whatever the document is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reporting.document.checker import check_document
from reporting.document.document import Document
from reporting.writers.text import write_text
from tests.support.samples import all_elements, small
from tests.writers.test_html import page

WRITERS: list[Callable[[Document], Any]] = [write_text, page]
_DIGEST = """
import hashlib
from reporting.writers.text import write_text
from tests.support.samples import all_elements
from tests.writers.test_html import page
print(hashlib.sha256(write_text(all_elements()) + page(all_elements()).encode()).hexdigest())
"""


def test_neither_the_seed_of_hashes_nor_the_time_zone_changes_a_byte() -> None:
    places = [("1", "Asia/Bishkek"), ("77", "America/Lima")]
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone in places
    }
    assert len(digests) == 1


def test_a_checked_document_gives_the_same_papers_as_a_drafted_one() -> None:
    drafted = all_elements()
    checked = replace(drafted, html=check_document(drafted.html, drafted.images, "x").html)
    assert write_text(checked) == write_text(drafted)
    assert page(checked) == page(drafted)


@pytest.mark.parametrize("write", WRITERS)
def test_writers_bear_the_deepest_nesting_that_the_checker_lets_through(write: Callable[[Document], Any]) -> None:
    table = "<table><tbody><tr><th>word</th><td>b</td></tr></tbody></table>"
    document = small("<ul><li>x" * 45 + table + "</li></ul>" * 45)
    assert check_document(document.html, (), "x").problems == ()
    assert write(document)
