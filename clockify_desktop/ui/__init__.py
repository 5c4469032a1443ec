"""Widgets: they draw a state and forward a wish; they never await or decide."""
