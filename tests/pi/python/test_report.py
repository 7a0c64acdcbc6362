"""The report for the app: what a service may say, and how seldom it asks the tools."""
import json
import tempfile
import unittest
from pathlib import Path
from unittest.mock import patch

from lintel_camera import report as report_module
from lintel_camera.config import CameraConfig
from lintel_camera.facts import Facts
from lintel_camera.kernel_files import Holder
from lintel_camera.report import app_findings, scene_mark, without_session, write_report
from recorded import IMX708_LAYERED, USB
from test_diagnose import found


class ReportTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "report.json"
        self.looks = 0

    def write(self, now: float, mark: str = "m") -> bool:
        def look() -> Facts:
            self.looks += 1
            return found(USB, holders={"/dev/video0": [Holder(812, "rpicam-vid")]})

        with patch.object(report_module, "scene_mark", return_value=mark):
            return write_report(self.file, CameraConfig(), now, look)

    def test_it_says_when_and_what(self):
        self.assertTrue(self.write(1000.5))
        told = json.loads(self.file.read_text())
        self.assertEqual((told["version"], told["checkedAtMs"]), (1, 1_000_500))
        self.assertEqual([finding["code"] for finding in told["findings"]], ["usb-camera", "busy", "route"])
        self.assertEqual(told["findings"][1]["sentence"], "/dev/video0 is in use by rpicam-vid (process 812).")
        self.assertEqual(list(self.folder.iterdir()), [self.file])

    def test_tools_are_asked_only_when_something_changed_or_much_time_passed(self):
        self.assertTrue(self.write(1000))
        self.assertFalse(self.write(1060))
        self.assertTrue(self.write(1120, mark="another"))
        self.assertFalse(self.write(1180, mark="another"))
        self.assertTrue(self.write(1120 + 600, mark="another"))
        # A clock that was set back.
        self.assertTrue(self.write(5, mark="another"))
        self.assertEqual(self.looks, 4)

    def test_a_report_that_cannot_be_read_is_written_anew(self):
        for text in ("", "[]", "{}", '{"mark": "m", "checkedAtMs": "x"}', "null"):
            self.file.write_text(text)
            self.assertTrue(self.write(1000), text)

    def test_a_service_says_nothing_of_what_only_a_session_knows(self):
        asked = []
        for command in (["chromium", "--version"], ["pw-dump"], ["v4l2-ctl", "--list-devices"]):
            without_session(command, lambda words: asked.append(words[0]))
        self.assertEqual(asked, ["v4l2-ctl"])
        codes = [finding.code for finding in app_findings(found({}, may_open_video=False), CameraConfig())]
        self.assertEqual(codes, ["no-v4l2-ctl", "no-rpicam"])
        layered = found(IMX708_LAYERED)
        self.assertEqual([item.code for item in app_findings(layered, CameraConfig(route="pipewire"))], ["csi-camera"])
        self.assertEqual([item.code for item in app_findings(layered, CameraConfig())], ["csi-camera", "not-set-up"])

    def test_the_mark_changes_with_cameras_holders_and_settings(self):
        dev, proc, config = (self.folder / name for name in ("dev", "proc", "camera.conf"))
        (proc / "812/fd").mkdir(parents=True)
        (proc / "812/comm").write_text("cheese\n")
        dev.mkdir()
        marks = [scene_mark(dev, proc, config)]
        (dev / "video0").touch()
        marks.append(scene_mark(dev, proc, config))
        (proc / "812/fd/5").symlink_to(dev / "video0")
        marks.append(scene_mark(dev, proc, config))
        config.touch()
        marks.append(scene_mark(dev, proc, config))
        self.assertEqual(len(set(marks)), 4)
        self.assertEqual(scene_mark(dev, proc, config), marks[-1])
