"""Towns that leave and enter: as one file with all their past, or as the record of a headless run."""
