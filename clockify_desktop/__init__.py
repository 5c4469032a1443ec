"""A desktop reporter for teams that track time in Clockify."""

__version__ = "0.1.0"
