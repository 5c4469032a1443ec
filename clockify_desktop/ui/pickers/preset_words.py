"""The presets in words, in the groups they are offered in."""

from typing import Final

from clockify_desktop.domain.presets import Preset

PRESET_WORDS: Final = {
    Preset.TODAY: "Today",
    Preset.YESTERDAY: "Yesterday",
    Preset.THIS_WEEK: "This week",
    Preset.LAST_WEEK: "Last week",
    Preset.PAST_TWO_WEEKS: "Past two weeks",
    Preset.LAST_4_WEEKS: "Last 4 weeks",
    Preset.LAST_8_WEEKS: "Last 8 weeks",
    Preset.LAST_12_WEEKS: "Last 12 weeks",
    Preset.THIS_MONTH: "This month",
    Preset.LAST_MONTH: "Last month",
    Preset.THIS_QUARTER: "This quarter",
    Preset.LAST_QUARTER: "Last quarter",
    Preset.THIS_YEAR: "This year",
    Preset.LAST_YEAR: "Last year",
}

PRESET_GROUPS: Final = (
    (
        "Weeks",
        (
            Preset.THIS_WEEK,
            Preset.LAST_WEEK,
            Preset.PAST_TWO_WEEKS,
            Preset.LAST_4_WEEKS,
            Preset.LAST_8_WEEKS,
            Preset.LAST_12_WEEKS,
        ),
    ),
    ("Months", (Preset.THIS_MONTH, Preset.LAST_MONTH)),
    (
        "Longer",
        (
            Preset.THIS_QUARTER,
            Preset.LAST_QUARTER,
            Preset.THIS_YEAR,
            Preset.LAST_YEAR,
        ),
    ),
    ("Days", (Preset.TODAY, Preset.YESTERDAY)),
)
