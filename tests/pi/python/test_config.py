"""The settings: what is obeyed, and what is refused with the cure."""
import tempfile
import unittest
from pathlib import Path

from lintel_camera.config import CameraConfig, ConfigError, load_config, parse_config, with_route

SHIPPED = Path(__file__).parents[3] / "pi/etc/camera.conf"


class ConfigTest(unittest.TestCase):
    def test_the_shipped_file_changes_nothing(self):
        self.assertEqual(parse_config(SHIPPED.read_text(encoding="utf-8")), CameraConfig())

    def test_every_setting(self):
        text = (
            "route = bridge # a comment\ncamera=1\nwidth = 1280\nheight=720\nframerate = 30\n"
            "rotation = 180\nhflip = yes\nvflip=no\nexposure = 20000\n"
        )
        expected = CameraConfig("bridge", "1", 1280, 720, 30, 180, True, False, "20000")
        self.assertEqual(parse_config(text), expected)

    def test_what_cannot_be_obeyed_is_named_with_its_line(self):
        cases = {
            "route = usb": "choose auto, direct, libcamerify, pipewire, bridge",
            "camera = front": "give a number from 0 to 9",
            "width = 650": "give a number from 64 to 4608 in steps of 64",
            "width = ٦٤٠": "give a number from 64 to 4608 in steps of 64",
            "framerate = 0": "give a number from 1 to 120",
            "rotation = 90": "choose 0, 180",
            "hflip = true": "choose yes, no",
            "exposure = bright": "give a number from 1 to 1000000",
            "zoom = 2": 'there is no setting "zoom"',
            "bridge": 'write "name = value" instead of "bridge"',
        }
        for line, cure in cases.items():
            with self.assertRaises(ConfigError) as refused:
                parse_config(f"# first\n{line}\n", "camera.conf")
            self.assertIn("camera.conf, line 2: ", str(refused.exception))
            self.assertIn(cure, str(refused.exception))

    def test_no_file_means_the_usual(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(load_config(Path(folder) / "camera.conf"), CameraConfig())

    def test_another_route_leaves_the_rest(self):
        self.assertEqual(with_route("", "bridge"), "route = bridge\n")
        self.assertEqual(with_route("hflip = yes # mine\n", "direct"), "hflip = yes # mine\nroute = direct\n")
        self.assertEqual(with_route("# a\nroute=auto\nwidth = 320\n", "direct"), "# a\nroute = direct\nwidth = 320\n")
        self.assertEqual(parse_config(with_route(SHIPPED.read_text(encoding="utf-8"), "pipewire")).route, "pipewire")
