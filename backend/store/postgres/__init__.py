"""The connection, the tables, how rows are written and read back, and which of them a town can see."""
