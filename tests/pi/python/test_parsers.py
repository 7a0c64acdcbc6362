"""The tools' outputs, read."""
import unittest

from lintel_camera.pipewire import parse_dump
from lintel_camera.rpicam import CsiCamera, parse_camera_list
from lintel_camera.v4l2 import PixelFormat, parse_device_list, parse_driver, parse_formats
from recorded import recorded


class RpicamTest(unittest.TestCase):
    def test_one_camera(self):
        self.assertEqual(parse_camera_list(recorded("rpicam-imx219.txt")), [CsiCamera(0, "imx219", 3280, 2464)])
        self.assertEqual(parse_camera_list(recorded("rpicam-imx708.txt")), [CsiCamera(0, "imx708", 4608, 2592)])

    def test_two_cameras_after_lines_of_the_log(self):
        cameras = parse_camera_list(recorded("rpicam-two.txt"))
        self.assertEqual([(camera.index, camera.sensor) for camera in cameras], [(0, "imx219"), (1, "imx708_wide_noir")])

    def test_none(self):
        self.assertEqual(parse_camera_list(recorded("rpicam-none.txt")), [])
        self.assertEqual(parse_camera_list(""), [])


class V4l2Test(unittest.TestCase):
    def test_kinds_of_devices(self):
        kinds = {group.name: group.kind for group in parse_device_list(recorded("devices-bridge.txt"))}
        self.assertEqual(
            kinds,
            {
                "bcm2835-codec-decode": "helper",
                "bcm2835-isp": "helper",
                "unicam": "receiver",
                "rpivid": "helper",
                "Lintel camera": "loopback",
            },
        )

    def test_a_name_with_brackets(self):
        camera = parse_device_list(recorded("devices-usb.txt"))[-1]
        self.assertEqual((camera.name, camera.kind), ("UVC Camera (046d:0825)", "usb"))
        self.assertEqual(camera.nodes, ("/dev/video0", "/dev/video1"))

    def test_formats(self):
        formats = parse_formats(recorded("formats-usb.txt"))
        self.assertEqual(formats, [PixelFormat("YUYV", ((640, 480), (1280, 720))), PixelFormat("MJPG", ((640, 480),))])
        self.assertEqual(parse_formats(recorded("formats-metadata.txt")), [])

    def test_driver(self):
        self.assertEqual(parse_driver(recorded("info-layer.txt")), "libcamera")
        self.assertIsNone(parse_driver("Cannot open device /dev/video0, exiting.\n"))


class PipewireTest(unittest.TestCase):
    def test_video_sources_alone(self):
        self.assertEqual(parse_dump(recorded("pw-dump.json")), ["imx708"])

    def test_anything_else(self):
        for text in ["", "can't connect: Host is down", "{}", "[1, null, {\"info\": []}]", "[{\"info\": {\"props\": null}}]"]:
            self.assertEqual(parse_dump(text), [], text)
