"""The few words that an HTML page needs for those who listen to it, by language. None of them is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """Labels of what the page adds to the document."""

    language: str
    skip: str
    notes: str
    back: str
    table: str


WORDS: Mapping[str, Words] = {
    words.language: words
    for words in (
        Words("en", "Skip to the text", "Notes", "Back to the text", "Table"),
        Words("fr", "Aller au texte", "Notes", "Retour au texte", "Tableau"),
        Words("de", "Zum Text springen", "Anmerkungen", "Zurück zum Text", "Tabelle"),
        Words("es", "Ir al texto", "Notas", "Volver al texto", "Tabla"),
        Words("ru", "Перейти к тексту", "Примечания", "Вернуться к тексту", "Таблица"),
        Words("ar", "انتقل إلى النص", "ملاحظات", "العودة إلى النص", "جدول"),
    )
}


def words_for(language: str) -> Words:
    """The labels in the language of the tag, in English where there are none."""
    return WORDS.get(language.partition("-")[0].lower(), WORDS["en"])
