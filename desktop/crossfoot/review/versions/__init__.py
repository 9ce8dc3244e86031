"""A new version in the place of an old one: what became of figures, words and notes, and the act itself."""
