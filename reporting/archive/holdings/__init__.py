"""Holdings: packages that are put there whole or not at all, and the catalogue that chains them."""
