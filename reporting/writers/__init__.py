"""Writers: a Document becomes bytes. Each takes the same tree; they differ in look, never in words.

To add a format, add a writer with `write_<format>(document, ...) -> bytes` and a row to `build/formats.py`.
"""
