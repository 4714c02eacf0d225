"""Tags of languages, as BCP 47 has them (RFC 5646): in the shortest form that there is, so that each language has one."""

from __future__ import annotations

import re
from typing import Final

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\Z")
_NAMES: Final = (
    "ar ara arb arabic العربية,de deu ger german deutsch,en eng english anglais английский,es spa spanish español,"
    "fa fas per pes persian farsi فارسی,fa-AF prs dari دری,fr fra fre french français francais французский,"
    "it ita italian italiano,kk kaz kazakh қазақша,ky kir kyrgyz кыргызча,ps pus pashto پښتو,pt por portuguese português,"
    "ru rus russian russe русский,tg tgk tajik тоҷикӣ,tk tuk turkmen türkmençe,tr tur turkish türkçe,"
    "uk ukr ukrainian українська,uz uzb uzbek oʻzbekcha,zh zho chi cmn chinese 中文"
)
_BY_NAME: Final = {name: row.split()[0] for row in _NAMES.split(",") for name in row.split()[1:]}
"""Tags by the names and by the codes of three letters (ISO 639-2 and 639-3) that are written instead of them."""


def is_language(tag: str) -> bool:
    """Whether a word is the tag of a language, and not its code of three letters where it has one of two.

    >>> is_language("fa-AF"), is_language("eng")
    (True, False)
    """
    return bool(LANGUAGE.match(tag)) and tag not in _BY_NAME


def meant_language(word: str) -> str | None:
    """The tag that somebody had in mind who wrote a name, another code, or an underscore; None where nobody knows.

    >>> meant_language("English"), meant_language("prs"), meant_language("fa_AF"), meant_language("Lakeish")
    ('en', 'fa-AF', 'fa-AF', None)
    """
    tag = _BY_NAME.get(word.lower(), word.replace("_", "-"))
    return tag if is_language(tag) and tag != word else None
