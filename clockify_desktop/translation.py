"""Every text that people read, in their language.

English is the source: ``tr("No workday is without time.")`` is that text where there
is no other. A language is chosen once, at the start, before the first text is made, so
a constant of a module may be a text too. Blanks are named and filled here, never
before: ``tr("{people} logged {time}.", people=..., time=...)`` may stand in any order.
A text is a whole sentence, or what stands by itself; a sentence that is put together
from halves cannot be translated.

``make translations`` finds the calls, so their texts are written out at the call.
"""

import gettext
from typing import Final


class _Spoken:
    """What is spoken in this process."""

    def __init__(self) -> None:
        self.catalogue = gettext.NullTranslations()
        self.language = "en"
        self.has_begun = False


_SPOKEN: Final = _Spoken()


def speak(language: str, catalogue: gettext.NullTranslations) -> None:
    """Choose the language of all texts, before there is any.

    Args:
        language: Its code, such as ``de``.

    Raises:
        RuntimeError: A text was made already, and would stay as it is.
    """
    if _SPOKEN.has_begun:
        message = "a text was made before its language was chosen"
        raise RuntimeError(message)
    _SPOKEN.language, _SPOKEN.catalogue = language, catalogue


def spoken_language() -> str:
    """Tell the code of the language of all texts, such as ``de``."""
    return _SPOKEN.language


def tr(text: str, /, **values: object) -> str:
    """Translate a text, and fill its blanks."""
    _SPOKEN.has_begun = True
    return _filled(_SPOKEN.catalogue.gettext(text), values)


def tr_plural(one: str, many: str, count: int, /, **values: object) -> str:
    """Translate a text with a number in it, which is the blank ``{count}``."""
    _SPOKEN.has_begun = True
    said = _SPOKEN.catalogue.ngettext(one, many, count)
    return _filled(said, {"count": count, **values})


def tr_context(context: str, text: str, /, **values: object) -> str:
    """Translate a text that means several things, such as ``May``.

    Args:
        context: Which of them, in a word or two; translators read it, people do not.
    """
    _SPOKEN.has_begun = True
    return _filled(_SPOKEN.catalogue.pgettext(context, text), values)


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format_map(values) if values else text
