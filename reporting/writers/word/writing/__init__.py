"""Writing: the paper that the walk writes, and what it is written with: runs, bookmarks, fields, sections.

Each file builds on those before it in the order `html`, `runs`, `marks`, `crossing`, `paragraphs`, `findings`,
`sections`, `paper`.
"""
