"""Reading: YAML bytes become a tree that knows its places, and one value can be written back beside all others."""
