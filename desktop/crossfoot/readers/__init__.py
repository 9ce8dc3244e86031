"""One reader per file format behind one registry: a file's bytes become text, structure and page geometry."""
