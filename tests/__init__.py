"""Tests of the reports; what they share stands in `support`, what they read in `samples` and `golden`."""
