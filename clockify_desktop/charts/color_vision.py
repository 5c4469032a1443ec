"""Colours as people see them who lack one of the three kinds of cones.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based
Model for Simulation of Color Vision Deficiency" (IEEE Transactions on Visualization
and Computer Graphics, 2009), at severity 1; they hold for amounts of light.
"""

from enum import Enum

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.contrast import hex_color, linear, rgb
from clockify_desktop.charts.oklab import encoded


class Vision(Enum):
    """Which cones are lacking, and what is seen without them, row by row."""

    PROTANOPIA = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTERANOPIA = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITANOPIA = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )


def lights_seen(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give what colours look like, as most people see them and with each vision.

    Args:
        light: Colours x red, green and blue, amounts of light from 0 to 1.

    Returns:
        Colours x ways of seeing x red, green and blue; as most people see comes first.
    """
    seen = [light, *(light @ np.array(vision.value).T for vision in Vision)]
    lights: NDArray[np.float64] = np.clip(np.stack(seen, axis=1), 0.0, 1.0)
    return lights


def seen_with(vision: Vision, color: str) -> str:
    """Give the colour that ``#RRGGBB`` looks like, as ``#RRGGBB`` too."""
    light = np.array([[linear(part) for part in rgb(color)]])
    place = 1 + list(Vision).index(vision)
    red, green, blue = lights_seen(light)[0, place].tolist()
    return hex_color((encoded(red), encoded(green), encoded(blue)))
