"""The edge to this computer: accounts, settings and the password store."""
