"""Asks Chromium whether it still answers, over a pipe that nobody else has: no port is opened."""
import fcntl
import json
import os
import select
import subprocess
import time
from dataclasses import dataclass, field

# Where Chromium looks for the two ends of the pipe.
_READS, _WRITES = 3, 4
# Above these numbers, so that putting the ends there closes none of them.
_FIRST_FREE = 10

FLAG = "--remote-debugging-pipe"


@dataclass
class Pipe:
    """The two ends that stay here."""

    to_browser: int
    from_browser: int
    _last_id: int = 0
    _unread: bytes = b""
    _sessions: dict[str, str] = field(default_factory=dict)

    def close(self) -> None:
        os.close(self.to_browser)
        os.close(self.from_browser)

    def page_answers(self, seconds: float) -> bool:
        """True when a page works out 1 + 1 within so many seconds: then browser, page and its thread all live."""
        end = time.monotonic() + seconds
        try:
            targets = self._ask(end, "Target.getTargets")
            page = next((info["targetId"] for info in targets["targetInfos"] if info["type"] == "page"), None)
            if page is None:
                return False
            if page not in self._sessions:
                attached = self._ask(end, "Target.attachToTarget", {"targetId": page, "flatten": True})
                self._sessions = {page: attached["sessionId"]}
            worked_out = self._ask(end, "Runtime.evaluate", {"expression": "1 + 1"}, self._sessions[page])
            return worked_out["result"]["value"] == 2
        except (OSError, LookupError, ValueError):
            self._sessions = {}
            return False

    def _ask(self, end: float, method: str, params: dict[str, object] | None = None, session: str | None = None) -> dict:
        """The answer to a question; raises TimeoutError without one, and LookupError where it is a refusal."""
        self._last_id += 1
        question = {"id": self._last_id, "method": method, "params": params or {}}
        self._send(json.dumps(question if session is None else {**question, "sessionId": session}).encode() + b"\0", end)
        while True:
            answer = json.loads(self._next_message(end))
            # Late answers to earlier questions, and news that nobody asked for, pass by.
            if answer.get("id") == self._last_id:
                return answer["result"]

    def _send(self, message: bytes, end: float) -> None:
        """A browser that does not read must not hold this up."""
        while message:
            if not select.select([], [self.to_browser], [], max(0, end - time.monotonic()))[1]:
                raise TimeoutError
            message = message[os.write(self.to_browser, message) :]

    def _next_message(self, end: float) -> bytes:
        while b"\0" not in self._unread:
            if not select.select([self.from_browser], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError
            part = os.read(self.from_browser, 65536)
            if part == b"":
                raise BrokenPipeError
            self._unread += part
        message, _, self._unread = self._unread.partition(b"\0")
        return message


def start(command: list[str]) -> tuple[subprocess.Popen[bytes], Pipe]:
    """Starts Chromium with its ends of the pipe in place, as the first of a group of its own: what it starts ends with it."""
    ours = {}
    theirs = []
    for name in ("to_browser", "from_browser"):
        reads, writes = os.pipe()
        ours[name], end = (writes, reads) if name == "to_browser" else (reads, writes)
        theirs.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _FIRST_FREE))
        os.close(end)

    def put_in_place() -> None:
        os.dup2(theirs[0], _READS)
        os.dup2(theirs[1], _WRITES)

    try:
        child = subprocess.Popen([*command[:1], FLAG, *command[1:]], preexec_fn=put_in_place, pass_fds=(_READS, _WRITES), start_new_session=True)
    except OSError:
        Pipe(**ours).close()
        raise
    finally:
        for end in theirs:
            os.close(end)
    os.set_blocking(ours["to_browser"], False)
    return child, Pipe(**ours)
