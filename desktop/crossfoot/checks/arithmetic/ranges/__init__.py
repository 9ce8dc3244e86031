"""Rule 26: values and the bounds that are given for them."""
