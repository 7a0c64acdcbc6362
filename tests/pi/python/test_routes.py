"""Which routes are open, and which one is chosen."""
import unittest

from lintel_camera.cli import chosen_route
from lintel_camera.facts import Facts, pipewire_command
from lintel_camera.routes import open_routes
from recorded import IMX219, IMX708_LAYERED, UNICAM_ONLY, USB, recorded
from test_diagnose import found

PIPEWIRE = {**IMX219, "pw-dump": recorded("pw-dump.json")}
BRIDGE = {"has_loopback_module": True, "has_rpicam_vid": True}


class RoutesTest(unittest.TestCase):
    def routes(self, facts: Facts) -> list[str]:
        return list(open_routes(facts))

    def test_usb_comes_directly(self):
        self.assertEqual(self.routes(found(USB)), ["direct"])

    def test_a_module_comes_by_the_first_that_is_there(self):
        self.assertEqual(self.routes(found(IMX219)), [])
        self.assertEqual(self.routes(found(IMX219, **BRIDGE)), ["bridge"])
        self.assertEqual(self.routes(found(PIPEWIRE, **BRIDGE)), ["pipewire", "bridge"])
        self.assertEqual(self.routes(found(IMX708_LAYERED, **BRIDGE)), ["libcamerify", "bridge"])

    def test_a_layer_that_shows_no_camera_is_closed(self):
        answers = {**IMX219, "libcamerify v4l2-ctl --device /dev/video0 --info": recorded("info-unicam.txt")}
        self.assertEqual(self.routes(found(answers)), [])

    def test_an_old_chromium_has_no_pipewire(self):
        answers = {**PIPEWIRE, "chromium --version": "Chromium 113.0.5672.126 built on Debian"}
        self.assertEqual(self.routes(found(answers)), [])

    def test_half_a_bridge_is_none(self):
        self.assertEqual(self.routes(found(IMX219, has_loopback_module=True)), [])
        self.assertEqual(self.routes(found(IMX219, has_rpicam_vid=True)), [])

    def test_a_receiver_without_camera_opens_nothing(self):
        self.assertEqual(self.routes(found(UNICAM_ONLY, **BRIDGE)), [])

    def test_the_choice(self):
        module = found(IMX708_LAYERED, **BRIDGE)
        self.assertEqual(chosen_route("auto", module), "libcamerify")
        self.assertEqual(chosen_route("bridge", module), "bridge")
        self.assertIsNone(chosen_route("pipewire", module))
        self.assertIsNone(chosen_route("auto", found(UNICAM_ONLY)))

    def test_pipewire_is_asked_as_the_person_behind_sudo(self):
        self.assertEqual(pipewire_command({}), ["pw-dump"])
        command = pipewire_command({"SUDO_USER": "ada", "SUDO_UID": "1000"})
        self.assertEqual(command[:3], ["runuser", "-u", "ada"])
        self.assertIn("XDG_RUNTIME_DIR=/run/user/1000", command)
