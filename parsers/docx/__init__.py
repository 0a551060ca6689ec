"""DOCX: the package opened, its body read in order, its text in the accepted view; nothing of it lost."""
