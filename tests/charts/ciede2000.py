"""How far two colours are apart by CIEDE2000 (ISO/CIE 11664-6), for sRGB under D65."""

import math

_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)
Lab = tuple[float, float, float]


def lab(color: str) -> Lab:
    """Read ``#RRGGBB`` as lightness, green to red and blue to yellow of CIELAB."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in parts
    ]
    x, y, z = (
        sum(weight * part for weight, part in zip(row, light, strict=True)) / white
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    x, y, z = (
        one ** (1 / 3) if one > (6 / 29) ** 3 else one / (3 * (6 / 29) ** 2) + 4 / 29
        for one in (x, y, z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Lab, other: Lab) -> float:
    """Tell the difference; 1 is about the least that is seen."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn, h = 0.0, h1 + h2
    if c1 * c2:
        turn = (h2 - h1 + 180) % 360 - 180
        h = (h1 + h2) / 2
        if abs(h1 - h2) > 180:
            h += 180 if h1 + h2 < 360 else -180
    away_l, away_c = l2 - l1, c2 - c1
    away_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(h - 30))
        + 0.24 * math.cos(math.radians(2 * h))
        + 0.32 * math.cos(math.radians(3 * h + 6))
        - 0.20 * math.cos(math.radians(4 * h - 63))
    )
    of_l = 1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2)
    of_c, of_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    swing = 30 * math.exp(-(((h - 275) / 25) ** 2))
    turned = -math.sin(math.radians(2 * swing))
    turned *= 2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    parts = away_l / of_l, away_c / of_c, away_h / of_h
    return math.sqrt(sum(part**2 for part in parts) + turned * parts[1] * parts[2])
