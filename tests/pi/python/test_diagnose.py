"""What a person is told in each state of a device, and how the command ends."""
import unittest
from dataclasses import replace
from unittest.mock import patch

from lintel_camera import facts as facts_module
from lintel_camera.config import CameraConfig
from lintel_camera.diagnose import diagnose, exit_code
from lintel_camera.facts import Facts, gather
from lintel_camera.kernel_files import Holder
from recorded import IMX219, IMX708_LAYERED, NONE, UNICAM_ONLY, USB, device, recorded


def found(answers: dict[str, str], **changes: object) -> Facts:
    """The facts of a recorded device, with nothing of the machine that runs the tests."""
    with (
        patch.object(facts_module, "holders_of", return_value=changes.pop("holders", {})),
        patch.object(facts_module, "usb_megabits", return_value=changes.pop("usb_megabits", None)),
        patch.object(facts_module, "glob", return_value=[]),
        patch.object(facts_module.shutil, "which", return_value=None),
    ):
        return replace(gather(device(answers)), **changes)


def codes(facts: Facts, route: str = "auto") -> list[str]:
    return [finding.code for finding in diagnose(facts, CameraConfig(route=route))]


class DiagnoseTest(unittest.TestCase):
    def check(self, facts: Facts, expected: list[str], code: int, route: str = "auto"):
        findings = diagnose(facts, CameraConfig(route=route))
        self.assertEqual([finding.code for finding in findings], expected)
        self.assertEqual(exit_code(findings), code)
        for finding in findings:
            self.assertEqual(bool(finding.fix), finding.level != "ok", finding)
            self.assertTrue(finding.sentence.endswith("."), finding)

    def test_usb(self):
        self.check(found(USB, usb_megabits=480.0), ["usb-camera", "route"], 0)

    def test_nothing_connected(self):
        self.check(found(NONE), ["no-camera"], 3)

    def test_imx219_with_nothing_that_shows_it(self):
        self.check(found(IMX219), ["csi-camera", "no-route"], 1)

    def test_imx708_not_yet_set_up(self):
        self.check(found(IMX708_LAYERED), ["csi-camera", "not-set-up"], 1)

    def test_imx708_set_up(self):
        self.check(found(IMX708_LAYERED), ["csi-camera", "route"], 0, route="libcamerify")

    def test_receiver_without_camera(self):
        facts = found(UNICAM_ONLY)
        self.check(facts, ["receiver-only"], 1)
        self.assertIn("black picture", diagnose(facts, CameraConfig())[0].sentence)

    def test_busy_names_the_process(self):
        facts = found(USB, holders={"/dev/video0": [Holder(812, "cheese")]})
        self.check(facts, ["usb-camera", "busy", "route"], 1)
        finding = diagnose(facts, CameraConfig())[1]
        self.assertEqual(finding.sentence, "/dev/video0 is in use by cheese (process 812).")
        self.assertIn("kill 812", finding.fix)

    def test_chromium_and_pipewire_keep_nobody_out(self):
        holders = {"/dev/video0": [Holder(1, "chromium"), Holder(2, "wireplumber")]}
        self.assertNotIn("busy", codes(found(USB, holders=holders)))

    def test_the_bridge_is_no_stranger_while_it_runs(self):
        answers = {**IMX219, "v4l2-ctl --list-devices": recorded("devices-bridge.txt")}
        holders = {"/dev/video0": [Holder(5, "rpicam-vid")]}
        running = found(answers, holders=holders, is_bridge_running=True, has_rpicam_vid=True, has_loopback_module=True)
        self.check(running, ["csi-camera", "route"], 0, route="bridge")
        stopped = replace(running, is_bridge_running=False)
        self.check(stopped, ["csi-camera", "busy", "bridge-down"], 1, route="bridge")

    def test_slow_usb(self):
        self.check(found(USB, usb_megabits=12.0), ["usb-camera", "slow-usb", "route"], 0)

    def test_uncompressed_usb(self):
        answers = {**USB, "v4l2-ctl --device /dev/video0 --list-formats-ext": recorded("formats-yuyv.txt")}
        self.check(found(answers, usb_megabits=480.0), ["usb-camera", "uncompressed", "route"], 0)
        self.check(found(answers, usb_megabits=5000.0), ["usb-camera", "route"], 0)

    def test_wrong_format(self):
        answers = {**USB, "v4l2-ctl --device /dev/video0 --list-formats-ext": recorded("formats-h264.txt")}
        self.check(found(answers), ["wrong-format"], 1)

    def test_missing_tools(self):
        self.check(found({}), ["no-chromium", "no-v4l2-ctl", "no-rpicam"], 1)

    def test_missing_rights(self):
        self.check(found(USB, may_open_video=False), ["no-rights", "usb-camera", "route"], 1)

    def test_a_route_that_closed(self):
        self.check(found(USB), ["usb-camera", "route-closed"], 1, route="pipewire")
