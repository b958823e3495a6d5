"""The memory stream as a mind searches it: vectors, an index of a town's memories, retrieval by the paper's score."""
