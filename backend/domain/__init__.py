"""What a town is. Pure: no I/O, no clock, no global chance."""
