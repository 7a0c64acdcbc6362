"""The ways on which a camera reaches Chromium, and which of them is open."""
from collections.abc import Iterator

from .facts import Facts, VideoNode
from .v4l2 import READABLE_FORMATS

# The first Chromium whose PipeWire cameras are said to work.
PIPEWIRE_SINCE = 120


def readable_nodes(facts: Facts) -> list[VideoNode]:
    """Nodes that Chromium can read as they are, USB before others, without those of the Pi's receivers."""
    found = [
        node
        for node in facts.nodes or ()
        if node.group.kind in ("usb", "other") and any(item.code in READABLE_FORMATS for item in node.formats)
    ]
    return sorted(found, key=lambda node: node.group.kind != "usb")


def open_routes(facts: Facts) -> Iterator[str]:
    """Every route that can work here, the best first."""
    if readable_nodes(facts):
        yield "direct"
    if not facts.csi:
        return
    if facts.layered:
        yield "libcamerify"
    if facts.pipewire and (facts.chromium_major or 0) >= PIPEWIRE_SINCE:
        yield "pipewire"
    if facts.has_loopback_module and facts.has_rpicam_vid:
        yield "bridge"
