"""Importing WeasyPrint in half the time.

Two things cost most: cffi parses five hundred lines of C on every start, and fontTools loads tables that only
variable fonts need. The parsed C is kept as a Python module; fontTools waits until somebody asks.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import io
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

LATER = ("fontTools.subset", "fontTools.varLib.instancer")


def import_weasyprint(cache: Path) -> None:
    """Imports WeasyPrint; tables of its C functions are kept in `cache`.

    Raises:
        OSError: Pango or another library of WeasyPrint is missing.
    """
    if "weasyprint" in sys.modules:
        return
    import cffi

    waiting = [_Waiting(name) for name in LATER if name not in sys.modules]
    for module in waiting:
        sys.modules[module.__name__] = module
    parse, kept = cffi.FFI, _Kept(cffi.FFI, cffi.__version__, cache)
    cffi.FFI = lambda: kept
    try:
        import weasyprint  # noqa: F401  (imported for what it leaves in sys.modules)
    finally:
        cffi.FFI = parse
        for module in waiting:
            if sys.modules.get(module.__name__) is module:
                del sys.modules[module.__name__]
    _hand_out(kept)
    _pin()


def _pin() -> None:
    """Keeps the libraries open to the very end. Python lets go of them before all that they made is freed, and dies of it."""
    from weasyprint.text import ffi

    for library in (each for each in vars(ffi).values() if type(each).__name__ == "Lib"):
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))


def _hand_out(kept: _Kept) -> None:
    """Gives every module the compiled tables themselves instead of the stand-in."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint") and getattr(module, "ffi", None) is kept:
            module.ffi = kept.real  # type: ignore[attr-defined]  # WeasyPrint's modules hold it


class _Waiting(ModuleType):
    """A module that is imported when something of it is used."""

    def __getattr__(self, name: str) -> Any:
        if name == "instantiateVariableFont":
            return lambda *a, **k: import_module(self.__name__).instantiateVariableFont(*a, **k)
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


class _Kept:
    """Stands in for `cffi.FFI()` until it is shown the declarations, and for the compiled tables from then on."""

    def __init__(self, parser: Any, version: str, cache: Path) -> None:
        self._parser, self._version, self._cache = parser, version, cache
        self.real: Any = None

    def cdef(self, declarations: str) -> None:
        key = hashlib.sha256(f"{self._version} {sys.version} {declarations}".encode()).hexdigest()[:16]
        path = self._cache / f"c_tables_{key}.py"
        if not path.exists():
            self._keep(declarations, path)
        # Machinery of importlib would do the same through three more objects.
        tables: dict[str, Any] = {"__name__": path.stem}
        exec(compile(path.read_text("utf-8"), str(path), "exec"), tables)  # noqa: S102  # our own file, made by cffi
        self.real = tables["ffi"]

    def _keep(self, declarations: str, path: Path) -> None:
        parsed = self._parser()
        parsed.cdef(declarations)
        parsed.set_source(path.stem, None)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".c-tables-") as aside:
            made = Path(aside) / path.name
            with contextlib.redirect_stdout(io.StringIO()):
                parsed.emit_python_code(str(made))
            made.replace(path)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)
