"""Benchmarks: run by hand or by CI, never by `make test`."""
