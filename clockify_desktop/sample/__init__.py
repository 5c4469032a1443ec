"""The sample organisation and the little Clockify that serves it."""
