"""Making: the job of one paper, and what a worker does with it, from the view to the bytes of each format."""
