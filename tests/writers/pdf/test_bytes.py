"""The same document gives the same bytes, whoever writes it, where and when."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from datetime import UTC, datetime

import pikepdf
import pytest

from tests.support.samples import all_elements, small
from tests.writers.pdf_house import VIEW, written

SCRIPT = """
import hashlib, sys
from reporting.writers.pdf.engine import start_engine
from reporting.writers.pdf.write import write_pdf
from tests.bench.pdf_documents import pack, press_release
from tests.support.samples import all_elements
from tests.writers.pdf_house import CACHE, VIEW, print_css, theme
from pathlib import Path
started = start_engine(theme(), Path(sys.argv[2]) if len(sys.argv) > 2 else CACHE, faster=sys.argv[1] == "faster")
assert started.is_faster == (sys.argv[1] == "faster")
for document in (press_release(7), all_elements(), pack(8, 2), press_release(9)):
    print(hashlib.sha256(write_pdf(document, theme(), print_css(), attachments=(VIEW,)).data).hexdigest())
"""


def hashes(*arguments: str, **environment: str) -> list[str]:
    """Hashes of four papers written in a process of their own."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    ran = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return ran.stdout.split()


@pytest.fixture(scope="module")
def usual() -> list[str]:
    return hashes("faster", PYTHONHASHSEED="1", TZ="UTC")


def test_another_process_hash_seed_time_zone_and_locale_give_the_same_bytes(usual: list[str]) -> None:
    assert hashes("faster", PYTHONHASHSEED="4242", TZ="Asia/Almaty", LC_ALL="C", HOME="/nowhere") == usual


def test_the_short_cuts_leave_every_byte_as_it_is(usual: list[str], tmp_path: object) -> None:
    assert hashes("plain", str(tmp_path)) == usual


def test_what_was_written_before_leaves_no_trace(usual: list[str]) -> None:
    written(small("<p>Another paper, 中 and all.</p>"))
    assert hashlib.sha256(written(all_elements(), attachments=(VIEW,)).data).hexdigest() == usual[1]


def test_no_date_in_the_file_is_of_today() -> None:
    data = written(all_elements(), attachments=(VIEW,)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        text = pdf.Root.Metadata.read_bytes()
        said = [str(value) for value in pdf.docinfo.values()] + [
            str(pdf.attachments["view.json"].get_file().creation_date)
        ]
    today = datetime.now(UTC)  # noqa: TID251  # to be sure that nothing else asks
    for form in ("%Y-%m-%d", "%Y%m%d"):
        assert today.strftime(form).encode() not in text
        assert not any(today.strftime(form) in value for value in said)
    assert any("20311021" in value for value in said)
