"""A device as its tools describe it, put together from the texts in recorded/."""
from pathlib import Path

from lintel_camera.facts import Run

FOLDER = Path(__file__).parent / "recorded"


def recorded(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def device(answers: dict[str, str]) -> Run:
    """Answers each command with the text of its name, the longest beginning that fits; other tools are not there."""

    def run(command: list[str]) -> str | None:
        line = " ".join(command)
        known = [beginning for beginning in answers if line.startswith(beginning)]
        return answers[max(known, key=len)] if known else None

    return run


CHROMIUM = {"chromium --version": "Chromium 130.0.6723.116 built on Debian GNU/Linux 12 (bookworm)\n"}

NONE = {
    **CHROMIUM,
    "rpicam-hello": recorded("rpicam-none.txt"),
    "v4l2-ctl --list-devices": recorded("devices-none.txt"),
    "pw-dump": "[]",
}

USB = {
    **NONE,
    "v4l2-ctl --list-devices": recorded("devices-usb.txt"),
    "v4l2-ctl --device /dev/video0 --list-formats-ext": recorded("formats-usb.txt"),
    "v4l2-ctl --device /dev/video1 --list-formats-ext": recorded("formats-metadata.txt"),
}

UNICAM_ONLY = {
    **NONE,
    "v4l2-ctl --list-devices": recorded("devices-unicam.txt"),
    "v4l2-ctl --device /dev/video0 --list-formats-ext": recorded("formats-unicam.txt"),
    "v4l2-ctl --device /dev/video1 --list-formats-ext": recorded("formats-metadata.txt"),
}

IMX219 = {**UNICAM_ONLY, "rpicam-hello": recorded("rpicam-imx219.txt")}

IMX708_LAYERED = {
    **UNICAM_ONLY,
    "rpicam-hello": recorded("rpicam-imx708.txt"),
    "libcamerify v4l2-ctl --device /dev/video0 --info": recorded("info-layer.txt"),
}
