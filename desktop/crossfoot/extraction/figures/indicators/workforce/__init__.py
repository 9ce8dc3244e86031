"""The workforce: posts and who fills them, and the cases that each worker holds."""
