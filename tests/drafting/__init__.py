"""Claims about `reporting.drafting`."""
