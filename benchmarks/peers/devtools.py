"""As much of the Chrome DevTools protocol as it takes to load a page and to print it, by a pipe.

With `--remote-debugging-pipe` a browser reads file descriptor 3 and writes 4; a message is JSON and
ends with a zero byte.
"""

import fcntl
import json
import os
from collections.abc import Sequence
from types import TracebackType
from typing import Any

READS, WRITES, END = 3, 4, b"\0"


class Browser:
    """A browser that runs as long as the context."""

    def __init__(self, command: Sequence[str]) -> None:
        to_browser, self._to = os.pipe()
        self._from, from_browser = os.pipe()
        # Above all that is to be copied onto, so that neither end closes the other.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (to_browser, from_browser)]
        actions = [
            (os.POSIX_SPAWN_DUP2, ends[0], READS),
            (os.POSIX_SPAWN_DUP2, ends[1], WRITES),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        self._process = os.posix_spawn(command[0], list(command), os.environ, file_actions=actions)
        for end in (*ends, to_browser, from_browser):
            os.close(end)
        self._count, self._rest = 0, b""

    def __enter__(self) -> "Browser":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.call("Browser.close")
        os.close(self._to)
        os.close(self._from)
        os.waitpid(self._process, 0)

    def page(self) -> "Page":
        """A new empty page."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session)
        page.call("Page.enable")
        return page

    def call(self, method: str, session: str | None = None, **values: object) -> dict[str, Any]:
        """Call a method and wait for its result."""
        self._count += 1
        message: dict[str, object] = {"id": self._count, "method": method, "params": values}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + END)
        answer = self.wait(lambda given: given.get("id") == self._count)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def wait(self, wanted: Any) -> dict[str, Any]:
        """The next message that is wanted; others are passed over."""
        while True:
            while END not in self._rest:
                read = os.read(self._from, 1 << 20)
                if not read:
                    raise RuntimeError("the browser has ended")
                self._rest += read
            text, _, self._rest = self._rest.partition(END)
            message: dict[str, Any] = json.loads(text)
            if wanted(message):
                return message


class Page:
    """One page of a browser."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self._session = browser, session

    def call(self, method: str, **values: object) -> dict[str, Any]:
        """Call a method of this page."""
        return self._browser.call(method, self._session, **values)

    def load(self, address: str) -> None:
        """Go to an address and wait until all of it is there."""
        self.call("Page.navigate", url=address)
        self._browser.wait(lambda given: given.get("method") == "Page.loadEventFired")
