"""The output folder: files whole or not at all, sets that change places in one step, and what each paper was made of."""
