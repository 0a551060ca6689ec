"""Where results go: names that do not clash, files that are whole or not there, nothing outside the folder."""
