"""The edge to Clockify: typed calls over HTTP. Only this package knows httpx."""
