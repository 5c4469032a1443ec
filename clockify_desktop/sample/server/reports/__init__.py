"""The reports host: summary and detailed reports."""
