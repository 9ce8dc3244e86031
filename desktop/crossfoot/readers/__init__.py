"""One reader per file format behind one registry: a file's bytes become text, structure and page geometry."""

from crossfoot.readers.registry import SUFFIXES, file_bytes, read_bytes, read_file

__all__ = ["SUFFIXES", "file_bytes", "read_bytes", "read_file"]
