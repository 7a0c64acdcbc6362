"""From what is known to what a person should know: sentences, each with the exact fix."""
from collections.abc import Iterator
from dataclasses import dataclass

from .config import CameraConfig
from .facts import Facts
from .routes import open_routes, readable_nodes
from .v4l2 import READABLE_FORMATS

# Below USB 2's 480 Mbit/s not even 320 × 240 goes through uncompressed at 15 frames a second.
_FULL_USB_MEGABITS = 480

# Who holds a camera without keeping it from Chromium: PipeWire lets go of it, and the bridge gives it on.
_SHARING_PROGRAMS = frozenset({"pipewire", "wireplumber", "chromium", "chromium-browser", "chrome"})
_BRIDGE_PROGRAMS = frozenset({"lintel-camera", "rpicam-vid"})


@dataclass(frozen=True)
class Finding:
    """One thing that was found. `level` is ok, warning or problem; `fix` is empty where nothing is to be done."""

    code: str
    level: str
    sentence: str
    fix: str = ""


def diagnose(facts: Facts, config: CameraConfig) -> list[Finding]:
    """Everything worth saying, in the order in which it is to be put right."""
    return [
        *_tools(facts),
        *_rights(facts),
        *_usb(facts),
        *_modules(facts),
        *_busy(facts),
        *_route(facts, config),
    ]


def exit_code(findings: list[Finding]) -> int:
    """0: Chromium can use a camera. 3: there is none. 1: something is to be put right."""
    if any(finding.code == "no-camera" for finding in findings):
        return 3
    return 1 if any(finding.level == "problem" for finding in findings) else 0


def _tools(facts: Facts) -> Iterator[Finding]:
    if facts.chromium_major is None:
        yield Finding("no-chromium", "problem", "Chromium is not installed.", "sudo apt install chromium")
    if facts.nodes is None:
        yield Finding(
            "no-v4l2-ctl",
            "problem",
            "The tool that lists cameras, v4l2-ctl, is not installed.",
            "sudo apt install v4l-utils",
        )
    if facts.csi is None:
        yield Finding(
            "no-rpicam",
            "warning",
            "Camera Modules cannot be looked for: rpicam-hello is not installed. USB cameras do not need it.",
            "sudo apt install rpicam-apps",
        )


def _rights(facts: Facts) -> Iterator[Finding]:
    if not facts.may_open_video:
        yield Finding(
            "no-rights",
            "problem",
            "This user may not open cameras.",
            "sudo usermod -aG video $USER, then log out and in again",
        )


def _usb(facts: Facts) -> Iterator[Finding]:
    for node in facts.nodes or ():
        if node.group.kind != "usb":
            continue
        codes = {item.code for item in node.formats}
        if not codes & READABLE_FORMATS:
            yield Finding(
                "wrong-format",
                "problem",
                f"{node.group.name} ({node.path}) gives pictures as {', '.join(sorted(codes))} alone, "
                "which Chromium cannot read.",
                "use a camera that gives MJPG or YUYV; nearly every USB webcam does",
            )
            continue
        yield Finding("usb-camera", "ok", f"{node.group.name} is connected by USB ({node.path}).")
        if node.usb_megabits is not None and node.usb_megabits < _FULL_USB_MEGABITS:
            yield Finding(
                "slow-usb",
                "warning",
                f"{node.group.name} is on a connection of {node.usb_megabits:g} Mbit/s, "
                "which is too slow for a steady picture.",
                "plug it into the device itself, into a blue port, without a hub, with its own cable",
            )
        elif codes & READABLE_FORMATS == {"YUYV"} and (node.usb_megabits or 0) <= _FULL_USB_MEGABITS:
            yield Finding(
                "uncompressed",
                "warning",
                f"{node.group.name} gives uncompressed pictures alone: above 640 × 480 the picture will stutter.",
                "choose 640 × 480 in Lintel's Settings",
            )


def _modules(facts: Facts) -> Iterator[Finding]:
    for camera in facts.csi or ():
        size = f"{camera.width} × {camera.height}"
        yield Finding("csi-camera", "ok", f"Camera Module {camera.sensor} is connected (number {camera.index}, {size}).")
    receivers = [node for node in facts.nodes or () if node.group.kind == "receiver"]
    if receivers and facts.csi == ():
        yield Finding(
            "receiver-only",
            "problem",
            f"{receivers[0].path} is the Pi's receiver for Camera Modules, but libcamera finds no camera behind it. "
            "Chromium would show a black picture.",
            "in /boot/firmware/config.txt set camera_auto_detect=1, delete start_x=1 and any dtoverlay of another "
            "camera, check the ribbon cable with the power off, and restart",
        )
    elif not readable_nodes(facts) and not facts.csi and facts.nodes is not None and not _has_unreadable_usb(facts):
        yield Finding(
            "no-camera",
            "problem",
            "No camera was found.",
            "connect a USB camera, or a Camera Module with the power off (the cable's contacts face the HDMI sockets "
            "on a Pi 4), then run lintel-camera again",
        )


def _has_unreadable_usb(facts: Facts) -> bool:
    return any(node.group.kind == "usb" for node in facts.nodes or ())


def _busy(facts: Facts) -> Iterator[Finding]:
    harmless = _SHARING_PROGRAMS | (_BRIDGE_PROGRAMS if facts.is_bridge_running else frozenset())
    for node in facts.nodes or ():
        strangers = [holder for holder in node.holders if holder.name not in harmless]
        if strangers and node.group.kind != "loopback":
            names = ", ".join(f"{holder.name} (process {holder.pid})" for holder in strangers)
            yield Finding(
                "busy",
                "problem",
                f"{node.path} is in use by {names}.",
                f"close it, or end it with: kill {' '.join(str(holder.pid) for holder in strangers)}",
            )


def _route(facts: Facts, config: CameraConfig) -> Iterator[Finding]:
    routes = list(open_routes(facts))
    if config.route == "bridge" and facts.csi and not facts.is_bridge_running:
        yield Finding(
            "bridge-down",
            "problem",
            "The bridge to the Camera Module is set up but does not run.",
            "sudo systemctl restart lintel-camera-bridge; journalctl -u lintel-camera-bridge says why it stopped",
        )
    elif config.route in routes or (config.route == "auto" and routes[:1] == ["direct"]):
        way = _WAYS[routes[0] if config.route == "auto" else config.route]
        yield Finding("route", "ok", f"The camera comes to Chromium {way}.")
    elif config.route != "auto" and (facts.csi or readable_nodes(facts)):
        yield Finding(
            "route-closed",
            "problem",
            f"The camera is set up to come {_WAYS[config.route]}, which does not work here any more.",
            "sudo lintel-camera setup",
        )
    elif routes:
        yield Finding("not-set-up", "problem", "Chromium does not see the Camera Module by itself.", "sudo lintel-camera setup")
    elif facts.csi:
        yield Finding(
            "no-route",
            "problem",
            "Chromium does not see the Camera Module, and nothing that would show it to Chromium is installed.",
            "sudo apt install libcamera-tools libcamera-v4l2 v4l2loopback-dkms, then sudo lintel-camera setup",
        )


_WAYS = {
    "direct": "directly",
    "libcamerify": "through libcamera's V4L2 layer",
    "pipewire": "through PipeWire",
    "bridge": "through the bridge from rpicam-vid",
}
