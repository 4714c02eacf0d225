"""What every noun of the model shares: strictness, an audience level for each field, and a word on its origin."""

from collections.abc import Callable
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from reporting.records.levels import Level
from reporting.records.markings import Marking
from reporting.records.model.texts import Label
from reporting.records.model.values import AudienceLevel, MarkingName


def field(
    level: Level,
    sentence: str,
    *,
    default: Any = PydanticUndefined,
    many: bool = False,
    make: Callable[[], Any] | None = None,
    lowest: Level | None = None,
) -> Any:
    """A field of the model.

    Args:
        level: who may read it; there is no default, so that nothing becomes public by silence.
        sentence: what it holds, for the record reference and the editor.
        default: what stands where it is left out; without one the field must be there.
        many: the field is a list or mapping that may be left out.
        make: what makes the thing that stands where it is left out, if that is a noun of the model.
        lowest: how low a record may take the level by `audience` and `lowered`; left out, not at all.
    """
    extra: dict[str, Any] = {"audience": str(level), "lowest": str(level if lowest is None else lowest)}
    if many or make:
        return Field(default_factory=make or _nothing, description=sentence, json_schema_extra=extra)
    return Field(default=default, description=sentence, json_schema_extra=extra)


def _nothing() -> list[Any]:
    return []


class Node(BaseModel):
    """A noun of the field. Unknown keys are errors; values are never changed after reading."""

    # Validators are built when a record is first read, those of whole records only: half the time of an import.
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)
    base_level: ClassVar[Level] = Level.PUBLIC
    """The lowest level that a thing of this kind can have, whatever its fields say."""
    whole_by: ClassVar[frozenset[str]] = frozenset()
    """Fields that whoever reads the thing at all must read: they can be kept back with the whole of it only."""
    needed: ClassVar[frozenset[str]] = frozenset()
    """Fields that papers print, or choose their words by, wherever they print the thing."""

    audience: AudienceLevel | dict[str, AudienceLevel] | None = field(
        Level.PUBLIC, "Who may read this item; or, by key, who may read one field of it.", default=None
    )
    lowered: Label | None = field(
        Level.INTERNAL,
        "Why `audience` may be lower here than the model says; without it a lower level is an error.",
        default=None,
    )
    marking: MarkingName | dict[str, MarkingName] | None = field(
        Level.PUBLIC,
        "The marking that this item carries, such as limite or tlp/amber; or, by key, that of one field. "
        "It is then for no wider audience than the marking is.",
        default=None,
    )
    illustrative: bool = field(
        Level.PUBLIC,
        "True for invented matter in a sample; every paper that holds it says so in its running head.",
        default=False,
    )

    def least_level(self) -> Level:
        """The lowest level at which this very item may be read; a kind of item may raise it by its own state."""
        return self.base_level

    def stated_level(self) -> Level:
        """What the record itself says of who may read the whole item: by its audience, and never below its marking."""
        stated = self.audience if isinstance(self.audience, Level) else Level.PUBLIC
        marking = self.marked()
        return max(stated, marking.level) if marking else stated

    def own_level(self) -> Level:
        """Who may read the whole item, wherever it stands: by what it is, by its state, and by what the record says."""
        return max(self.least_level(), self.stated_level())

    def marked(self) -> Marking | None:
        """The marking of the whole item."""
        return self.marking if isinstance(self.marking, Marking) else None

    def marked_fields(self) -> dict[str, Marking]:
        """The markings of single fields."""
        return self.marking if isinstance(self.marking, dict) else {}


def level_of(info: FieldInfo) -> Level:
    """The audience level that `field()` gave to a field."""
    return Level.named(_extra(info)["audience"])


def lowest_of(info: FieldInfo) -> Level:
    """How low a record may take the level of a field."""
    return Level.named(_extra(info)["lowest"])


def _extra(info: FieldInfo) -> dict[str, str]:
    extra = info.json_schema_extra
    if not isinstance(extra, dict):
        raise TypeError("a field without an audience level; declare it with field()")
    return {key: str(value) for key, value in extra.items()}


class Record(Node):
    """A whole file."""

    file_name: ClassVar[str] = ""
