"""Planning: which papers there are, for whom and in which languages, why others are omitted, and which are wanted."""
