"""What every process of Townlet is told by its environment, how it logs, and where tests may have it die."""
