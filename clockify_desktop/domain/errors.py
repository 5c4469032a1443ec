"""The family of errors that people see.

Every error that a person can meet is an ``AppError``: a title that says what
happened and an advice that says what to do now. It is raised at the edge that
knows the reason and shown, unchanged, by the window and by the command line.
Anything else that is raised is a bug.

    AppError
        UsageError        what was asked cannot be right, whatever the server says
        LookUpError       a workspace, person or project of that name: none or several
        FileRefusedError  a file could not be written or read
        api.errors        everything that Clockify or the way to it refuses
"""


class AppError(Exception):
    """An error that a person sees, in words made for them.

    Args:
        title: What happened, a short phrase without a full stop.
        advice: What to do now, one or two short sentences.
    """

    def __init__(self, title: str, advice: str) -> None:
        super().__init__(title, advice)
        self.title = title
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.title}: {self.advice}"


class UsageError(AppError):
    """The question itself is wrong; neither server nor disk was asked."""


class LookUpError(AppError):
    """No workspace, person or project answers to a name, or several do."""


class FileRefusedError(AppError):
    """The disk refused to read or write a file."""


class KeptBackError(AppError):
    """Something that the plan or the key's role does not hold: it is not missing."""
