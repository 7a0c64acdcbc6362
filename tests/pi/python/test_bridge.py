"""The bridge: how the camera is asked, what the loopback device is told, and which frames reach it."""
import struct
import sys
import tempfile
import unittest
from pathlib import Path

from lintel_camera.bridge import BridgeError, copy_frames, frame_bytes, output_format, rpicam_command, run_bridge
from lintel_camera.config import CameraConfig


class BridgeTest(unittest.TestCase):
    def test_the_camera_is_asked_as_it_is_set(self):
        usual = " ".join(rpicam_command(CameraConfig()))
        self.assertIn("--camera 0 --width 640 --height 480 --framerate 15", usual)
        for absent in ("rotation", "flip", "shutter"):
            self.assertNotIn(absent, usual)
        changed = CameraConfig(camera="1", rotation=180, hflip=True, vflip=True, exposure="20000")
        self.assertIn("--camera 1", " ".join(rpicam_command(changed)))
        self.assertEqual(rpicam_command(changed)[-6:], ["--rotation", "180", "--hflip", "--vflip", "--shutter", "20000"])

    def test_the_format_is_the_kernels(self):
        packed = output_format(CameraConfig(width=640, height=480))
        # sizeof(struct v4l2_format) on 64 bits, whose union is aligned to 8.
        self.assertEqual(len(packed), 208)
        self.assertEqual(struct.unpack_from("=I", packed)[0], 2)
        width, height, code, field, row, size = struct.unpack_from("=II4sIII", packed, 8)
        self.assertEqual((width, height, code, field, row, size), (640, 480, b"YU12", 1, 640, 460_800))

    def test_whole_frames_alone_are_handed_on(self):
        size = frame_bytes(CameraConfig(width=64, height=64))
        with tempfile.TemporaryFile() as device:
            # Two frames, and a third that is cut off.
            script = f"import sys; sys.stdout.buffer.write(b'a' * {size} + b'b' * {size} + b'c' * 10); sys.exit(7)"
            code = copy_frames([sys.executable, "-c", script], device.fileno(), size)
            device.seek(0)
            self.assertEqual(device.read(), b"a" * size + b"b" * size)
        self.assertIn(code, (7, -15))

    def test_without_a_loopback_device_it_says_what_to_do(self):
        with self.assertRaisesRegex(BridgeError, "sudo lintel-camera setup --route bridge"):
            run_bridge(CameraConfig(), "/dev/video-that-is-not-there")

    def test_a_device_that_takes_no_frames(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "no-device"
            file.touch()
            with self.assertRaisesRegex(BridgeError, "takes no frames"):
                run_bridge(CameraConfig(), str(file))
