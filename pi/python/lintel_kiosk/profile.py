"""Whether Chromium is open already: a second one would hand its page to the first, and end."""
import os
from pathlib import Path


def is_open(profile: Path) -> bool:
    """Reads the lock that Chromium keeps in its folder, a link to `host-pid`. One from before a power cut is stale."""
    try:
        pid = int(os.readlink(profile / "SingletonLock").rsplit("-", 1)[1])
        os.kill(pid, 0)
    except (OSError, ValueError, IndexError):
        return False
    return True
