"""The calls by subject; ``client.Clockify`` has them all."""
