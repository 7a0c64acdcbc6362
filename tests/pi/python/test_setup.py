"""What setting up a route does, in a folder that stands for the system."""
import tempfile
import unittest
from pathlib import Path

from lintel_camera.setup import MODULE_OPTIONS, SetupError, Step, carry_out, plan


class SetupTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)

    def files_of(self, steps: list[Step]) -> list[Step]:
        return [step for step in steps if step.file is not None]

    def test_the_bridge_loads_its_module_and_runs(self):
        steps = plan("bridge", "")
        commands = [" ".join(step.command) for step in steps if step.command]
        self.assertEqual(
            commands,
            [
                "modprobe v4l2loopback",
                "systemctl enable lintel-camera-bridge.service",
                "systemctl restart lintel-camera-bridge.service",
            ],
        )
        carry_out(self.files_of(steps), self.root)
        self.assertIn("exclusive_caps=1 video_nr=42", (self.root / "etc/modprobe.d/lintel-camera.conf").read_text())
        self.assertEqual((self.root / "etc/modules-load.d/lintel-camera.conf").read_text(), "v4l2loopback\n")
        self.assertEqual((self.root / "etc/lintel/camera.conf").read_text(), "route = bridge\n")

    def test_another_route_takes_the_bridge_away(self):
        carry_out(self.files_of(plan("bridge", "")), self.root)
        steps = plan("direct", "route = bridge\nhflip = yes\n")
        self.assertEqual(steps[0].command, ("systemctl", "disable", "--now", "lintel-camera-bridge.service"))
        carry_out(self.files_of(steps), self.root)
        left = sorted(str(path.relative_to(self.root)) for path in self.root.rglob("*") if path.is_file())
        self.assertEqual(left, ["etc/lintel/camera.conf"])
        self.assertEqual((self.root / left[0]).read_text(), "route = direct\nhflip = yes\n")

    def test_the_setting_is_written_only_when_all_else_went_well(self):
        steps = [Step(command=("false",)), Step(file=MODULE_OPTIONS, text="never")]
        with self.assertRaisesRegex(SetupError, '"false" failed: it said nothing'):
            carry_out(steps, self.root)
        self.assertEqual(list(self.root.iterdir()), [])
        for route in ("bridge", "direct"):
            self.assertEqual(plan(route, "")[-1].file, Path("/etc/lintel/camera.conf"))

    def test_a_command_that_is_not_there(self):
        with self.assertRaisesRegex(SetupError, "cannot be run"):
            carry_out([Step(command=("no-such-command",))], self.root)
