"""Proofs that come from outside: stamps of time and signatures, asked for, kept and judged."""
