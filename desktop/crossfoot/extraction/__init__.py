"""Text becomes a record (sections, dates, resolutions) and figures, each with its span and the rule that found it."""
