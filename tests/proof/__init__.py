"""Proofs at length: what the tests try some hundred times, tried ten thousand times. `make proof` runs them."""
