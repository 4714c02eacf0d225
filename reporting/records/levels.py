"""Audience levels: who may read a value."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """Who may read a value, from everybody to the few. A higher level is read by fewer people."""

    PUBLIC = 0
    """Anybody."""
    PARTNERS = 1
    """The parties to the dialogue, until a text is published."""
    INTERNAL = 2
    """The own service."""
    RESTRICTED = 3
    """Those who need it; papers carry a marking."""

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def named(cls, name: str) -> Level:
        """The level called `name` (public, partners, internal, restricted).

        Raises:
            ValueError: there is no such level.
        """
        try:
            return cls[name.upper()] if name == name.lower() else cls[""]
        except KeyError:
            raise ValueError(f"audience is one of {', '.join(map(str, cls))}") from None
