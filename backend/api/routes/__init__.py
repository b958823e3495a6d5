"""The routes, one file a resource, each thin: check at the edge, hand over to the store, answer."""
