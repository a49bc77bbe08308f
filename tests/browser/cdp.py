"""A browser without a window, driven over its debugging pipe (Chrome DevTools Protocol: a JSON object each, ended by NUL)."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

LIMIT = 30  # seconds for one answer: the machine may be busy


def find_chromium():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise SystemExit("no Chromium is installed: tools/setup --tests installs it (Debian package chromium)")


class Browser:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="travaux-browser-", ignore_cleanup_errors=True)
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()

        def pipes():  # the browser reads from 3 and writes to 4
            high = [os.dup2(fd, fd + 100) for fd in (to_browser, from_browser)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self._process = subprocess.Popen(
            [find_chromium(), "--headless", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run",
             "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
             f"--user-data-dir={self.folder.name}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": self.folder.name})
        os.close(to_browser)
        os.close(from_browser)
        self._bytes, self._last, self.events = b"", 0, []

    def close(self):
        try:
            self.call("Browser.close")
            self._process.wait(10)
        except Exception:  # it must go, whatever it answers
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)
        self.folder.cleanup()

    def _read(self, until):
        while b"\0" not in self._bytes:
            ready, _, _ = select.select([self._in], [], [], max(0, until - time.monotonic()))
            if not ready:
                raise TimeoutError("the browser does not answer")
            piece = os.read(self._in, 1 << 20)
            if not piece:
                raise ConnectionError("the browser has gone")
            self._bytes += piece
        message, _, self._bytes = self._bytes.partition(b"\0")
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self._last += 1
        request = {"id": self._last, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        data = json.dumps(request).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data):]
        until = time.monotonic() + LIMIT
        while True:
            message = self._read(until)
            if message.get("id") == self._last:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            if "method" in message:
                self.events.append(message)

    def wait_for(self, method, session):
        until = time.monotonic() + LIMIT
        while True:
            for event in self.events:
                if event["method"] == method and event.get("sessionId") == session:
                    self.events.remove(event)
                    return event["params"]
            self.events.append(self._read(until))


class Page:
    """A tab. Sizes are in CSS pixels."""

    KEYS = {"Escape": 27, "Enter": 13, "Tab": 9}

    def __init__(self, browser, width=1280, height=900, script=True):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._target = target
        self._session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.resize(width, height)
        self.call("Emulation.setScriptExecutionDisabled", value=not script)

    def call(self, method, **parameters):
        return self.browser.call(method, self._session, **parameters)

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self._target)

    def resize(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)

    def open(self, path):
        self.call("Page.navigate", url=f"file://{path}")
        self.browser.wait_for("Page.loadEventFired", self._session)

    def run(self, expression):
        """The value of a JavaScript expression."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def click(self, selector):
        """With the mouse, in the middle of the first box of the first visible match."""
        place = self.run(f"""(() => {{
            const element = [...document.querySelectorAll({json.dumps(selector)})].find(e => e.getClientRects().length);
            if (!element) return null;
            element.scrollIntoView({{block: 'center', behavior: 'instant'}});
            const box = element.getClientRects()[0];
            return [box.x + box.width / 2, box.y + box.height / 2];
        }})()""")
        if place is None:
            raise AssertionError(f"nothing to click: {selector}")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def press(self, key):
        extra = {"text": "\r"} if key == "Enter" else {"text": key} if len(key) == 1 else {}
        code = self.KEYS.get(key, ord(key.upper()[0]))
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **extra)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def media(self, media="", **features):
        """`dark=True`, `media="print"`; without arguments as it was."""
        dark = [{"name": "prefers-color-scheme", "value": "dark" if features.get("dark") else "light"}]
        self.call("Emulation.setEmulatedMedia", media=media, features=dark)

    def of(self, method):
        """What came of one kind of event in this tab."""
        return [event["params"] for event in self.browser.events
                if event["method"] == method and event.get("sessionId") == self._session]

    def complaints(self):
        """Errors and warnings on the console."""
        said = [entry["entry"]["text"] for entry in self.of("Log.entryAdded")]
        said += [str(call["args"]) for call in self.of("Runtime.consoleAPICalled")]
        return said + [str(thrown["exceptionDetails"]) for thrown in self.of("Runtime.exceptionThrown")]

    def screenshot(self, path):
        import base64
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def pdf(self, path):
        import base64
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]))
