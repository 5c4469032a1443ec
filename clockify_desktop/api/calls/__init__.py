"""The calls by subject; ``client.Clockify`` has all of them."""
