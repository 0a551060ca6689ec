"""A file to a document, and a document to its structure."""
