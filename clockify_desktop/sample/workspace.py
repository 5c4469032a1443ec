"""One workspace of the sample organisation with everything in it."""

from dataclasses import dataclass, field
from threading import Lock

from clockify_desktop.sample import absences
from clockify_desktop.sample import projects as work
from clockify_desktop.sample.entries import Entries, Entry, as_columns
from clockify_desktop.sample.ids import Kind, sample_id
from clockify_desktop.sample.people import Membership, Person, Role

FIRST = 0
"""The number of the workspace in which people have roles and standings."""


@dataclass(slots=True)
class SampleWorkspace:
    """A workspace: who is in it, what they work on and all their time.

    People, projects, clients and tags are known by their numbers here; ids are
    made from the numbers. ``entries`` is replaced as a whole, never edited, so a
    report that is being made keeps what it began with.
    """

    number: int
    name: str
    currency: str
    plan: str
    people: tuple[Person, ...]
    projects: tuple[work.SampleProject, ...]
    clients: tuple[work.SampleClient, ...]
    tags: tuple[str, ...]
    groups: tuple[str, ...]
    holidays: list[absences.Holiday]
    leaves: list[absences.Leave]
    approvals: list[absences.Approval]
    entries: Entries
    texts: list[str] = field(default_factory=lambda: list(work.DESCRIPTIONS))
    tag_sets: list[tuple[int, ...]] = field(default_factory=lambda: list(work.TAG_SETS))
    id: str = field(init=False)
    project_ids: list[str] = field(init=False)
    client_ids: list[str] = field(init=False)
    task_ids: list[str] = field(init=False)
    tag_ids: list[str] = field(init=False)
    group_ids: list[str] = field(init=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def __post_init__(self) -> None:
        own = self.number
        tasks = len(self.projects) * work.TASKS_A_PROJECT
        self.id = sample_id(Kind.WORKSPACE, own)

        def count(kind: Kind, how_many: int) -> list[str]:
            return [sample_id(kind, own, number) for number in range(how_many)]

        self.project_ids = count(Kind.PROJECT, len(self.projects))
        self.client_ids = count(Kind.CLIENT, len(self.clients))
        self.task_ids = count(Kind.TASK, tasks)
        self.tag_ids = count(Kind.TAG, len(self.tags))
        self.group_ids = count(Kind.GROUP, len(self.groups))

    @property
    def free(self) -> bool:
        """Whether the plan is the free one: reports of at most 31 days."""
        return self.plan == "FREE"

    def role_of(self, number: int) -> Role:
        """Tell a member's role here; only the owner has one in both workspaces."""
        role = self.people[number].role
        return role if self.number == FIRST or role is Role.OWNER else Role.MEMBER

    def membership_of(self, number: int) -> Membership:
        """Tell where a member stands here; in the second workspace all are active."""
        return (
            self.people[number].membership
            if self.number == FIRST
            else Membership.ACTIVE
        )

    def groups_of(self, number: int) -> tuple[int, ...]:
        """Tell the numbers of a member's user groups here."""
        named = self.people[number].groups
        return tuple(group for group in named if group < len(self.groups))

    def currency_of(self, project: int) -> str:
        """Tell the currency of a project; that of the workspace for none."""
        client = self.projects[project].client if project >= 0 else None
        named = self.clients[client].currency if client is not None else None
        return named or self.currency

    def rate_of(self, person: int, project: int) -> int:
        """Tell what an hour earns, minor units of the project's currency."""
        rate = self.projects[project].rate if project >= 0 else None
        return self.people[person].rate if rate is None else rate

    def add(self, entry: Entry, text: str, tags: tuple[int, ...]) -> Entry:
        """Add one entry.

        Args:
            entry: Its codes of text and tags and its serial are found here.
            text: The description.
            tags: Numbers of tags.

        Returns:
            The entry as it was stored.
        """
        with self._lock:
            texts, tag_sets = self.texts, self.tag_sets
            if text not in texts:
                texts.append(text)
            if tags not in tag_sets:
                tag_sets.append(tags)
            stored = Entry(
                entry.start_s,
                entry.end_s,
                entry.user,
                entry.project,
                entry.task,
                tag_sets.index(tags),
                texts.index(text),
                entry.billable,
                entry.kind,
                len(self.entries),
            )
            self.entries = self.entries.joined(as_columns([stored]))
        return stored
