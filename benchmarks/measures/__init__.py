"""The measures by subject; each module's function yields its lines of the table."""
