"""How every widget looks: palette, style sheet, font and the small drawn parts.

All colours come from the one theme in ``charts.theme``. Widgets say what part they
play by the dynamic property ``role``; ``style_sheet`` lists the parts there are.
"""
