"""How records come in: reading files in other processes, reading stored texts again, taking new versions."""
