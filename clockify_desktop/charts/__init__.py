"""Pictures on a matplotlib Figure, without Qt."""
