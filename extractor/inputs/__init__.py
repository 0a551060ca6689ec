"""What the command line is given to read: files, standard input, folders of orders."""
