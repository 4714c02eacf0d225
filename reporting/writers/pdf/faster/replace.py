"""How a function of WeasyPrint is replaced: in every one of its modules that imported it by name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def replace_everywhere(stock: Callable[..., Any], own: Callable[..., Any]) -> None:
    """Puts `own` where `stock` is, under whatever name."""
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("weasyprint")]
    for module in modules:
        for name, value in list(vars(module).items()):
            if value is stock:
                setattr(module, name, own)
