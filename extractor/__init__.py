"""Structure to registry: the public face of the tool."""
