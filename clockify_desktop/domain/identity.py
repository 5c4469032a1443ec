"""Names for Clockify's opaque identifiers.

An id is never looked into and never made up. ``None`` where an id may be missing
means "none", such as the project of an entry without a project.
"""

from typing import NewType

WorkspaceId = NewType("WorkspaceId", str)
UserId = NewType("UserId", str)
ProjectId = NewType("ProjectId", str)
ClientId = NewType("ClientId", str)
TaskId = NewType("TaskId", str)
TagId = NewType("TagId", str)
GroupId = NewType("GroupId", str)
TimeEntryId = NewType("TimeEntryId", str)
