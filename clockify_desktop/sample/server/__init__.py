"""The little Clockify: serves a sample organisation as Clockify would.

Facts about Clockify carry the grades of the project's notes on its interface:
[live] probed, [rec] seen in a recorded reply, [off] official text, [code] seen in
a client, and [?] for what nobody has established. Where a module of this package
had to choose because of [?], its docstring says what it chose.
"""
