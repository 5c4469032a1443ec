"""Faults of what a report is made of: the profile, the summary, the entries."""

from typing import Any

from clockify_desktop.api.errors import InvalidResponseError
from clockify_desktop.api.paging import MOST_WALKS
from tests.faults.fault import Act, Answered, Fault
from tests.faults.good_answers import ATTENDANCE, DETAILED, SUMMARY, USER
from tests.faults.json_changes import changed, whole

WHOLE, TOLD = Answered.WHOLE, Answered.TOLD
WRONG = (InvalidResponseError,)


def _day(**fields: Any) -> Act:
    """Give the first day of a summary other values."""

    def change(sent: Any) -> None:
        sent["groupOne"][0]["children"][0]["children"][0].update(fields)

    return changed(change)


def _person(**fields: Any) -> Act:
    return changed(lambda sent: sent["groupOne"][0].update(fields))


def _project(**fields: Any) -> Act:
    return changed(lambda sent: sent["groupOne"][0]["children"][0].update(fields))


def _sums(**fields: Any) -> Act:
    return changed(lambda sent: sent["totals"][0].update(fields))


def _money(currency: str, amount: float) -> Any:
    return {"currency": currency, "amount": amount}


def _currencies_in_sums(sent: Any) -> None:
    person, *_ = sent["groupOne"]
    person["children"][0]["children"][0]["amount"] = 45.0
    told = {"EUR": 45.0, "USD": 100.5 * (len(sent["groupOne"]) - 1)}
    sent["totals"][0]["totalAmountByCurrency"] = told


def _entry(**fields: Any) -> Act:
    return changed(lambda sent: sent["timeentries"][0].update(fields))


def _attendance(**fields: Any) -> Act:
    return changed(lambda sent: sent["entities"][0].update(fields))


def _twice(sent: Any) -> None:
    sent["entities"].append(sent["entities"][0])


def _count(entries: int) -> Act:
    return whole(totals=[{"entriesCount": entries}])


_MANY = 10**30
OF_PROFILES = (
    Fault("no id", changed(lambda sent: sent.pop("id")), WRONG, places=(USER,)),
    Fault("settings of null", whole(settings=None), (WHOLE,), places=(USER,)),
    Fault(
        "a zone that is none",
        whole(settings={"timeZone": "Mars/Base"}),
        (*WRONG, WHOLE),
        places=(USER,),
    ),
    Fault(
        "a zone that climbs",
        whole(settings={"timeZone": "../../etc/passwd"}),
        (*WRONG, WHOLE),
        places=(USER,),
    ),
    Fault(
        "an offset for a zone",
        whole(settings={"timeZone": "GMT+2"}),
        (*WRONG, WHOLE),
        places=(USER,),
    ),
    Fault(
        "an empty zone",
        whole(settings={"timeZone": ""}),
        (*WRONG, WHOLE),
        places=(USER,),
    ),
    Fault(
        "a weekday that is none",
        whole(settings={"weekStart": "NODAY"}),
        (TOLD,),
        places=(USER,),
    ),
    Fault(
        "a workspace that is gone",
        whole(activeWorkspace="w9"),
        (WHOLE,),
        places=(USER,),
    ),
)


def _duplicate_person(sent: Any) -> None:
    sent["groupOne"].append(sent["groupOne"][0])


OF_SUMMARIES = tuple(
    Fault(name, act, may, places=(SUMMARY,))
    for name, act, may in (
        ("half a surrogate in a name", _person(name="Ann \udc00"), (WHOLE,)),
        ("a duration as text", _day(duration="3600"), (*WRONG, WHOLE, TOLD)),
        ("a duration in words", _day(duration="an hour"), (*WRONG, TOLD)),
        ("half a second", _day(duration=0.5), (*WRONG, TOLD)),
        ("a duration of null", _day(duration=None), (*WRONG, TOLD)),
        ("a negative duration", _day(duration=-3600), (*WRONG, TOLD)),
        ("a duration of 31 digits", _day(duration=_MANY), (*WRONG, TOLD)),
        ("a duration beyond 64 bits", _day(duration=2**63), (*WRONG, TOLD)),
        ("durations whose sum overflows", _day(duration=2**63 - 1), (*WRONG, TOLD)),
        ("a year of seconds in a day", _day(duration=31_536_000), (*WRONG, TOLD)),
        ("an amount as text", _day(amount="1"), (TOLD,)),
        ("an amount of null", _day(amount=None), (TOLD,)),
        ("an amount of 300 digits", _day(amount=1e300), (TOLD,)),
        ("another currency than the sums", _day(currency="USD"), (TOLD,)),
        ("a currency as number", _day(currency=7), (WHOLE,)),
        ("a negative amount", _day(amount=-100.5), (TOLD,)),
        ("a client that is in no list", _project(clientName="Gone"), (WHOLE,)),
        ("money in other sums", _sums(totalAmountByCurrency={"EUR": 1}), (TOLD,)),
        (
            "money in two currencies",
            _sums(totalAmountByCurrency=[_money("EUR", 100.5), _money("USD", 100.5)]),
            (TOLD,),
        ),
        ("currencies in sums alone", changed(_currencies_in_sums), (TOLD,)),
        ("money as text", _sums(totalAmountByCurrency="201 EUR"), (WHOLE, TOLD)),
        (
            "no sums of money",
            _sums(totalAmount=None, totalAmountByCurrency={}),
            (TOLD,),
        ),
        ("a day that is none", _day(_id="someday"), (*WRONG, TOLD)),
        ("a day in the year 0", _day(_id="0000-01-01"), (*WRONG, TOLD)),
        # By which zone Clockify cuts the days of a summary is not established, so days
        # outside of the period are taken as they are named.
        ("a day far outside", _day(_id="9999-12-31"), (WHOLE, *WRONG, TOLD)),
        ("an object as day", _day(_id={"DATE": "2026-11-17"}), (*WRONG, TOLD)),
        ("null as day", _day(_id=None), (*WRONG, TOLD)),
        ("a list as person", _person(_id=["u1"]), (WHOLE, *WRONG, TOLD)),
        ("a person without projects", _person(children=None), (*WRONG, TOLD)),
        ("a person twice", changed(_duplicate_person), (*WRONG, TOLD)),
        ("no people but a sum", whole(groupOne=None), (*WRONG, TOLD)),
        ("people but no sum", whole(totals=[]), (*WRONG, TOLD)),
        ("a sum of null", whole(totals=[None]), (*WRONG, TOLD)),
        ("a sum that lies", whole(totals=[{"totalTime": 1}]), (*WRONG, TOLD)),
        ("a sum as text", whole(totals=[{"totalTime": "1"}]), (*WRONG, TOLD)),
        ("a sum of 31 digits", whole(totals=[{"totalTime": _MANY}]), (*WRONG, TOLD)),
        ("people as an object", whole(groupOne={}), WRONG),
    )
)

OF_ENTRIES = tuple(
    Fault(name, act, may, places=(DETAILED,), walks=MOST_WALKS)
    for name, act, may in (
        (
            "a start that is none",
            _entry(timeInterval={"start": "soon"}),
            (*WRONG, TOLD),
        ),
        (
            "a start before the first day there is",
            _entry(timeInterval={"start": "0001-01-01T00:00:00+14:00", "duration": 1}),
            (TOLD,),
        ),
        (
            "a start after the last day there is",
            _entry(timeInterval={"start": "9999-12-31T23:59:59-14:00", "duration": 1}),
            (TOLD,),
        ),
        (
            "an end before the start",
            _entry(
                timeInterval={
                    "start": "2026-11-17T01:00:00Z",
                    "end": "2026-11-16T01:00:00Z",
                    "duration": 2700,
                }
            ),
            (WHOLE,),
        ),
        (
            "an end after the last day there is",
            _entry(
                timeInterval={
                    "start": "2026-11-17T01:00:00Z",
                    "end": "9999-12-31T23:59:59-14:00",
                    "duration": 2700,
                }
            ),
            (WHOLE,),
        ),
        ("a description as an object", _entry(description={}), (WHOLE,)),
        ("a type that is new", _entry(type="NAP"), (WHOLE,)),
        ("no interval", _entry(timeInterval=None), (*WRONG, TOLD)),
        (
            "an entry that runs",
            _entry(timeInterval={"start": "2026-11-17T01:00:00Z"}),
            (WHOLE,),
        ),
        (
            "an entry that took no time to speak of",
            _entry(timeInterval={"start": "2026-11-17T01:00:00Z", "duration": 0.5}),
            (*WRONG, TOLD),
        ),
        (
            "an entry that lasted as a text says",
            _entry(timeInterval={"start": "2026-11-17T01:00:00Z", "duration": "60"}),
            (*WRONG, TOLD),
        ),
        ("the amount of an entry as text", _entry(amount="1"), (WHOLE,)),
        ("tags as text", _entry(tags="Urgent"), (WHOLE,)),
        ("an entry without an id", _entry(_id=None), (*WRONG, TOLD)),
        ("a count that is too small", _count(0), (*WRONG, TOLD)),
        ("a count that is too large", _count(9), (*WRONG, TOLD)),
        ("a count of a thousand million", _count(10**9), (*WRONG, WHOLE, TOLD)),
        ("a negative count", _count(-7), (*WRONG, WHOLE)),
        ("a count of null", whole(totals=[None]), (WHOLE,)),
        ("no entries but a count", whole(timeentries=None), (*WRONG, TOLD)),
    )
)

OF_ATTENDANCE = tuple(
    Fault(name, act, may, places=(ATTENDANCE,))
    for name, act, may in (
        ("a capacity as text", _attendance(capacity="28800"), (TOLD,)),
        ("half a second of capacity", _attendance(capacity=0.5), (TOLD,)),
        ("a capacity of null", _attendance(capacity=None), (WHOLE,)),
        ("a capacity of 31 digits", _attendance(capacity=_MANY), (WHOLE, TOLD)),
        ("a day that is none", _attendance(date="soon"), (WHOLE,)),
        ("a day as number", _attendance(date=20261117), (TOLD,)),
        ("a day of nobody", _attendance(userId=None), (TOLD,)),
        ("a person and day twice", changed(_twice), (WHOLE, TOLD)),
        ("no rows at all", whole(entities=None), WRONG),
        ("rows as an object", whole(entities={}), WRONG),
        ("more of a day than is known", _attendance(brandNew={"a": 1}), (WHOLE,)),
    )
)

REPORT_FAULTS = (*OF_PROFILES, *OF_SUMMARIES, *OF_ENTRIES, *OF_ATTENDANCE)
