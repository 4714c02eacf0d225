"""Blocks, one function each: what stands for itself on the page, from a heading to a table and the contents."""
