"""The command line: arguments in, exit codes out.

Every command has two modules: its arguments, which cost nothing to import, and what
it does, which is imported when that command runs. ``--help`` and a slip in the
arguments answer at once, and a CSV never waits for matplotlib, Qt or a server.
"""
