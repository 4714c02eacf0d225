"""Faults that a record by itself shows: what pydantic finds, said to the person who wrote it, with its place."""
