"""Translations: how the texts of a record came into another language, and what of the source they were made from."""

import re
from typing import Annotated, ClassVar, Literal

from pydantic_core import PydanticCustomError

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.tags import LANGUAGE, is_language
from reporting.records.model.values import Id, Read

Status = Literal["authentic", "courtesy", "draft"]
DIGESTS = re.compile(r"[0-9a-f]{8}(?: [0-9a-f]{8})*\Z")


def _language(value: object) -> str:
    if isinstance(value, str) and is_language(value):
        return value
    raise PydanticCustomError("tag", "is no language tag such as en, fr or fa-AF")


def _digests(value: object) -> str:
    if isinstance(value, str) and DIGESTS.match(value):
        return value
    raise PydanticCustomError("hash", "is nothing that `reporting translated` writes; take it out and run that again")


Tag = Annotated[str, Read(_language, {"type": "string", "pattern": f"^{LANGUAGE.pattern[:-2]}$"})]
Digests = Annotated[str, Read(_digests, {"type": "string", "pattern": f"^{DIGESTS.pattern[:-2]}$"})]
"""Eight letters for each text of the source; `reporting translated` writes them."""


class Translation(Node):
    """How the texts of a record, or of one item of it, came into one language."""

    whole_by: ClassVar = frozenset({"language", "of", "status", "hash", "item"})
    """What a paper says of its language depends on all of them."""

    language: Tag = field(Level.PUBLIC, "The language of the translation.")
    of: Tag = field(Level.PUBLIC, "The language that it was made from.")
    status: Status = field(
        Level.PUBLIC,
        "authentic: agreed on as the source was; courtesy: for the reader's convenience; draft: not yet looked at.",
    )
    item: Id | None = field(
        Level.PUBLIC,
        "The id of a paragraph, topic or the like, or the key of a text, where this is for that alone.",
        default=None,
    )
    hash: Digests | None = field(
        Level.PUBLIC,
        "What the texts of the source were when somebody last held the translation against them; "
        "`reporting translated` writes it.",
        default=None,
    )
