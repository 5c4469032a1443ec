import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHECK = ROOT / "packaging" / "untested_modules.py"


def test_a_module_that_no_test_runs_is_named(tmp_path: Path) -> None:
    def ended(**percents: float) -> tuple[int, str]:
        files = {
            f"clockify_desktop/{name}.py": {"summary": {"percent_covered": percent}}
            for name, percent in percents.items()
        }
        report = tmp_path / "coverage.json"
        report.write_text(json.dumps({"files": files}))
        done = subprocess.run(
            [sys.executable, CHECK, report],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr

    # Programs of their own are run by other tests, and those are there.
    assert ended(ui=100, __main__=0) == (0, "")
    assert ended(ui=12.3, api=50) == (1, "clockify_desktop/ui.py: 12 % run\n")
