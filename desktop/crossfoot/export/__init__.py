"""The annotated summary leaves as HTML, Excel, CSV or JSON."""
