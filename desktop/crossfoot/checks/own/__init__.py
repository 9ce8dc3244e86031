"""The officer's own checks: formulas over named figures, worked out with their units and their rounding."""
