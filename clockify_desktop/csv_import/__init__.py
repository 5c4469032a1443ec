"""Detailed reports that Clockify exported as CSV, read back into time entries."""
