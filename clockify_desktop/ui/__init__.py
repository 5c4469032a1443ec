"""Widgets: they draw a state and emit what a person does, and never await or decide."""
