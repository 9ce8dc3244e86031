"""What every check stands on: the text cut into sentences and lists, intervals, words that say which way things went."""
