"""Structure and drafts to the public items of a registry, each with its place in the source."""
