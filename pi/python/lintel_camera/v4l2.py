"""What the kernel calls video devices: outputs of `v4l2-ctl`."""
import re
from dataclasses import dataclass

# Names of drivers that are no cameras: decoders, scalers and the like.
_HELPERS = ("bcm2835-codec", "bcm2835-isp", "rpivid", "rpi-hevc", "pispbe", "hevc")
# The Pi's receivers for Camera Modules: they hand out raw sensor data, which Chromium shows as a black picture.
_RECEIVERS = ("unicam", "rp1-cfe")

# What Chromium's capture can read. Everything else it leaves out or shows black.
READABLE_FORMATS = frozenset({"YUYV", "MJPG", "JPEG", "YU12", "NV12", "UYVY", "RGB3"})


@dataclass(frozen=True)
class DeviceGroup:
    """One piece of hardware and its nodes. `kind` is usb, receiver, loopback, helper or other."""

    name: str
    bus: str
    nodes: tuple[str, ...]

    @property
    def kind(self) -> str:
        if self.bus.startswith("usb-"):
            return "usb"
        if self.name.startswith(_RECEIVERS):
            return "receiver"
        if "v4l2loopback" in self.bus:
            return "loopback"
        return "helper" if self.name.startswith(_HELPERS) else "other"


@dataclass(frozen=True)
class PixelFormat:
    """A format and the sizes it comes in, as (width, height)."""

    code: str
    sizes: tuple[tuple[int, int], ...]


def parse_device_list(text: str) -> list[DeviceGroup]:
    """Reads `v4l2-ctl --list-devices`: a line for each piece of hardware, then its nodes, indented."""
    groups: list[DeviceGroup] = []
    for line in text.splitlines():
        heading = re.match(r"^(\S.*?)\s*\(([^()]+)\):\s*$", line)
        if heading:
            groups.append(DeviceGroup(heading[1], heading[2], ()))
        elif groups and re.match(r"^\s+/dev/video\d+\s*$", line):
            last = groups[-1]
            groups[-1] = DeviceGroup(last.name, last.bus, (*last.nodes, line.strip()))
    return groups


def parse_formats(text: str) -> list[PixelFormat]:
    """Reads `v4l2-ctl --list-formats-ext`; a node that captures nothing has none."""
    formats: list[PixelFormat] = []
    for line in text.splitlines():
        heading = re.match(r"^\s*\[\d+\]: '(.{4})'", line)
        if heading:
            formats.append(PixelFormat(heading[1].strip(), ()))
        size = re.match(r"^\s*Size: Discrete (\d+)x(\d+)", line)
        if size and formats:
            last = formats[-1]
            formats[-1] = PixelFormat(last.code, (*last.sizes, (int(size[1]), int(size[2]))))
    return formats


def parse_driver(text: str) -> str | None:
    """The driver's name in `v4l2-ctl --info`."""
    found = re.search(r"^\s*Driver name\s*:\s*(\S+)", text, re.MULTILINE)
    return found[1] if found else None
