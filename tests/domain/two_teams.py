"""People of two teams, their projects, and any facts about them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from clockify_desktop.domain.directory import (
    Activity,
    Directory,
    Person,
    Project,
    UserGroup,
)
from clockify_desktop.domain.identity import ClientId, GroupId, ProjectId, UserId
from clockify_desktop.domain.level import Level

DESIGN, BUILD = GroupId("g1"), GroupId("g2")
PEOPLE = (
    Person(UserId("u2"), "Zoë", "zoe@x.example", groups=(DESIGN,)),
    Person(UserId("u1"), "ann", "ann@x.example", groups=(BUILD, DESIGN)),
    Person(UserId("u4"), "Ann", "ann2@x.example"),
    Person(UserId("u3"), "Gone", activity=Activity.INACTIVE, groups=(GroupId("??"),)),
)
PROJECTS = (
    Project(ProjectId("p1"), "Web", ClientId("c1"), "Acme", "#112233"),
    Project(ProjectId("p2"), "App", ClientId("c1"), "Acme"),
    Project(ProjectId("p3"), "Lab"),
    Project(None, ""),
)
GROUPS = (UserGroup(DESIGN, "Design"), UserGroup(BUILD, "Build"))
DIRECTORY = Directory(people=PEOPLE, projects=PROJECTS, groups=GROUPS)
FIRST = date(2026, 9, 28)
# What facts tell without further columns.
TOLD = [level for level in Level if level.column in {"user", "project", "day"}]

facts = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(0, 70).map(lambda days: FIRST + timedelta(days=days)),
        st.integers(0, 100_000),
        st.integers(0, 100_000),
        st.integers(-5, 10**10),
        st.integers(0, 1),
    ),
    max_size=40,
)
