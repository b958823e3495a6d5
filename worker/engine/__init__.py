"""The engine: turns inputs and answers into events, and nothing else writes events."""
