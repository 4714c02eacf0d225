"""Claims about `reporting.languages`."""
