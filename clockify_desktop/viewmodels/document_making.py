"""Makes the review as a PDF and the picture of a page as files."""

from dataclasses import replace
from functools import partial

from clockify_desktop.domain.hidden_names import Hiding
from clockify_desktop.export.file_choice import FileChoice, PeopleAs, PictureKind
from clockify_desktop.export.picture import deck_bytes, deck_look
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.services.review_deck import deck_of, review_of, review_page
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.made_file import MadeFile
from clockify_desktop.viewmodels.picture_saver import drawn_picture

_SAMPLE = "SAMPLE DATA"


def picture_made(shown: FileSource, choice: FileChoice) -> MadeFile:
    """Draw a page; blocks for a moment.

    Args:
        shown: The page without what is not to be in the picture.

    Raises:
        AppError: There are too many rows for one picture.
    """
    content = shown.content
    draw = partial(drawn_picture, content, sample=shown.sample)
    total_s = content.file.total_s
    return MadeFile(
        partial(draw, choice.picture, paper=shown.paper(choice)),
        content.what,
        picture=draw(PictureKind.PNG),
        total_s=total_s,
    )


def review_made(
    source: FileSource, choice: FileChoice, hiding: Hiding, answers: Answers
) -> MadeFile:
    """Work the whole review out; blocks for a moment.

    Args:
        hiding: Of what is not to be in the document.
        answers: To all that the review needs.
    """
    state = source.state
    # First, for it tells everybody: names are given as anywhere else.
    report = hiding.of(state.report)
    values = {need: hiding.of(one) for need, one in answers.values.items()}
    selection = state.selection
    view = ViewOptions(
        durations=state.view.durations,
        # Whoever has no time on a chosen project need not have had any.
        people_without_time=selection.projects is None,
    )
    page = review_page(state.pages)
    told = replace(answers, values=values)
    review = review_of(page, report, told, selection, view)
    hidden = state.names_hidden or choice.people is not PeopleAs.NAMES
    deck = deck_of(review, hidden=hidden, note=_SAMPLE if source.sample else "")
    paper = source.paper(choice)
    facts = report.narrowed(selection).once
    return MadeFile(
        partial(deck_bytes, deck, paper),
        "review",
        picture=deck_look(deck, paper),
        total_s=int(facts.seconds.sum()),
        lacking=review.lacking,
    )
