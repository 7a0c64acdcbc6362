"""The kiosk: what it starts, how patiently it starts it again, and the entry for login."""
import os
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from lintel_kiosk.command import KIOSK_ADDRESS, chromium_command, cursor_command
from lintel_kiosk.keep_running import keep_running, pause_seconds
from lintel_kiosk.profile import is_open

PROGRAM = Path(__file__).parents[3] / "pi/bin/lintel-kiosk"


class CommandTest(unittest.TestCase):
    def test_chromium_on_each_desktop(self):
        x11 = chromium_command("/usr/bin/chromium", {"DISPLAY": ":0"})
        self.assertEqual((x11[0], x11[1], x11[-1]), ("/usr/bin/chromium", "--kiosk", KIOSK_ADDRESS))
        self.assertNotIn("--ozone-platform=wayland", x11)
        self.assertIn("--ozone-platform=wayland", chromium_command("chromium", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}))

    def test_the_pointer_is_hidden_on_x11_alone(self):
        self.assertEqual(cursor_command({"DISPLAY": ":0"})[0], "unclutter")
        self.assertIsNone(cursor_command({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}))
        self.assertIsNone(cursor_command({}))


class KeepRunningTest(unittest.TestCase):
    def pauses_after(self, run_seconds: list[float]) -> list[float]:
        """The pauses after runs of these lengths, in a time that passes only here."""
        now, pauses, left = [0.0], [], list(run_seconds)

        def run_once() -> int:
            if not left:
                raise InterruptedError
            now[0] += left.pop(0)
            return 1

        with self.assertRaises(InterruptedError):
            keep_running(run_once, lambda _: None, lambda: now[0], pauses.append)
        return pauses

    def test_it_grows_patient_and_no_more_than_a_minute(self):
        self.assertEqual(self.pauses_after([0.1] * 9), [1, 2, 4, 8, 16, 32, 60, 60, 60])
        self.assertEqual(pause_seconds(5000), 60)

    def test_a_good_run_makes_it_quick_again(self):
        self.assertEqual(self.pauses_after([0, 0, 0, 60, 0, 3600]), [1, 2, 4, 1, 1, 1])


class ProfileTest(unittest.TestCase):
    def test_open_closed_and_stale(self):
        with tempfile.TemporaryDirectory() as folder:
            profile = Path(folder)
            self.assertFalse(is_open(profile))
            lock = profile / "SingletonLock"
            lock.symlink_to(f"raspberry-pi-{os.getpid()}")
            self.assertTrue(is_open(profile))
            lock.unlink()
            ended = subprocess.Popen(["true"])
            ended.wait()
            lock.symlink_to(f"raspberry-pi-{ended.pid}")
            self.assertFalse(is_open(profile))
            lock.unlink()
            lock.symlink_to("nonsense")
            self.assertFalse(is_open(profile))


class CliTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)

    def environment(self, **changes: str) -> dict[str, str]:
        return {"HOME": str(self.home), "PATH": str(self.home), **changes}

    def run_with(self, action: str, **changes: str) -> subprocess.CompletedProcess[str]:
        command = ["/usr/bin/python3", str(PROGRAM), action]
        return subprocess.run(command, env=self.environment(**changes), capture_output=True, text=True)

    def test_the_entry_is_there_only_while_it_is_enabled(self):
        entry = self.home / ".config/autostart/lintel-kiosk.desktop"
        self.assertEqual(self.run_with("status").stdout, "disabled\n")
        self.assertEqual(self.run_with("enable").returncode, 0)
        self.assertIn("Exec=lintel-kiosk run", entry.read_text())
        self.assertEqual(self.run_with("status").stdout, "enabled\n")
        self.assertEqual(self.run_with("disable").returncode, 0)
        self.assertEqual(self.run_with("disable").returncode, 0)
        self.assertFalse(entry.exists())

    def test_it_says_what_is_missing(self):
        self.assertIn("sudo apt install chromium", self.run_with("run", DISPLAY=":0").stderr)
        self.make_chromium("exit 0")
        self.assertIn("There is no desktop here", self.run_with("run").stderr)
        self.assertEqual(self.run_with("dance").returncode, 2)

    def make_chromium(self, script: str) -> None:
        program = self.home / "chromium"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def test_what_dies_is_started_again_and_ends_with_the_kiosk(self):
        runs = self.home / "runs"
        # Dies at once the first time, then stays until it is told to end.
        self.make_chromium(f'echo $$ >> {runs}; [ "$(/usr/bin/wc -l < {runs})" -gt 1 ] || exit 9; exec /usr/bin/sleep 60')
        environment = self.environment(DISPLAY=":0")
        command = ["/usr/bin/python3", str(PROGRAM), "run", "--wait", "0"]
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as kiosk:
            end = time.monotonic() + 10
            while time.monotonic() < end and (not runs.exists() or len(runs.read_text().split()) < 2):
                time.sleep(0.05)
            pids = [int(pid) for pid in runs.read_text().split()]
            kiosk.send_signal(signal.SIGTERM)
            said = kiosk.communicate(timeout=10)[1]
        self.assertEqual(len(pids), 2)
        self.assertIn("Chromium ended with 9; it is started again in 1 s.", said)
        self.assertEqual(kiosk.returncode, 0)
        with self.assertRaises(ProcessLookupError):
            os.kill(pids[1], 0)
