"""Building: which papers there are, which of them are stale and why, and how they are made in parallel."""
