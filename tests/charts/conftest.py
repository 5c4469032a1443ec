from collections.abc import Callable, Iterator

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.bar_rows import BarRows
from clockify_desktop.charts.chart_figure import ChartFigure
from clockify_desktop.charts.marks import Labels, Shape
from clockify_desktop.charts.stacked_bars import StackedBars
from clockify_desktop.charts.text_paths import PlacedText, write_in
from clockify_desktop.charts.theme import LIGHT, Theme
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix

PEOPLE = (
    "Amara Okafor",
    "Bastian Krüger",
    "=1+1 $x$ 'quoted'",
    "שלום (Tel Aviv) 12",
    "Priya Raman (Customer Success and Technical Documentation, East)",
    "Jonas\r\nWeber",
)
COLORS = ("#6F55DD", "#9A7500", "#118C74", "#C9510C", "#2473CC", "#B93486")


@pytest.fixture(autouse=True)
def _one_font() -> Iterator[None]:
    """Write in the font that every computer has, whatever other tests chose."""
    write_in("")
    yield
    write_in("")


class Picture:
    """A figure with bars, kept as a window would keep it."""

    def __init__(
        self,
        width: int = 900,
        height: int = 600,
        theme: Theme = LIGHT,
        *,
        with_heading: bool = True,
    ) -> None:
        self.figure = Figure(figsize=(width / 100, height / 100), dpi=100)
        self.canvas = FigureCanvasAgg(self.figure)
        self.drawing = ChartFigure(self.figure, theme, with_heading=with_heading)

    @property
    def bars(self) -> StackedBars:
        chart = self.drawing.chart
        assert isinstance(chart, StackedBars)
        return chart

    def pixels(self) -> np.ndarray:
        self.canvas.draw()
        return np.asarray(self.canvas.buffer_rgba()).copy()

    def texts(self) -> list[PlacedText]:
        marks = self.bars.marks
        return [one for mark in marks if isinstance(mark, Labels) for one in mark.texts]

    def words(self) -> list[str]:
        return [one.text for one in self.texts()]

    def rows(self) -> BarRows:
        (rows,) = (one for one in self.bars.marks if isinstance(one, BarRows))
        return rows

    def shapes(self, role: str) -> list[Shape]:
        marks = self.bars.marks
        return [one for one in marks if isinstance(one, Shape) and one.role == role]


@pytest.fixture
def new_picture() -> type[Picture]:
    """Give the class itself: a test may need two of them."""
    return Picture


@pytest.fixture
def make_matrix() -> Callable[..., Matrix]:
    """Make a matrix of people by projects, "without" and "other" last."""

    def make(rows: int = 6, projects: int = 4, seed: int = 1) -> Matrix:
        columns = (
            *(
                Label(f"p{at:02}", f"Project {at}", COLORS[at % len(COLORS)])
                for at in range(projects)
            ),
            Label("", "(Without project)", kind=LabelKind.WITHOUT),
            Label("", "Other (6 projects)", kind=LabelKind.OTHER),
        )
        people = tuple(
            Label(
                f"u{at}",
                PEOPLE[at % len(PEOPLE)] + " " * (at >= 6) + str(at)[: at // 6],
            )
            for at in range(rows)
        )
        chance = np.random.default_rng(seed)
        seconds = chance.integers(0, 30_000, (rows, len(columns)))
        if rows > 1:
            seconds[-1] = 0
        return Matrix(people, columns, seconds)

    return make


@pytest.fixture
def make_content(make_matrix: Callable[..., Matrix]) -> Callable[..., BarContent]:
    """Make what a picture shows, with capacities and notes."""

    def make(rows: int = 6, projects: int = 4, seed: int = 1) -> BarContent:
        matrix = make_matrix(rows, projects, seed)
        return BarContent(
            matrix,
            "Where time went",
            f"{rows} people in week {seed}.",
            capacity_s=[[144_000, 86_400, None, 0][at % 4] for at in range(rows)],
            notes=[[None, "5:40 short"][at % 2] for at in range(rows)],
        )

    return make
