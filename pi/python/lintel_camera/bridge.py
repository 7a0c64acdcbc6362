"""The bridge: frames of a Camera Module, by rpicam-vid, into a loopback device that Chromium reads."""
import fcntl
import os
import struct
import subprocess
from pathlib import Path

from .config import CameraConfig

# Far from the numbers that a Pi gives by itself.
LOOPBACK_NUMBER = 42
LOOPBACK_NODE = f"/dev/video{LOOPBACK_NUMBER}"
LOOPBACK_LABEL = "Lintel camera"

# From linux/videodev2.h.
_VIDIOC_S_FMT = 0xC0D05605
_OUTPUT = 2
_YUV420 = int.from_bytes(b"YU12", "little")
_NO_FIELD = 1
_SRGB = 8
# struct v4l2_format on 64 bits: the type, then a union of 200 bytes that begins with v4l2_pix_format.
_FORMAT = struct.Struct("=I4x8I168x")


class BridgeError(Exception):
    """Why the bridge cannot run: one sentence with the cure."""


def rpicam_command(config: CameraConfig) -> list[str]:
    """What makes raw frames of the camera, one after the other, on its output."""
    command = ["rpicam-vid", "--timeout", "0", "--nopreview", "--codec", "yuv420", "--flush", "--output", "-"]
    command += ["--camera", config.camera if config.camera.isdigit() else "0"]
    command += ["--width", str(config.width), "--height", str(config.height)]
    command += ["--framerate", str(config.framerate)]
    command += ["--rotation", str(config.rotation)] if config.rotation else []
    command += ["--hflip"] if config.hflip else []
    command += ["--vflip"] if config.vflip else []
    command += ["--shutter", config.exposure] if config.exposure != "auto" else []
    return command


def frame_bytes(config: CameraConfig) -> int:
    """Bytes of one frame: luma, then both chroma planes at half the size."""
    return config.width * config.height * 3 // 2


def output_format(config: CameraConfig) -> bytes:
    """What the loopback device is told that it gets."""
    size = frame_bytes(config)
    return _FORMAT.pack(_OUTPUT, config.width, config.height, _YUV420, _NO_FIELD, config.width, size, _SRGB, 0)


def run_bridge(config: CameraConfig, node: str = LOOPBACK_NODE) -> int:
    """Copies frames until rpicam-vid ends, and returns its exit code.

    Raises BridgeError where it cannot begin.
    """
    if not Path(node).exists():
        raise BridgeError(f"{node} is not there: run sudo lintel-camera setup --route bridge.")
    device = os.open(node, os.O_WRONLY)
    try:
        fcntl.ioctl(device, _VIDIOC_S_FMT, output_format(config))
        return copy_frames(rpicam_command(config), device, frame_bytes(config))
    except OSError as error:
        raise BridgeError(f"{node} takes no frames ({error.strerror}): restart the device, then run lintel-camera.") from error
    finally:
        os.close(device)


def copy_frames(command: list[str], device: int, size: int) -> int:
    """Writes every whole frame of the command's output to the device. A frame that is cut off is left out."""
    with subprocess.Popen(command, stdout=subprocess.PIPE) as camera:
        assert camera.stdout is not None
        try:
            while len(frame := camera.stdout.read(size)) == size:
                os.write(device, frame)
        finally:
            camera.terminate()
    return camera.returncode
