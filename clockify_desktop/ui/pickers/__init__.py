"""The pickers above the report: workspace, period, people, projects.

Each is a button that says what is chosen and opens a panel to choose in. It shows the
state it was given and asks for another by a signal; until a new state comes, nothing
changes on the screen.
"""
