"""What holds for a whole document, beyond its single elements. A new rule is a file here and a line in `all.py`.

A rule takes the tidied tree, the names of the pictures and the findings, and adds what it finds. It may meet any
tree, also one that breaks the vocabulary, and must not raise.
"""
