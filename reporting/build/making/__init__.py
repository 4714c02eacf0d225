"""Making: the material of one paper, its job, and what a worker does with it, from the view to the bytes of each format."""
