"""What every request meets before and after its route: who may, how often and how much, headers, problems, logs."""
