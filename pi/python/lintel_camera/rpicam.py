"""Camera Modules as libcamera finds them: the output of `rpicam-hello --list-cameras`."""
import re
from dataclasses import dataclass

# 0 : imx708 [4608x2592 10-bit RGGB] (/base/soc/i2c0mux/i2c@1/imx708@1a)
_CAMERA = re.compile(r"^\s*(\d+)\s*:\s*(\S+)\s*\[(\d+)x(\d+)[^\]]*\]\s*\((\S+)\)", re.MULTILINE)


@dataclass(frozen=True)
class CsiCamera:
    """A Camera Module. `index` is what rpicam-vid calls it by."""

    index: int
    sensor: str
    width: int
    height: int


def parse_camera_list(text: str) -> list[CsiCamera]:
    """The cameras in the order of the list; none where libcamera found none."""
    return [
        CsiCamera(int(index), sensor, int(width), int(height))
        for index, sensor, width, height, _ in _CAMERA.findall(text)
    ]
