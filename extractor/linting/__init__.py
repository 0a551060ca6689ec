"""Diagnostics of orders in the forms that people, scripts and CI read."""
