"""Short cuts through WeasyPrint and pydyf that leave every byte as it is.

They replace private functions, so they are taken only for the versions that `engine.SUPPORTED` names, and a test
writes the same documents with and without them. To add one: a module with `install()`, and a line in `install.py`.
"""
