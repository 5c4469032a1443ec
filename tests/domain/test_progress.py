from clockify_desktop.domain.progress import Progress


def test_several_parts_are_told() -> None:
    progress = Progress(7, 61)
    assert progress.words == "7 of 61 parts"
    assert progress.share == 7 / 61


def test_one_part_is_not_worth_telling() -> None:
    assert (Progress(0, 1).words, Progress(0, 1).share) == ("", None)
    assert (Progress(0, 0).words, Progress(0, 0).share) == ("", None)
