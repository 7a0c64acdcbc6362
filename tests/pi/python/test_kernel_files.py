"""What the kernel says in files, read from folders that stand for /proc and /sys."""
import tempfile
import unittest
from pathlib import Path

from lintel_camera.kernel_files import Holder, holders_of, usb_megabits


class KernelFilesTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)

    def process(self, pid: int, name: str, files: list[str]) -> None:
        fd = self.root / str(pid) / "fd"
        fd.mkdir(parents=True)
        (self.root / str(pid) / "comm").write_text(f"{name}\n")
        for number, target in enumerate(files):
            (fd / str(number)).symlink_to(target)

    def test_who_holds_a_node(self):
        self.process(20, "cheese", ["/dev/null", "/dev/video0", "/dev/video0"])
        self.process(3, "guvcview", ["/dev/video0"])
        self.process(4, "bash", ["/dev/pts/0", "/dev/video9"])
        (self.root / "self").mkdir()
        (self.root / "5").mkdir()
        holders = holders_of(frozenset({"/dev/video0", "/dev/video1"}), self.root)
        self.assertEqual(holders, {"/dev/video0": [Holder(3, "guvcview"), Holder(20, "cheese")]})

    def test_speed_of_the_port(self):
        port = self.root / "devices/usb1/1-1"
        (port / "1-1:1.0").mkdir(parents=True)
        (port / "speed").write_text("480\n")
        node = self.root / "class/video4linux/video0"
        node.mkdir(parents=True)
        (node / "device").symlink_to(port / "1-1:1.0")
        self.assertEqual(usb_megabits("/dev/video0", self.root), 480)
        self.assertIsNone(usb_megabits("/dev/video1", self.root))
