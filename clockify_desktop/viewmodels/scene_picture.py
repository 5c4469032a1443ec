"""A scene as what the charts draw in the window."""

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.viewmodels.scene import TITLE, Scene


def bars_of(scene: Scene) -> BarContent:
    """Give a scene to the charts."""
    return BarContent(
        scene.matrix,
        TITLE,
        scene.sentence,
        dimmed=scene.dimmed,
        durations=scene.view.durations,
    )
