"""Tables: rows of cells with their heads and captions, and the figures in them."""
