"""A browser that hangs is noticed, ended and started again; one that cannot be asked is left alone."""
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from lintel_kiosk.devtools import Pipe, start
from lintel_kiosk.watch import watch

PROGRAM = Path(__file__).parents[3] / "pi/bin/lintel-kiosk"

# Speaks as Chromium does on its pipe, in two parts at a time, until a file says that it hangs.
BROWSER = """#!/usr/bin/python3
import json, os, sys, time
home = os.path.dirname(os.path.abspath(sys.argv[0]))
with open(home + "/runs", "a") as runs:
    runs.write(f"{os.getpid()} {' '.join(sys.argv[1:])}\\n")
if os.path.exists(home + "/mute"):
    time.sleep(60)
unread = b""
while True:
    part = os.read(3, 4096)
    if not part:
        sys.exit(0)
    unread += part
    while b"\\0" in unread:
        message, _, unread = unread.partition(b"\\0")
        if os.path.exists(home + "/hangs"):
            os.unlink(home + "/hangs")
            time.sleep(60)
        asked = json.loads(message)
        result = {
            "Target.getTargets": {"targetInfos": [{"type": "browser_ui", "targetId": "u"}, {"type": "page", "targetId": "p"}]},
            "Target.attachToTarget": {"sessionId": "s"},
            "Runtime.evaluate": {"result": {"value": 2}},
        }[asked["method"]]
        answer = b'{"method": "Target.news"}\\0' + json.dumps({"id": asked["id"], "result": result}).encode() + b"\\0"
        os.write(4, answer[:20])
        os.write(4, answer[20:])
"""


class WatchTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        self.browser = self.home / "chromium"
        self.browser.write_text(BROWSER)
        self.browser.chmod(0o755)
        self.said: list[str] = []

    def watched(self) -> tuple[subprocess.Popen[bytes], Pipe]:
        child, pipe = start([str(self.browser), "--kiosk"])
        self.addCleanup(pipe.close)
        self.addCleanup(child.wait)
        self.addCleanup(child.kill)
        return child, pipe

    def test_it_answers(self):
        child, pipe = self.watched()
        self.assertTrue(pipe.page_answers(5))
        self.assertTrue(pipe.page_answers(5))
        self.assertEqual((self.home / "runs").read_text().split()[1:], ["--remote-debugging-pipe", "--kiosk"])
        child.kill()
        child.wait()
        self.assertFalse(pipe.page_answers(5))

    def test_a_stopped_one_is_ended_with_a_word(self):
        child, pipe = self.watched()
        self.assertTrue(pipe.page_answers(5))
        answers = iter([True])

        def answers_once(seconds: float) -> bool:
            if next(answers, False):
                os.kill(child.pid, signal.SIGSTOP)
                return True
            return pipe.page_answers(seconds)

        code = watch(child, answers_once, self.said.append, 0.1, 0.5)
        self.assertEqual(code, -signal.SIGKILL)
        self.assertRegex(self.said[0], r"^Chromium has not answered for \d+ s, so it is ended\.$")

    def test_one_that_never_answered_is_left_alone(self):
        (self.home / "mute").touch()
        child, pipe = self.watched()
        asked = []

        def answers(_: float) -> bool:
            asked.append(pipe.page_answers(0.05))
            if len(asked) == 8:
                child.kill()
            return asked[-1]

        self.assertEqual(watch(child, answers, self.said.append, 0.05, 0.1), -signal.SIGKILL)
        self.assertEqual((asked, self.said), ([False] * 8, []))

    def test_the_kiosk_starts_a_hanging_one_again(self):
        environment = {"HOME": str(self.home), "PATH": str(self.home), "DISPLAY": ":0"}
        command = [sys.executable, str(PROGRAM), "run", "--wait", "0", "--silence", "1"]
        runs = self.home / "runs"

        def wait_for_runs(count: int) -> list[str]:
            end = time.monotonic() + 20
            while time.monotonic() < end and (not runs.exists() or len(runs.read_text().splitlines()) < count):
                time.sleep(0.05)
            return runs.read_text().splitlines()

        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as kiosk:
            wait_for_runs(1)
            # Time to be asked once or twice.
            time.sleep(1.5)
            self.assertEqual(len(wait_for_runs(1)), 1)
            (self.home / "hangs").touch()
            started = wait_for_runs(2)
            kiosk.send_signal(signal.SIGTERM)
            said = kiosk.communicate(timeout=15)[1]
        self.assertEqual(len(started), 2)
        self.assertIn("http://localhost:8484/#kiosk", started[1])
        self.assertIn("so it is ended.", said)
        self.assertIn("it is started again in 1 s.", said)
        for line in started:
            with self.assertRaises(ProcessLookupError):
                os.kill(int(line.split()[0]), 0)
