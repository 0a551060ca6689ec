"""Registries of a whole folder: tasks, the workers that do them, limits on each, a report of the run."""
