"""Claims about `reporting.records`."""
