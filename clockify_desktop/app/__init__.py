"""The desktop program: wiring, the loop, quitting."""
