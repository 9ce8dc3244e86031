"""The way to a signature: a second pair of eyes, how far the two agree, the name under it, what may be said of it."""
