"""How Chromium is started for the whole screen."""
from collections.abc import Mapping

ADDRESS = "http://localhost:8484/"
KIOSK_ADDRESS = f"{ADDRESS}#kiosk"

_FLAGS = (
    # After a power cut Chromium asks whether to restore its pages; nobody is there to answer.
    "--hide-crash-restore-bubble",
    "--noerrdialogs",
    "--no-first-run",
    "--no-default-browser-check",
    # A keyring would ask for its password at every start.
    "--password-store=basic",
    # Two fingers must not leave the page, nor make it larger.
    "--disable-pinch",
    "--overscroll-history-navigation=0",
)


def chromium_command(browser: str, environ: Mapping[str, str]) -> list[str]:
    """The command for the desktop that runs: labwc and other Wayland desktops, or X11."""
    platform = ["--ozone-platform=wayland"] if environ.get("WAYLAND_DISPLAY") else []
    return [browser, "--kiosk", *_FLAGS, *platform, KIOSK_ADDRESS]


def cursor_command(environ: Mapping[str, str]) -> list[str] | None:
    """What hides the pointer while nobody moves it; None on Wayland, where the page alone does."""
    if environ.get("WAYLAND_DISPLAY") or not environ.get("DISPLAY"):
        return None
    return ["unclutter", "-idle", "1", "-root"]
