"""The panes of the desk: each knows the review, the selection and the theme, and no other pane."""
