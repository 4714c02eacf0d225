"""Reports for diplomatic dialogues: records in YAML, papers in PDF, Word, HTML and text.

The floors, from the top: `cli`, `build`, `drafting`, `writers`, `document`,
`audiences`, `languages`, `checks`, `records`, `workspace`, `problems`. Imports point down.
"""
