"""Every colour of the program by the part it plays, light and dark.

The one place for widgets and drawings. Text stands out from each ground it is used on
by at least 4.5 : 1, drawn parts and the borders of controls by 3 : 1; a test computes
every pair. A theme for the system's high contrast is one more ``Theme``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role, each ``#RRGGBB``.

    Args:
        ground: Behind everything.
        surface: Cards, tables and pictures.
        line: Lines that only divide; nothing hangs on seeing them.
        grid: The lines of a picture's axis, fainter still.
        control_border: Also the outlines of hatched bars.
        quiet: What is read second: remarks, axes, legends.
        accent: The chosen thing, links, the one main button.
        chosen: The ground of what is chosen.
        trouble: Text that tells of a failure.
        fine: Text that says all is well.
    """

    name: str
    ground: str
    surface: str
    line: str
    grid: str
    control_border: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    chosen: str
    warning: str
    warning_ground: str
    trouble: str
    trouble_ground: str
    fine: str
    hatch: str
    hatch_ground: str


LIGHT = Theme(
    name="light",
    ground="#F6F7F9",
    surface="#FFFFFF",
    line="#D9DEE6",
    grid="#E9ECF1",
    # A touch darker than #8C96A6, which has only 2.8 : 1 on the ground.
    control_border="#848E9E",
    text="#1B1F27",
    quiet="#5B6678",
    accent="#1F5AC2",
    on_accent="#FFFFFF",
    chosen="#E4EDFC",
    warning="#8A4B06",
    warning_ground="#FCEFD2",
    trouble="#B42318",
    trouble_ground="#FDECEA",
    fine="#067647",
    hatch="#7A8596",
    hatch_ground="#EEF1F5",
)

DARK = Theme(
    name="dark",
    ground="#16181D",
    surface="#1E2128",
    line="#343A45",
    grid="#2A2F38",
    control_border="#7C8797",
    text="#E6E8EC",
    quiet="#A6AFBD",
    accent="#8DB4FF",
    on_accent="#16181D",
    chosen="#24324D",
    warning="#F5C05E",
    warning_ground="#3A2E14",
    trouble="#F98B82",
    trouble_ground="#3B1F1D",
    fine="#4ADE80",
    hatch="#8A94A4",
    hatch_ground="#292E37",
)
