"""The stored text of a record, set to be read, with its figures lit."""
