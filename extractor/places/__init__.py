"""Touchpoints: found in tables, lists and clauses, merged where they name one place, given contacts and ids."""
