"""Where one record ends and the next begins in a text that holds several."""

from crossfoot.readers.splitting.records import records_in

__all__ = ["records_in"]
