import pytest

from clockify_desktop.charts.paper import Paper, paper_of


@pytest.mark.parametrize(
    ("environment", "region", "paper"),
    [
        ({"LANG": "en_US.UTF-8"}, "de_DE", Paper.LETTER),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "", Paper.A4),
        ({"LC_ALL": "es_MX@euro", "LC_PAPER": "de_DE"}, "", Paper.LETTER),
        ({"LANG": "C.UTF-8"}, "", Paper.A4),
        ({}, "en_CA", Paper.LETTER),
        ({"LANG": ""}, "sr_Latn_RS", Paper.A4),
        ({}, "", Paper.A4),
    ],
)
def test_paper_is_that_of_the_region(
    environment: dict[str, str], region: str, paper: Paper
) -> None:
    assert paper_of(environment, region) is paper
