"""Rule 4: percentages and the points that lie between them."""
