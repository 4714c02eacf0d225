"""PDF by WeasyPrint: PDF/A-3a and PDF/UA-1 in one file, the same bytes every time.

`start_engine` once a process, then `write_pdf` as often as wanted. On the way from document to bytes: `prepare`
turns the vocabulary's furniture and notes into what WeasyPrint pages with; `structure` builds the tree that screen
readers walk; `metadata` writes XMP; `fetcher` hands out the document's own images and nothing else; `faster` holds
short cuts that leave the bytes as they are. To support a new WeasyPrint, raise the version in `engine.SUPPORTED`
and run the tests: they compare bytes with and without the short cuts, and trees with documents.
"""
