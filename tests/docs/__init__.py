"""The manual, tried out: each command that a page shows is run, and what is printed is what the page says."""
