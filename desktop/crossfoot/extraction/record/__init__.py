"""What a decision record says of itself: council, title, reference, dates, sections and resolutions."""

from crossfoot.extraction.record.record import read_record

__all__ = ["read_record"]
