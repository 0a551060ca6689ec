"""Pages of a scan: made upright, their rules found, their cells read by Tesseract."""
