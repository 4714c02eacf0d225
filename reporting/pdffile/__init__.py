"""What stands in the bytes of a PDF: syntax, objects, filters, fonts and pages, read without the library that wrote it.

The gate reads all that is in a file, used or not (`objects.py`). The archive reads what a viewer would (`table.py`).
"""
