"""Text to canonical value: one kind, one small file, one contract."""
