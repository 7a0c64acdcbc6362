"""The entry that starts the kiosk at login: it is there once the kiosk is enabled, for this person alone."""
from collections.abc import Mapping
from pathlib import Path

ENTRY = """[Desktop Entry]
Type=Application
Name=Lintel kiosk
Comment=Lintel on the whole screen
Exec=lintel-kiosk run
Icon=lintel
NoDisplay=true
"""


def entry_file(environ: Mapping[str, str]) -> Path:
    """Where desktops look for what to start at login."""
    config = environ.get("XDG_CONFIG_HOME") or str(Path(environ["HOME"]) / ".config")
    return Path(config) / "autostart/lintel-kiosk.desktop"


def enable(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(ENTRY, encoding="utf-8")


def disable(file: Path) -> None:
    file.unlink(missing_ok=True)
