"""Reports for diplomatic dialogues: records in YAML, papers in PDF, Word, HTML and text.

The floors, from the top: `cli`, `archive` and `release`, `build`, `drafting`, `writers` and `audiences`, `document` and
`checks`, `protocol`, `languages`, `records`, `workspace`, `problems`. Imports point down.
"""
