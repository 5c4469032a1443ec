"""Replacing a file whole or not at all; below every edge that writes one."""
