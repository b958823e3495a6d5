"""What waits for an engine or a mind: inputs, questions and tellings, and the answers known beforehand."""
