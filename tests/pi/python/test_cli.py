"""The command itself: what it prints, and how it ends."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from lintel_camera.cli import as_text, report
from lintel_camera.config import CameraConfig
from lintel_camera.diagnose import diagnose
from recorded import IMX708_LAYERED, USB
from test_diagnose import found

PROGRAM = Path(__file__).parents[3] / "pi/bin/lintel-camera"


def run(*arguments: str, tools: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The command with these tools alone on its PATH, each a shell script."""
    with tempfile.TemporaryDirectory() as folder:
        for name, script in (tools or {}).items():
            file = Path(folder) / name
            file.write_text(f"#!/bin/sh\n{script}\n")
            file.chmod(0o755)
        return subprocess.run(
            ["/usr/bin/python3", str(PROGRAM), *arguments],
            env={**os.environ, "PATH": folder},
            capture_output=True,
            text=True,
            check=False,
        )


class CliTest(unittest.TestCase):
    def test_json_is_complete(self):
        told = report(found(IMX708_LAYERED), CameraConfig())
        self.assertEqual(told["version"], 1)
        self.assertEqual(told["usable"], False)
        self.assertEqual(told["openRoutes"], ["libcamerify"])
        self.assertEqual(set(told["findings"][0]), {"code", "level", "sentence", "fix"})
        json.dumps(told)

    def test_text_has_the_fix_below_its_sentence(self):
        text = as_text(diagnose(found(USB, usb_megabits=12.0), CameraConfig()))
        self.assertIn("✓ UVC Camera (046d:0825) is connected by USB (/dev/video0).", text)
        self.assertRegex(text, r"! UVC Camera .* 12 Mbit/s.*\n  → plug it into the device itself")

    def test_it_ends_with_3_without_a_camera(self):
        tools = {"v4l2-ctl": "exit 0", "rpicam-hello": "echo 'No cameras available!'", "chromium": "echo Chromium 130.0.1.2"}
        ended = run(tools=tools)
        self.assertEqual((ended.returncode, ended.stderr), (3, ""))
        self.assertIn("✗ No camera was found.", ended.stdout)
        self.assertEqual(json.loads(run("--json", tools=tools).stdout)["findings"][0]["code"], "no-camera")

    def test_it_ends_with_1_where_something_is_to_be_put_right(self):
        ended = run("doctor", "--json")
        self.assertEqual(ended.returncode, 1)
        codes = [finding["code"] for finding in json.loads(ended.stdout)["findings"]]
        self.assertEqual(codes, ["no-chromium", "no-v4l2-ctl", "no-rpicam"])

    def test_it_ends_with_2_when_called_wrongly(self):
        self.assertEqual(run("repair").returncode, 2)
        self.assertEqual(run("setup", "--route", "wifi").returncode, 2)

    def test_setup_changes_nothing_where_there_is_no_camera(self):
        ended = run("setup", "--dry-run", tools={"v4l2-ctl": "exit 0", "chromium": "echo Chromium 130.0.1.2"})
        self.assertEqual(ended.returncode, 3)
        self.assertIn("nothing was changed", ended.stderr)
