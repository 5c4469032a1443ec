import subprocess
import sys


def test_contents_know_nothing_of_matplotlib_and_qt() -> None:
    code = (
        "import sys\n"
        "import clockify_desktop.charts.bar_content\n"
        "import clockify_desktop.charts.chart\n"
        "print({'matplotlib', 'PySide6'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        check=True,
        capture_output=True,
        text=True,
    )
    assert found.stdout.strip() == "set()"
