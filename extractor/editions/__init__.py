"""Editions of one order: the date of each, ids of touchpoints that stay from one to the next, its history."""
