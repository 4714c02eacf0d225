"""The settings of a document: how Word opens it."""

from __future__ import annotations

from reporting.writers.word.parts.markup import DECLARED, HEAD, language_tag

MODE = "http://schemas.microsoft.com/office/word"


def settings_xml(language: str, *, notes: str = "", embedded: bool = False) -> str:
    """The settings part: today's layout rules, no question when the file is opened; `notes` is their kind."""
    # Endnotes are i, ii, iii where nothing is said; every paper of ours has figures.
    inner = "".join(f'<w:{notes} w:id="{number}"/>' for number in (-1, 0))
    separators = f'<w:{notes}Pr><w:numFmt w:val="decimal"/>{inner}</w:{notes}Pr>' if notes else ""
    fonts = "<w:embedTrueTypeFonts/>" if embedded else ""
    return (
        f'{HEAD}<w:settings {DECLARED}><w:zoom w:percent="100"/>{fonts}<w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{separators}<w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{MODE}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{MODE}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{MODE}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{MODE}" w:val="1"/></w:compat>'
        f'<w:themeFontLang w:val="{language_tag(language)}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
