import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "bare_machine.sh"
pytestmark = pytest.mark.skipif(
    not Path("/etc/debian_version").exists(), reason="needs Debian's folders"
)


class Machine:
    """A machine whose programs say what a test wants."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.says("uname", 'case "$1" in -s) echo Linux;; *) echo toaster;; esac')
        self.says("ldconfig", "")
        # No font and no certificates, wherever the real ones are.
        self.says("find", "")
        self.says("id", "echo 1000")
        self.says("apt-get", f'echo "$@" >> {folder}/apt-get.log')

    def says(self, program: str, body: str) -> None:
        path = self.folder / program
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", SCRIPT, *words],
            env={"PATH": f"{self.folder}:/usr/bin:/bin", "HOME": str(self.home)},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def apt_get_was_told(self) -> list[str]:
        log = self.folder / "apt-get.log"
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_whole_python_is_passed_over_in_silence(machine: Machine) -> None:
    ended = machine.run("python", sys.executable)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


@pytest.mark.parametrize("version", ["2.7", "3.9", "3.10", "3.14"])
def test_wrong_python_is_named(machine: Machine, version: str) -> None:
    machine.says("other-python", f"echo {version}")
    ended = machine.run("python", "other-python")
    assert ended.returncode == 1
    assert f"“other-python” is Python {version}; 3.11, 3.12 or 3.13" in ended.stderr


def test_missing_python_is_named(machine: Machine) -> None:
    ended = machine.run("python", "no-python")
    assert ended.returncode == 1
    assert "no Python at “no-python”" in ended.stderr


# A Python as Debian ships it without python3-venv, and one that is broken.
HALF_PYTHON = """
case "$2" in
*version_info*) echo 3.12 ;;
*ensurepip*) exit 1 ;;
*base_prefix*) echo {prefix} ;;
esac
"""


def test_debians_python_without_venv(machine: Machine) -> None:
    machine.says("half-python", HALF_PYTHON.format(prefix="/usr"))
    ended = machine.run("python", "half-python")
    assert ended.returncode == 1
    assert "sudo apt-get install --no-install-recommends python3.12-venv\n" in (
        ended.stderr
    )
    assert machine.apt_get_was_told == []


def test_broken_python_is_not_mended_by_debian(machine: Machine) -> None:
    machine.says("half-python", HALF_PYTHON.format(prefix="/opt/python"))
    machine.says("id", "echo 0")
    ended = machine.run("python", "half-python")
    assert ended.returncode == 1
    assert "it is not whole" in ended.stderr
    assert machine.apt_get_was_told == []


def test_missing_libraries_are_named_with_the_one_line_to_run(machine: Machine) -> None:
    ended = machine.run("window")
    assert ended.returncode == 1
    lines = ended.stderr.splitlines()
    assert "  libEGL.so.1 (Debian package libegl1)" in lines
    assert "  libxcb-cursor.so.0 (Debian package libxcb-cursor0)" in lines
    assert "  a font (Debian package fonts-dejavu-core)" in lines
    (command,) = [line for line in lines if "apt-get" in line]
    named = [line.split("package ")[1][:-1] for line in lines if "(Debian" in line]
    assert command.split("--no-install-recommends ")[1].split() == named
    assert machine.apt_get_was_told == []


def test_what_the_loader_knows_is_not_missing(machine: Machine) -> None:
    machine.says("ldconfig", "printf '\\tlibEGL.so.1 (libc6) => /x/libEGL.so.1\\n'")
    named = machine.run("window").stderr
    assert "libEGL" not in named
    assert "libGL.so.1" in named


def test_libraries_of_another_word_length_do_not_count(machine: Machine) -> None:
    machine.says("uname", 'case "$1" in -s) echo Linux;; *) echo x86_64;; esac')
    machine.says("ldconfig", "printf '\\tlibEGL.so.1 (libc6) => /x/libEGL.so.1\\n'")
    real = Path("/usr/lib/x86_64-linux-gnu/libEGL.so.1").exists()
    assert ("libEGL" in machine.run("window").stderr) is not real


def test_root_installs_and_looks_again(machine: Machine) -> None:
    machine.says("id", "echo 0")
    ended = machine.run("window")
    update, install = machine.apt_get_was_told
    assert update.startswith("update")
    assert "--no-install-recommends" in install
    assert "libegl1" in install
    # This apt-get installs nothing, and that is noticed.
    assert ended.returncode == 1
    assert "Still missing:" in ended.stderr


def test_failed_install_shows_why(machine: Machine) -> None:
    machine.says("id", "echo 0")
    machine.says("apt-get", 'echo "Unable to locate package" >&2; exit 100')
    ended = machine.run("window")
    assert ended.returncode == 1
    assert "Unable to locate package" in ended.stderr
    assert "Install them by hand" in ended.stderr


def test_tests_need_the_password_store_too(machine: Machine) -> None:
    window = machine.run("window").stderr
    tests = machine.run("tests").stderr
    assert "libegl1" in tests
    assert "gnome-keyring" not in window


def test_the_long_proofs_need_a_spreadsheet_besides(machine: Machine) -> None:
    real = Path("/usr/bin/soffice").exists()
    said = machine.run("proofs").stderr
    assert "libegl1" in said
    assert ("libreoffice-calc-nogui" in said) is not real
    machine.says("soffice", "")
    assert "libreoffice" not in machine.run("proofs").stderr


def test_other_systems_need_nothing(machine: Machine) -> None:
    machine.says("uname", "echo Darwin")
    for what in ("window", "tests", "proofs", "package", "package-test"):
        ended = machine.run(what)
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


@pytest.mark.parametrize("words", [(), ("kitchen",)])
def test_wrong_use(machine: Machine, words: tuple[str, ...]) -> None:
    ended = machine.run(*words)
    assert ended.returncode == 2
    assert "usage:" in ended.stderr


def test_no_package_index_is_named() -> None:
    for path in SCRIPT.parent.iterdir():
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert "://" not in text, path
