"""The few words that Word's pages carry by themselves, by language."""

from __future__ import annotations

PAGE_OF = {
    "en": ("Page ", " of "), "fr": ("Page ", " sur "), "ru": ("Страница ", " из "), "de": ("Seite ", " von "),
    "es": ("Página ", " de "), "it": ("Pagina ", " di "), "pt": ("Página ", " de "), "uk": ("Сторінка ", " з "),
    "kk": ("", " / "), "ky": ("", " / "), "tg": ("Саҳифаи ", " аз "), "uz": ("", " / "), "tk": ("", " / "),
    "fa": ("صفحهٔ ", " از "), "ps": ("مخ ", " له "), "ar": ("صفحة ", " من "), "tr": ("Sayfa ", " / "),
}  # fmt: skip
"""What stands before the page's number and before the number of pages."""


def page_of(language: str) -> tuple[str, str]:
    """The words round the two numbers; a stroke alone where the language is not known."""
    return PAGE_OF.get(language.split("-", maxsplit=1)[0], ("", " / "))
