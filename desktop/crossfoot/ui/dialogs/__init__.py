"""The dialogs: keys, faults and initials."""
