"""What templates can write: filters, one subject a file.

`table.py` names all of them. To add one, write a function in the file of its subject and give it a row there; if it gives
plain text, give it one in `lint/filters.py` as well.
"""
