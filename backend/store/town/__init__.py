"""A town's row: its scenario, its clock, who may write it and who watches it."""
