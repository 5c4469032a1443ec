"""Which signs a spreadsheet of a region expects between fields and in numbers.

They are two settings. Windows tells both. Elsewhere the system tells the decimal sign,
if it has the region at all, and the other one is known by region.
"""

import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Final, NamedTuple

# The sign of decimals in the main language of a region: CLDR, as Qt 6.11 has it.
_COMMA = """
    AD AL AM AO AR AT AW AX AZ BA BE BF BG BI BJ BL BN BO BQ BR BY CD CF CG CI
    CL CM CO CR CV CY CZ DE DJ DK DZ EA EC EE ES FI FO FR GA GE GF GL GN GP GQ
    GR GW HR HT HU IC ID IS IT KG KZ LA LT LU LV LY MA MC MD ME MF MK MQ MU MZ
    NA NC NL NO PF PL PM PT PY RE RO RS RU RW SC SE SI SJ SK SM SN SR ST TG TJ
    TL TM TN TR UA UY UZ VA VE VN WF XK YT ZA
"""
_POINT = """
    AE AF AG AI AS AU BB BD BH BM BS BT BW BZ CA CC CH CK CN CU CW CX DG DM DO
    EG EH ER ET FJ FK FM GB GD GG GH GI GM GS GT GU GY HK HN IE IL IM IN IO IQ
    IR JE JM JO JP KE KH KI KM KN KP KR KW KY LB LC LI LK LR LS MG MH ML MM MN
    MO MP MR MS MT MV MW MX MY NE NF NG NI NP NR NU NZ OM PA PE PG PH PK PN PR
    PS PW QA SA SB SD SG SH SL SO SS SV SX SY SZ TC TD TH TK TO TT TV TW TZ UG
    UM US VC VG VI VU WS YE ZM ZW
"""
# Languages that do not write them as the main one there. French has commas everywhere.
_OTHERWISE = """
    ar_DJ en_BI en_CM en_CY en_MU en_NA en_RW en_SC es_BR es_PH ku_SY nl_CW
    nl_SX nso_ZA pt_CH pt_MO rm_CH st_ZA tn_ZA wae_CH xh_ZA zu_ZA
"""
_HAS_COMMA: Final = {
    **dict.fromkeys(_COMMA.split(), True),
    **dict.fromkeys(_POINT.split(), False),
}
_OTHERS: Final = frozenset(_OTHERWISE.split())
# A semicolon beside a decimal point: what Windows has as list separator of these.
_SEMICOLON: Final = frozenset({"CH", "LI"})
_REGION: Final = re.compile(r"([a-z]{2,3})(?:_[A-Z][a-z]{3})?_([A-Z]{2})(?:[.@].*)?")
_NONE: Final = re.compile(r"(?:C|POSIX)?(?:[.@].*)?")
_SEPARATORS: Final = frozenset(";,\t|")


class RegionalSigns(NamedTuple):
    """The signs of a CSV file for a spreadsheet."""

    separator: str
    decimal_sign: str


def region_named(environment: Mapping[str, str]) -> str:
    """Tell which region the environment names for numbers; empty for none."""
    names = ("LC_ALL", "LC_NUMERIC", "LANG")
    return next(filter(None, (environment.get(name) for name in names)), "")


def decimal_sign_of(region: str) -> str | None:
    """Tell the decimal sign of a region, such as ``de_CH.UTF-8``.

    Returns:
        ``None`` where the name says nothing that is known.
    """
    if _NONE.fullmatch(region):
        return "."
    found = _REGION.fullmatch(region)
    if found is None or found[2] not in _HAS_COMMA:
        return None
    language, territory = found[1], found[2]
    otherwise = f"{language}_{territory}" in _OTHERS
    has_comma = language == "fr" or _HAS_COMMA[territory] is not otherwise
    return "," if has_comma else "."


def regional_signs(region: str, decimal_sign: str) -> RegionalSigns:
    """Tell both signs of a region whose decimal sign is known.

    One that is neither a comma nor a point is not for files.
    """
    sign = "," if decimal_sign == "," else "."
    separator = list_separator()
    if separator is None:
        found = _REGION.fullmatch(region)
        apart = sign == "," or (found is not None and found[2] in _SEMICOLON)
        separator = ";" if apart else ","
    # As spreadsheets do it where somebody chose the same sign for both.
    return RegionalSigns(";" if separator == sign else separator, sign)


def list_separator() -> str | None:
    """Ask the system what stands between fields; ``None`` where it does not know."""
    if sys.platform == "win32":
        # What a person set under Region, Additional settings.
        import winreg  # noqa: PLC0415 - Windows alone has it

        where = winreg.HKEY_CURRENT_USER, r"Control Panel\International"
        with suppress(OSError), winreg.OpenKey(*where) as key:
            chosen = winreg.QueryValueEx(key, "sList")[0]
            return chosen if chosen in _SEPARATORS else None
    return None
