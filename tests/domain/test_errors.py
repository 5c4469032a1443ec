from clockify_desktop.domain.errors import AppError


def test_an_error_reads_as_title_and_advice() -> None:
    error = AppError("The disk is full", "Make room and save again.")
    assert str(error) == "The disk is full: Make room and save again."
