"""What a part of the package leads to: addresses and pictures, each under one identifier."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Relations:
    """The relations of one part, numbered in the order in which the text needs them."""

    links: dict[str, str] = field(default_factory=dict)
    """Address to identifier."""
    pictures: dict[str, str] = field(default_factory=dict)
    """Name of a picture to identifier."""

    def link(self, address: str) -> str:
        return self.links.setdefault(address, f"rIdL{len(self.links) + 1}")

    def picture(self, name: str) -> str:
        return self.pictures.setdefault(name, f"rIdP{len(self.pictures) + 1}")
