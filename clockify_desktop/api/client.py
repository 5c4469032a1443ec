"""The client: every call that this program makes of Clockify, typed."""

from clockify_desktop.api.calls.absence_calls import AbsenceCalls
from clockify_desktop.api.calls.directory_calls import DirectoryCalls
from clockify_desktop.api.calls.report_calls import ReportCalls
from clockify_desktop.api.calls.time_entry_calls import TimeEntryCalls


class Clockify(DirectoryCalls, AbsenceCalls, TimeEntryCalls, ReportCalls):
    """One account at one deployment; ``client_factory.open_clockify`` makes it.

    Every call may raise any ``ClockifyError``; ``add_time_entry`` alone changes
    something. An instance belongs to the event loop it was opened in.
    """
