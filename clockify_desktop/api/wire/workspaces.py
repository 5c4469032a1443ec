"""Bodies about workspaces and what their settings hide."""

import msgspec

from clockify_desktop.domain.identity import WorkspaceId


class Rate(msgspec.Struct, frozen=True, gc=False):
    """Money an hour: minor units and the currency's code."""

    amount: float | None = None
    currency: str | None = None


class Currency(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One of a workspace's currencies."""

    code: str | None = None
    is_default: bool | None = None


class WorkspaceSettings(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """Settings that hide a part of reports."""

    only_admins_see_all_time_entries: bool | None = None
    only_admins_see_billable_rates: bool | None = None


class SentWorkspace(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One workspace that the key can see."""

    id: WorkspaceId
    name: str | None = None
    hourly_rate: Rate | None = None
    currencies: tuple[Currency, ...] | None = None
    feature_subscription_type: str | None = None
    workspace_settings: WorkspaceSettings | None = None
