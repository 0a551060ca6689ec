"""What people see: messages on standard error, results on standard output, colour on a terminal only."""
