"""What every check stands on: the text cut into sentences and lists, intervals, and words for the way things went."""
