"""The reports host: summary, detailed and weekly reports."""
