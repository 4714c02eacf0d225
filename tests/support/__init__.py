"""Helpers of the tests: sample documents and other things that several tests ask for."""
