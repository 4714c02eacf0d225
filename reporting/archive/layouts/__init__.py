"""Layouts of packages: BagIt and E-ARK, and the page that explains them to somebody who has nothing else.

To add a kind of package, write what puts it together here, and add a row to `table.py`.
"""
