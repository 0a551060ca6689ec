"""HTML: saved pages of legal systems as paragraphs, lists and tables."""
