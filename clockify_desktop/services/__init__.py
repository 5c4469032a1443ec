"""Use cases: asynchronous, without Qt."""
