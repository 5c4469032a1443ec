"""Finding a workspace, a person or a project by what somebody typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, NamedTuple, TypeVar

from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.domain.normal_form import as_seen, folded
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr

T = TypeVar("T")
_LISTED = 8


class Kind(StrEnum):
    """What can be looked up."""

    PERSON = "person"
    PROJECT = "project"
    CLIENT = "client"
    WORKSPACE = "workspace"


class _Said(NamedTuple):
    none: Callable[[str], str]
    several: Callable[[str], str]


_KINDS: Final = {
    Kind.PERSON: _Said(
        lambda name: tr(
            "There is no person \N{LEFT DOUBLE QUOTATION MARK}{name}"
            "\N{RIGHT DOUBLE QUOTATION MARK} to be seen with this key",
            name=name,
        ),
        lambda name: tr(
            "Several match the person \N{LEFT DOUBLE QUOTATION MARK}{name}"
            "\N{RIGHT DOUBLE QUOTATION MARK}",
            name=name,
        ),
    ),
    Kind.PROJECT: _Said(
        lambda name: tr(
            "There is no project \N{LEFT DOUBLE QUOTATION MARK}{name}"
            "\N{RIGHT DOUBLE QUOTATION MARK} to be seen with this key",
            name=name,
        ),
        lambda name: tr(
            "Several match the project \N{LEFT DOUBLE QUOTATION MARK}{name}"
            "\N{RIGHT DOUBLE QUOTATION MARK}",
            name=name,
        ),
    ),
    Kind.CLIENT: _Said(
        lambda name: tr(
            "There is no client \N{LEFT DOUBLE QUOTATION MARK}{name}"
            "\N{RIGHT DOUBLE QUOTATION MARK} to be seen with this key",
            name=name,
        ),
        lambda name: tr(
            "Several match the client \N{LEFT DOUBLE QUOTATION MARK}{name}"
            "\N{RIGHT DOUBLE QUOTATION MARK}",
            name=name,
        ),
    ),
    Kind.WORKSPACE: _Said(
        lambda name: tr(
            "There is no workspace \N{LEFT DOUBLE QUOTATION MARK}{name}"
            "\N{RIGHT DOUBLE QUOTATION MARK} to be seen with this key",
            name=name,
        ),
        lambda name: tr(
            "Several match the workspace \N{LEFT DOUBLE QUOTATION MARK}{name}"
            "\N{RIGHT DOUBLE QUOTATION MARK}",
            name=name,
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """Something that can be looked up.

    Args:
        id: Its id, ``""`` for the project of time without a project.
        remark: What tells it apart from others of the same name, such as a client.
        email: An address that finds it as well; empty for none.
        spelled: How arguments spell what has no name of its own, whatever is spoken.
    """

    value: T
    id: str
    name: str
    remark: str = ""
    email: str = ""
    spelled: str = ""


def look_up(text: str, candidates: Iterable[Candidate[T]], kind: Kind) -> T:
    """Find one thing by id, by name as it is seen, in any case, or by its address.

    However accents are composed and blanks are written, a name is the same.

    Args:
        kind: What they are.

    Raises:
        LookUpError: Nothing matches, or several do; then they are listed.
    """
    everything = list(candidates)
    name, in_any_case = as_seen(text), folded(text)
    ways: Sequence[Callable[[Candidate[T]], bool]] = (
        lambda one: bool(text) and one.id == text,
        lambda one: as_seen(one.name) == name,
        lambda one: folded(one.name) == in_any_case,
        lambda one: bool(in_any_case) and folded(one.email) == in_any_case,
        lambda one: bool(in_any_case) and folded(one.spelled) == in_any_case,
    )
    for way in ways:
        found = [one for one in everything if way(one)]
        if len(found) == 1:
            return found[0].value
        if found:
            title = _KINDS[kind].several(named(text))
            listed = "; ".join(map(_described, found[:_LISTED]))
            more = len(found) - _LISTED
            if more > 0:
                advice = tr(
                    "Use the id of one of them: {listed}; and {count} more.",
                    listed=listed,
                    count=more,
                )
            else:
                advice = tr("Use the id of one of them: {listed}.", listed=listed)
            raise LookUpError(title, advice)
    if len(everything) > _LISTED:
        advice = tr(
            "Check the spelling, or use the id. {count} can be seen.",
            count=len(everything),
        )
    elif everything:
        names = "; ".join(named(one.name) for one in everything)
        advice = tr("Check the spelling. To be seen: {names}.", names=names)
    else:
        advice = tr("Check the spelling. To be seen: none at all.")
    raise LookUpError(_KINDS[kind].none(named(text)), advice)


def _described(one: Candidate[T]) -> str:
    said = one.id, named(one.name), named(one.remark), named(one.email)
    return ", ".join(part for part in said if part)
