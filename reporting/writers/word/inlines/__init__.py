"""Inline elements, one function each, with notes, comments and pictures, which stand in the line as well."""
