"""Values and arithmetic: standard library and numpy, no clock, no I/O."""
