"""The command line, the set-up and the supervisor of the services that a town runs on."""
