"""Orders made for the benchmarks, each one new to every cache."""
