from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.durations import DurationFormat
from tests.charts.capacity import HOUR, content_of


def test_a_row_says_whose_hours_of_how_many() -> None:
    content = content_of()
    said = [content.tooltip(ChartHit(row, 0)) for row in range(content.rows)]
    assert said == [
        "Amara Okafor · 42:30 of 40:00",
        "Hiroshi Tanaka · 23:30 of 24:00 · leave 16:00",
        "Liam O'Connor · 32:30 of 40:00 assumed · 7:30 short",
        "Priya Raman · 0:00 of 40:00 assumed · 40:00 short",
        "Wilhelmina · 0:00 · on leave",
        "Quentin Dubois · 12:00 · left",
        "Sam Taylor · 52:00 of 40:00 · 12:00 over",
    ]
    assert content.tooltip(ChartHit(0)) == said[0]
    decimal = content_of(durations=DurationFormat.DECIMAL)
    assert decimal.tooltip(ChartHit(0)) == "Amara Okafor · 42.50 of 40.00"


def test_a_bar_is_all_of_its_row() -> None:
    content = content_of()
    mark = content.labels[1].mark
    assert content.label_marks(ChartHit(1)) == (mark, None)
    assert content.label_marks(ChartHit(1, 0)) == (mark, None)
    assert content.names[1] == "Hiroshi Tanaka"


def test_a_row_ends_behind_its_bar_its_tolerance_and_what_is_off() -> None:
    ends = [hours // HOUR for hours in content_of().ends_s.tolist()]
    assert ends == [45, 40, 45, 45, 0, 12, 52]


def test_while_capacity_may_come_there_are_hours_alone() -> None:
    content = content_of(is_loading=True)
    assert content.ends_s.tolist() == content.hours_s.tolist()
    assert "of" not in content.tooltip(ChartHit(0))
