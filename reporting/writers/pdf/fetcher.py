"""The only door to the outside that WeasyPrint gets: a table of the document's own images."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from reporting.writers.pdf.prepare import image_url

REFUSAL = "not one of the document's images"
"""What the engine's log says then; the refusal itself is told by address."""


class ImageTable(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type hints
    """Serves the images it was given, by `image_url`. Files, networks and data URLs do not exist for it.

    Attributes:
        refused: every other address that was asked for, in order.
    """

    def __init__(self, images: Mapping[str, bytes]) -> None:
        super().__init__(timeout=0, allowed_protocols=set(), allow_redirects=False)
        self._images = {image_url(data): data for data in images.values()}
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        data = self._images.get(url)
        if data is None:
            self.refused.append(url)
            raise ValueError(REFUSAL)
        return URLFetcherResponse(url, data, {})
