"""The scanner: what must not be found in a paper, and the search for it through everything that lies in a file."""
