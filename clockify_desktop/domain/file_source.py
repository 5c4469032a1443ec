"""The files that a report was read from, where it did not come from Clockify itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileSource:
    """What is to be said of files that Clockify exported.

    Args:
        names: Of the files.
        lacking: What they lack, sentences without their full stops.
        remarks: How they were read, likewise.
        time_zone: Whose clock their times were taken for, an IANA name.
    """

    names: tuple[str, ...]
    lacking: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    time_zone: str = ""
