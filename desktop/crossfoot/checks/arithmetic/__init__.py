"""Rules 1 to 8, 21, 22, 24 to 28 and 36: figures of one record against each other, a folder for each relation.

``text_and_table`` and ``triples`` find relations of several kinds; the folders take from them what is theirs.
"""
