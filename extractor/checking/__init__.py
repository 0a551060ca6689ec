"""Registries against golden files: pairs by name, differences field by field, precision, recall and F1."""
