"""Fresh or stale: what papers were made of against what is there now, and how to tell at once that nothing has changed."""
