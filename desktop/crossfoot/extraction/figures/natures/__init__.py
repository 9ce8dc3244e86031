"""Nature and qualifier: whether a number reports, plans or compares, and how firmly it is put."""
