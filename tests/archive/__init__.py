"""Closed rounds: what is in a package, and that no change of one goes unseen."""
