"""What the policy of this computer leaves of the review."""

from dataclasses import dataclass
from pathlib import Path

from clockify_desktop.domain.entry_rules import RULES, limit_of
from clockify_desktop.domain.errors import AppError, UsageError
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.page import Page
from clockify_desktop.pages.page_keys import PAGE_KEYS, QUESTION_KEYS, question
from clockify_desktop.store.policy import (
    NOTHING_OFF,
    Policy,
    PolicyError,
    policy_path,
    read_policy,
)
from clockify_desktop.translation import tr


class PageSwitchedOffError(AppError):
    """A page that nobody is to see on this computer."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            tr(
                "The page {page} is switched off by the policy of this computer",
                page=page.title,
            ),
            tr("Use another one, or ask whoever looks after this computer."),
        )


def policy_of_computer(path: Path | None = None) -> Policy:
    """Read what is switched off here; ``None`` is the policy of this computer.

    Raises:
        PolicyError: It cannot be read, names what there is not, or leaves no page.
    """
    path = path or policy_path()
    policy = read_policy(path)
    for none, told, known in (
        (_no_page, policy.pages_off, frozenset(PAGE_KEYS)),
        (_no_rule, policy.rules_off, frozenset(rule.key for rule in RULES)),
    ):
        # Else a slip would leave on what is to be off.
        for key in sorted(told - known):
            raise PolicyError(path, none(named(key)))
    if policy.pages_off.issuperset(QUESTION_KEYS):
        raise PolicyError(path, tr("it leaves no page"))
    return policy


def pages_left(policy: Policy) -> tuple[Page, ...]:
    """List the pages that are not switched off, in their order."""
    # It imports them all, which who asks for one page need not wait for.
    from clockify_desktop.pages.registry import pages_without  # noqa: PLC0415

    return pages_without(policy.pages_off, policy.rules_off)


def page_left(key: str, policy: Policy) -> Page:
    """Find a page by its key.

    Raises:
        UsageError: There is none.
        PageSwitchedOffError: It is off on this computer.
    """
    check_page(key, policy)
    if key in QUESTION_KEYS and not policy.rules_off:
        return question(key)
    return next(page for page in pages_left(policy) if page.key == key)


def check_page(key: str, policy: Policy) -> None:
    """Refuse a page that there is not; as ``page_left``, importing none."""
    if key not in PAGE_KEYS:
        left = [one for one in PAGE_KEYS if one not in policy.pages_off]
        title = tr("There is no page “{page}”", page=named(key))
        raise UsageError(title, tr("Use one of: {choices}.", choices=", ".join(left)))
    if key in policy.pages_off:
        every = pages_left(NOTHING_OFF)
        raise PageSwitchedOffError(next(page for page in every if page.key == key))


@dataclass(frozen=True, slots=True)
class PolicyNote:
    """What people are told of the policy of this computer.

    Args:
        path: Where it lies, or would.
        lines: What it does, a sentence each.
    """

    path: str
    lines: tuple[str, ...]


def _no_page(key: str) -> str:
    return tr("there is no page “{page}”", page=key)


def _no_rule(key: str) -> str:
    return tr("there is no rule “{rule}”", rule=key)


def policy_note(policy: Policy | AppError) -> PolicyNote:
    """Tell where the policy lies and what it switches off, or that it is unreadable."""
    path = str(policy_path())
    if isinstance(policy, AppError):
        return PolicyNote(path, (f"{policy.title}.",))
    pages = [
        page.title for page in pages_left(NOTHING_OFF) if page.key in policy.pages_off
    ]
    off = (rule for rule in RULES if rule.key in policy.rules_off)
    rules = [rule.titled(limit_of(rule, {})) for rule in off]
    lines = []
    if pages:
        lines.append(
            tr("Pages that are switched off: {pages}.", pages=", ".join(pages))
        )
    if rules:
        lines.append(
            tr(
                "Rules of To check that are switched off: {rules}.",
                rules=", ".join(rules),
            )
        )
    if not policy.descriptions:
        lines.append(tr("Descriptions of entries are neither shown nor written."))
    if policy.hide_names:
        lines.append(tr("People always stand without their names."))
    return PolicyNote(path, tuple(lines) or (tr("Nothing is switched off."),))
