"""Order, voices and copies: who stands before whom, and in whose name."""
