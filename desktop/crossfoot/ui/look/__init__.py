"""How the window looks: the colours of light, dark and high contrast, the sheet they make, and who chooses."""
