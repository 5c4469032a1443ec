"""What systems read of a package fits the program, and each other."""

import plistlib
import re
import tomllib
from configparser import RawConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from clockify_desktop.cli.program import run
from clockify_desktop.domain.file_endings import REPORT_FILE

ROOT = Path(__file__).parents[2]
DEBIAN = ROOT / "packaging" / "debian"
KIND = "application/vnd.clockify-report+toml"
ENDING = REPORT_FILE.removeprefix(".")


def test_every_system_knows_the_same_type_of_file() -> None:
    entry = RawConfigParser()
    entry.read(DEBIAN / "clockify-desktop.desktop")
    assert entry["Desktop Entry"]["MimeType"] == f"{KIND};"
    assert entry["Desktop Entry"]["Exec"] == "clockify-desktop %f"
    known = ET.parse(DEBIAN / "clockify-desktop.xml").getroot()  # noqa: S314 - our own
    (glob,) = (one.get("pattern") for one in known.iter() if one.tag.endswith("glob"))
    assert glob == f"*.{ENDING}"
    about = ET.parse(DEBIAN / "metainfo.xml").getroot()  # noqa: S314 - our own
    assert about.findtext("provides/mediatype") == KIND
    assert about.findtext("launchable") == "clockify-desktop.desktop"
    words = plistlib.loads((ROOT / "packaging/macos/Info.plist").read_bytes())
    (declared,) = words["UTExportedTypeDeclarations"]
    tags = declared["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == [ENDING]
    assert tags["public.mime-type"] == KIND
    plistlib.loads((ROOT / "packaging/macos/entitlements.plist").read_bytes())


def test_the_manual_names_the_commands_and_options_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    manual = (DEBIAN / "clockify-desktop.1").read_text().replace("\\-", "-")
    with pytest.raises(SystemExit):
        run(["--help"])
    helped = capsys.readouterr().out
    options = manual.partition(".SH OPTIONS")[2].partition(".SH COMMANDS")[0]
    for option in re.findall(r"^\.BI? (--[a-z-]+)", options, re.MULTILINE):
        assert option in helped, option
    commands = manual.partition(".SH COMMANDS")[2].partition(".PP")[0]
    there = helped.partition("COMMAND\n")[2]
    assert re.findall(r"^\.B ([a-z-]+)$", commands, re.MULTILINE) == re.findall(
        r"^ {4}([a-z-]+) ", there, re.MULTILINE
    )


def test_both_locks_agree() -> None:
    pinned = [
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", path.read_text(), re.MULTILINE))
        for path in sorted((ROOT / "packaging").glob("*.lock"))
    ]
    both = pinned[0].keys() & pinned[1].keys()
    assert both
    assert {name: pinned[0][name] for name in both} == {
        name: pinned[1][name] for name in both
    }
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    assert set(groups["package"]) <= pinned[0].keys() | pinned[1].keys()
