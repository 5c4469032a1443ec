"""The parts of the dialog for files."""
