"""What changed between two registries: rows matched by what they say, each change with its ground."""
