"""The keys of the sample server: shaped like Clockify's, opening nothing real."""

import base64
from dataclasses import dataclass

from clockify_desktop.sample.organisation import Organisation


def _key(whose: str) -> str:
    # Clockify's keys are the base64 of 36 characters; these decode to a sentence.
    text = f"sample {whose} key, opens nothing".ljust(36, ".")
    return base64.b64encode(text.encode()).decode()


OWNER_KEY = _key("owner")
MANAGER_KEY = _key("manager")
MEMBER_KEY = _key("member")
ADDON_TOKEN = "sample.addon-token.opens-nothing"  # noqa: S105 - a token of the sample
"""Goes in ``X-Addon-Token`` and sees what the owner sees."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Who holds which key.

    The first three people hold the three keys. In an organisation of one or two
    the last of them holds the keys that are left, with no other role than theirs.
    """

    organisation: Organisation

    def holder(self, key: str) -> str | None:
        """Find whose key this is.

        Args:
            key: As it came in ``X-Api-Key``.

        Returns:
            The handle of the person, ``None`` where the key is unknown.
        """
        people = self.organisation.people
        for number, known in enumerate((OWNER_KEY, MANAGER_KEY, MEMBER_KEY)):
            if key == known:
                return people[min(number, len(people) - 1)].handle
        return None

    def token_holder(self, token: str) -> str | None:
        """Find for whom an add-on token speaks: the owner, or nobody."""
        if token == ADDON_TOKEN:
            return self.organisation.people[0].handle
        return None
