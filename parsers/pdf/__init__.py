"""PDF: characters and rules of the pages, tables joined over them, paragraphs; a verdict on the text layer."""
