"""Rules 1, 27 and 36: wholes and the parts that the text, a list or a table gives of them."""
