"""The reliability model: a file one can read (`scorecard`), how it is fitted (`train`) and described (`card`)."""
