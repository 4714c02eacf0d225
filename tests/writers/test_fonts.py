"""Fonts of the theme: static, complete, private."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reporting.document.theme import Theme
from reporting.problems import EnvironmentFailed
from reporting.writers.fonts import font_folder, instances, missing_glyphs, use_fonts
from tests.writers.pdf_house import CACHE, theme


def names_of(path: Path) -> dict[int, str]:
    with TTFont(path) as font:
        return {record.nameID: record.toUnicode() for record in font["name"].names}


def test_each_weight_of_the_theme_becomes_one_static_file_upright_and_italic() -> None:
    assert sorted(path.name for path in font_folder(theme(), CACHE).glob("Source*.ttf")) == [
        f"{family}-{style}.ttf"
        for family in ("SourceSans3", "SourceSerif4")
        for style in ("Bold", "BoldItalic", "Italic", "Regular", "SemiBold", "SemiBoldItalic")
    ]


def test_a_semibold_font_is_found_by_its_family_and_by_the_four_classic_styles() -> None:
    names = names_of(font_folder(theme(), CACHE) / "SourceSerif4-SemiBoldItalic.ttf")
    assert (names[1], names[2]) == ("Source Serif 4 SemiBold", "Italic")
    assert (names[16], names[17]) == ("Source Serif 4", "SemiBold Italic")


def test_static_files_have_no_axes_left_and_say_their_weight() -> None:
    with TTFont(font_folder(theme(), CACHE) / "SourceSans3-BoldItalic.ttf") as font:
        assert not {"fvar", "gvar"} & {*font.keys()}
        assert font["OS/2"].usWeightClass == 700
        assert font["head"].macStyle == 0b11


def test_several_asking_at_once_get_the_same_whole_folder(tmp_path: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        folders = set(pool.map(lambda _: font_folder(theme(), tmp_path), range(3)))
    assert len(folders) == 1
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert len(list(folders.pop().glob("*.ttf"))) == len(instances(theme()))


def test_the_system_fonts_do_not_exist_for_the_process() -> None:
    script = (
        "import sys; from pathlib import Path; from tests.writers.pdf_house import theme, CACHE\n"
        "from reporting.writers.fonts import use_fonts\n"
        "use_fonts(theme(), CACHE)\n"
        "import os; print(Path(os.environ['FONTCONFIG_FILE']).read_text().count('<dir>'), os.environ['FONTCONFIG_FILE'])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert said[0] == "1"
    assert Path(said[1]).is_absolute()


@pytest.mark.parametrize(
    "text", ["Zażółć gęślą jaźń", "Қазақстан өңірі ұлт һәм", "Ελλάδα", "گفتگوی سیاسی پښتو", "€ § № – “ ” « »"]
)
def test_the_theme_has_the_letters_of_the_languages_it_serves(text: str) -> None:
    assert missing_glyphs(text, theme()) == ""


def test_characters_that_no_font_has_are_named_once_each() -> None:
    assert missing_glyphs("中 and 中 and 🙂, \u200b\u00ad but not these", theme()) == "中🙂"


def with_package(package: str) -> Theme:
    fonts = dict(theme().fonts)
    return replace(theme(), fonts={**fonts, "text": replace(fonts["text"], package=package)})


def test_a_font_package_that_is_not_installed_is_a_fault_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed) as failed:
        use_fonts(with_package("no-such-font"), tmp_path)
    assert [problem.code for problem in failed.value.problems] == ["W003"]
