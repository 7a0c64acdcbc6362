"""pi/install.sh: what it refuses, and that it installs all or nothing."""
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).parents[3] / "pi/install.sh"

GOOD = {
    "dpkg": "echo arm64",
    "node": "echo v20.19.0",
    "npm": 'for last; do :; done; case "$1" in run) touch "$last/lintel_0.1.0_all.deb" ;; esac',
    "df": "printf 'Avail\\n 4000M\\n'",
    "sudo": 'exec "$@"',
    "apt-get": 'echo "apt-get $*" >> "$LOG"',
    "lintel-camera": "exit 3",
}


class InstallTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.log = self.root / "log"

    def run_with(self, *arguments: str, release: str = 'ID=debian\nVERSION_ID="12"\n', **tools: str | None):
        """The script where these tools are instead of the good ones; None: the tool is not there."""
        programs = self.root / "bin"
        programs.mkdir()
        for name in ("bash", "cat", "chmod", "dirname", "mktemp", "rm", "sed", "tail", "touch", "tr"):
            (programs / name).symlink_to(f"/usr/bin/{name}")
        for name, script in {**GOOD, **{name.replace("_", "-"): script for name, script in tools.items()}}.items():
            if script is not None:
                (programs / name).write_text(f"#!/bin/sh\n{script}\n")
                (programs / name).chmod(0o755)
        (self.root / "os-release").write_text(release)
        environment = {"PATH": str(programs), "OS_RELEASE": str(self.root / "os-release"), "LOG": str(self.log)}
        return subprocess.run(["/usr/bin/bash", str(SCRIPT), *arguments], env=environment, capture_output=True, text=True)

    def installed(self) -> str:
        return self.log.read_text() if self.log.exists() else ""

    def check_refused(self, sentence: str, **changes: str | None):
        ended = self.run_with(**changes)
        self.assertEqual(ended.returncode, 1, ended)
        self.assertIn(sentence, ended.stderr)
        self.assertTrue(ended.stderr.endswith("Nothing was installed.\n"), ended.stderr)
        self.assertEqual(self.installed(), "")

    def test_it_builds_then_installs_and_a_missing_camera_is_no_failure(self):
        ended = self.run_with()
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))
        self.assertRegex(self.installed(), r"^apt-get install -y /\S+/lintel_0\.1\.0_all\.deb\n$")
        self.assertIn("Lintel is installed", ended.stdout)

    def test_checking_alone_installs_nothing(self):
        ended = self.run_with("--check", npm='[ "$1" = --version ]')
        self.assertEqual((ended.returncode, ended.stdout), (0, "Lintel can be built and installed here.\n"))
        self.assertEqual(self.installed(), "")

    def test_newer_systems_are_welcome(self):
        self.assertEqual(self.run_with("--check", release="ID=debian\nVERSION_ID=13\n", node="echo v24.1.0").returncode, 0)

    def test_32_bit(self):
        self.check_refused("This system is 32-bit (armhf)", dpkg="echo armhf")

    def test_no_debian(self):
        self.check_refused("This is not Debian", dpkg=None)

    def test_old_debian(self):
        self.check_refused("This is Debian 11: Lintel needs 12", release='VERSION_ID="11"\n')

    def test_debian_of_no_version(self):
        self.check_refused("This is Debian of an unknown version", release="ID=debian\n")

    def test_no_node(self):
        self.check_refused("Node.js is missing", node=None)

    def test_old_node(self):
        self.check_refused("Node.js is v18.20.4, and Lintel needs 20.19", node="echo v18.20.4")

    def test_node_of_nearly_the_right_age(self):
        self.check_refused("Node.js is v20.18.9", node="echo v20.18.9")

    def test_no_npm(self):
        self.check_refused("npm is missing", npm=None)

    def test_no_room(self):
        self.check_refused("There are 900 MiB free", df="printf 'Avail\\n  900M\\n'")

    def test_a_build_that_fails_installs_nothing(self):
        self.check_refused("could not be built", npm='[ "$1" = --version ]')

    def test_an_installation_that_fails_is_said(self):
        ended = self.run_with(apt_get="exit 100")
        self.assertEqual(ended.returncode, 1)
        self.assertIn("apt could not install the package", ended.stderr)
