"""The guide, shown without a network."""
