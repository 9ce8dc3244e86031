"""One cell of a table read as a figure: what stands around its number, and its nature, period and indicator by that."""
