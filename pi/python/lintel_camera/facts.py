"""Everything that is known of this device's cameras, gathered by asking its tools."""
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from glob import glob

from .kernel_files import Holder, holders_of, usb_megabits
from .pipewire import parse_dump
from .rpicam import CsiCamera, parse_camera_list
from .v4l2 import DeviceGroup, PixelFormat, parse_device_list, parse_driver, parse_formats

# Runs a tool: what it wrote to both streams; None where there is no such tool or it did not end.
Run = Callable[[list[str]], str | None]

_TOOL_SECONDS = 15


@dataclass(frozen=True)
class VideoNode:
    """A node that captures, and what keeps it from being used."""

    path: str
    group: DeviceGroup
    formats: tuple[PixelFormat, ...]
    holders: tuple[Holder, ...] = ()
    # Of the USB port, in Mbit/s.
    usb_megabits: float | None = None


@dataclass(frozen=True)
class Facts:
    """What was found. None of a tool's answer means that the tool is not there."""

    csi: tuple[CsiCamera, ...] | None = None
    nodes: tuple[VideoNode, ...] | None = None
    pipewire: tuple[str, ...] | None = None
    # Nodes that libcamera's V4L2 layer turns into cameras that Chromium can read; None: the layer is not installed.
    layered: tuple[str, ...] | None = None
    chromium_major: int | None = None
    has_loopback_module: bool = False
    has_rpicam_vid: bool = False
    is_bridge_running: bool = False
    may_open_video: bool = True


def run_tool(command: list[str]) -> str | None:
    """Asks a tool in the words of its authors."""
    try:
        ended = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            timeout=_TOOL_SECONDS,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return ended.stdout.decode(errors="replace")


def gather(run: Run = run_tool) -> Facts:
    """Asks everything once. Nothing is changed."""
    rpicam = _first(run, [["rpicam-hello", "--list-cameras"], ["libcamera-hello", "--list-cameras"]])
    listed = run(["v4l2-ctl", "--list-devices"])
    nodes = None if listed is None else _nodes(run, parse_device_list(listed))
    dump = run(pipewire_command(os.environ))
    return Facts(
        csi=None if rpicam is None else tuple(parse_camera_list(rpicam)),
        nodes=nodes,
        pipewire=None if dump is None else tuple(parse_dump(dump)),
        layered=_layered(run, nodes or ()),
        chromium_major=_major(_first(run, [["chromium", "--version"], ["chromium-browser", "--version"]])),
        has_loopback_module="filename:" in (run(["/usr/sbin/modinfo", "v4l2loopback"]) or ""),
        has_rpicam_vid=shutil.which("rpicam-vid") is not None,
        is_bridge_running=(run(["systemctl", "is-active", "lintel-camera-bridge"]) or "").strip() == "active",
        may_open_video=all(os.access(path, os.R_OK | os.W_OK) for path in glob("/dev/video*")),
    )


def pipewire_command(environ: Mapping[str, str]) -> list[str]:
    """PipeWire belongs to whoever is logged in: under sudo it is asked as that person."""
    person, number = environ.get("SUDO_USER"), environ.get("SUDO_UID")
    if person is None or number is None:
        return ["pw-dump"]
    return ["runuser", "-u", person, "--", "env", f"XDG_RUNTIME_DIR=/run/user/{number}", "pw-dump"]


def _nodes(run: Run, groups: list[DeviceGroup]) -> tuple[VideoNode, ...]:
    """Every node of a camera that captures: most cameras have a second one for data about pictures."""
    wanted = [(path, group) for group in groups if group.kind != "helper" for path in group.nodes]
    holders = holders_of(frozenset(path for path, _ in wanted))
    nodes = (
        VideoNode(
            path,
            group,
            tuple(parse_formats(run(["v4l2-ctl", "--device", path, "--list-formats-ext"]) or "")),
            tuple(holders.get(path, ())),
            usb_megabits(path),
        )
        for path, group in wanted
    )
    return tuple(node for node in nodes if node.formats)


def _layered(run: Run, nodes: tuple[VideoNode, ...]) -> tuple[str, ...] | None:
    receivers = [node.path for node in nodes if node.group.kind == "receiver"]
    found = []
    for path in receivers:
        info = run(["libcamerify", "v4l2-ctl", "--device", path, "--info"])
        if info is None:
            return None
        if parse_driver(info) == "libcamera":
            found.append(path)
    return tuple(found)


def _first(run: Run, commands: list[list[str]]) -> str | None:
    return next((said for said in map(run, commands) if said is not None), None)


def _major(version: str | None) -> int | None:
    found = re.search(r"\b(\d+)\.\d+\.\d+\.\d+\b", version or "")
    return int(found[1]) if found else None
