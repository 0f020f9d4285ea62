"""A report in Chromium: what is seen, what axe-core finds, what keys do."""

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.peers.chromium import OPTIONS
from benchmarks.peers.devtools import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / ".cache/reports/axe.min.js"
KEYS = {"Tab": 9, "Enter": 13, " ": 32}
TEXTS = {"Enter": "\r", " ": " "}


def is_here() -> bool:
    """Whether a browser and axe-core are there."""
    return shutil.which("chromium") is not None and AXE.is_file()


class Shown:
    """A page that is shown."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def ask(self, script: str) -> Any:
        """What an expression gives; the policy of the page does not hold for questions."""
        answer = self.page.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, times: int = 1) -> None:
        """A key, as a person presses it."""
        code = {"key": key, "windowsVirtualKeyCode": KEYS.get(key, ord(key[0]))}
        text = {"text": TEXTS.get(key, key)} if key != "Tab" else {}
        for _ in range(times):
            self.page.call("Input.dispatchKeyEvent", type="keyDown", **code, **text)
            self.page.call("Input.dispatchKeyEvent", type="keyUp", **code)
        self.ask("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")

    def violations(self) -> list[str]:
        """What axe-core finds by all its rules, best practices too."""
        self.ask(AXE.read_text("utf-8") + ";0")
        found = self.ask("axe.run().then(found => found.violations)")
        return [
            f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
            for rule in found
            for node in rule["nodes"]
        ]

    def picture(self) -> bytes:
        """What is seen, as PNG."""
        return base64.b64decode(self.page.call("Page.captureScreenshot", format="png")["data"])


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Chromium with a profile of its own in a folder."""
    program = shutil.which("chromium") or "chromium"
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [program, *OPTIONS, "--disable-dev-shm-usage", profile, "--remote-debugging-pipe"]
    with Browser(command) as running:
        yield running


def shown(
    running: Browser, file: Path, width: int = 1280, dark: bool = False, script: bool = True
) -> Shown:
    """A file in a new window of this width."""
    page = running.page()
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.call("Emulation.setDeviceMetricsOverride", **size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    page.call("Emulation.setEmulatedMedia", features=[scheme])
    page.call("Emulation.setFocusEmulationEnabled", enabled=True)
    page.call("Emulation.setScriptExecutionDisabled", value=not script)
    page.load(file.as_uri())
    page.call("Emulation.setScriptExecutionDisabled", value=False)  # for questions
    return Shown(page)
