"""Which rule read what where: every value of a registry with its place and its reason."""
