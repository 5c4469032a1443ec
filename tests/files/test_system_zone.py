from pathlib import Path

from clockify_desktop.files.system_zone import system_zone


def test_the_environment_tells_before_the_link(tmp_path: Path) -> None:
    zone = tmp_path / "zoneinfo" / "Europe" / "Berlin"
    zone.parent.mkdir(parents=True)
    zone.touch()
    clock = tmp_path / "localtime"
    clock.symlink_to(zone)
    assert system_zone({"TZ": ":Asia/Dhaka"}, clock) == "Asia/Dhaka"
    assert system_zone({}, clock) == "Europe/Berlin"
    assert system_zone({"TZ": ""}, zone.parent.parent) is None
    assert system_zone({}, tmp_path) is None
    assert system_zone({}, tmp_path / "gone") is None
