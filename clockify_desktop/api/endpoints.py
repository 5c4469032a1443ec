"""Every endpoint that this program uses; a requester refuses all others.

A request is made of an endpoint and ids, never of a text. One endpoint creates
something (``ADD_TIME_ENTRY``); the other POSTs are searches. Paths and methods are
those of Clockify's documentation.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.translation import tr

Host = Literal["core", "reports"]

_LONGEST_ID = 128
_IN_BRACES = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method and a path behind the host's prefix, with ids in braces.

    A request that ``writes`` changes something at Clockify.
    """

    method: Literal["GET", "POST"]
    path: str
    host: Host = "core"
    writes: bool = False

    @property
    def ids(self) -> frozenset[str]:
        """The names of the ids that the path takes."""
        return frozenset(_IN_BRACES.findall(self.path))

    def filled(self, ids: Mapping[str, str]) -> str:
        """Put an id into each brace of the path, quoted to stay within its segment."""
        return self.path.format_map({name: _segment(ids[name]) for name in ids})


def _segment(an_id: str) -> str:
    # "." and ".." are the two that quoting leaves as they are and servers, and
    # proxies before them, resolve.
    if an_id.strip(".") == "" or len(an_id) > _LONGEST_ID or not an_id.isprintable():
        title = tr("This cannot be an id of Clockify's")
        raise UsageError(title, tr("Take it from the list, or give the name instead."))
    return quote(an_id, safe="")


USER = Endpoint("GET", "/user")
WORKSPACES = Endpoint("GET", "/workspaces")
WORKSPACE = Endpoint("GET", "/workspaces/{workspace}")
USERS = Endpoint("GET", "/workspaces/{workspace}/users")
PROJECTS = Endpoint("GET", "/workspaces/{workspace}/projects")
PROJECT = Endpoint("GET", "/workspaces/{workspace}/projects/{project}")
TASKS = Endpoint("GET", "/workspaces/{workspace}/projects/{project}/tasks")
CLIENTS = Endpoint("GET", "/workspaces/{workspace}/clients")
TAGS = Endpoint("GET", "/workspaces/{workspace}/tags")
USER_GROUPS = Endpoint("GET", "/workspaces/{workspace}/user-groups")
HOLIDAYS = Endpoint("GET", "/workspaces/{workspace}/holidays")
MEMBER_PROFILE = Endpoint("GET", "/workspaces/{workspace}/member-profile/{user}")
APPROVAL_REQUESTS = Endpoint("GET", "/workspaces/{workspace}/approval-requests")
TIME_OFF_REQUESTS = Endpoint("POST", "/workspaces/{workspace}/time-off/requests")
TIME_ENTRIES = Endpoint("GET", "/workspaces/{workspace}/user/{user}/time-entries")
TIME_ENTRIES_IN_PROGRESS = Endpoint(
    "GET", "/workspaces/{workspace}/time-entries/status/in-progress"
)
ADD_TIME_ENTRY = Endpoint("POST", "/workspaces/{workspace}/time-entries", writes=True)
SUMMARY_REPORT = Endpoint("POST", "/workspaces/{workspace}/reports/summary", "reports")
DETAILED_REPORT = Endpoint(
    "POST", "/workspaces/{workspace}/reports/detailed", "reports"
)
ATTENDANCE_REPORT = Endpoint(
    "POST", "/workspaces/{workspace}/reports/attendance", "reports"
)

# Gathered, so that it cannot lag behind.
LISTED = frozenset(
    one for one in vars(sys.modules[__name__]).values() if isinstance(one, Endpoint)
)
