"""One question to a model over HTTP: bounded in time, size and number of tries, and to the person's host alone.

Redirects are not followed and proxies not looked for: what the minutes say goes where the person said, or
nowhere. Nothing that a server answers is run, opened or shown whole.
"""

import contextlib
import http.client
import json
import socket
import threading
import time
from dataclasses import dataclass
from typing import Any, Final

from graph import __version__
from graph.errors import ModelMoved, ModelRefused, ModelUnreached, ModelUnreadable, SamverkanError
from graph.opinions.address import Address
from graph.opinions.portions import instructions

MEGABYTE: Final = 1024 * 1024
AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What a server says when it may answer another time. Source: RFC 9110, section 15; RFC 6585 for 429."""
UNFIT: Final = frozenset({400, 422})
SHOWN: Final = 200
PIECE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an answer is waited for (seconds, all of it), how often it is asked for, how large it may be."""

    seconds: float = 120.0
    tries: int = 3
    pause: float = 2.0
    longest_pause: float = 30.0
    size: int = MEGABYTE

    @property
    def longest(self) -> float:
        """The seconds after which one question is given up, whatever happens."""
        return self.tries * self.seconds + (self.tries - 1) * self.longest_pause


PATIENCE: Final = Patience()


@dataclass(frozen=True, slots=True)
class Said:
    """What a model answered, what it calls itself, and whether the answer was cut off."""

    text: str
    version: str
    cut: bool


class Model:
    """A model at an address; remembers which optional fields its server does not take."""

    def __init__(self, address: Address, patience: Patience) -> None:
        self.address = address
        self.patience = patience
        self.optional: dict[str, Any] = {"temperature": 0}

    def ask(self, message: str) -> Said:
        """The answer to one message. Raises ModelUnreached, ModelRefused, ModelMoved, ModelUnreadable."""
        wrong: SamverkanError | None = None
        for attempt in range(self.patience.tries):
            pause: float | None = None
            try:
                status, again, content = self._post(message)
            except ModelUnreached as bad:
                wrong = bad
            else:
                if status == http.HTTPStatus.OK:
                    return said(content, self.address.place)
                wrong, pause = self._refusal(status, content), again
                if status in UNFIT and self.optional:
                    self.optional, pause = {}, 0.0
                elif status not in AGAIN:
                    raise wrong
            if attempt + 1 < self.patience.tries:
                wait = self.patience.pause * 2**attempt if pause is None else pause
                time.sleep(min(wait, self.patience.longest_pause))
        raise wrong or ModelUnreached(host=self.address.place, problem="too-slow")

    def _post(self, message: str) -> tuple[int, float | None, bytes]:
        """Status, what it says of when to ask again, and body, within `seconds` from now."""
        address, patience = self.address, self.patience
        opened = http.client.HTTPSConnection if address.secure else http.client.HTTPConnection
        connection = opened(address.host, address.port, timeout=patience.seconds)
        overrun = threading.Event()
        lines: list[socket.socket] = []  # an answer that ends with the connection takes it over

        def stop() -> None:
            overrun.set()
            with contextlib.suppress(OSError):
                for line in lines:
                    line.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(patience.seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            connection.connect()
            lines.append(connection.sock)
            connection.request("POST", address.path, self._body(message), self._headers())
            with connection.getresponse() as answer:
                if 300 <= answer.status < 400:
                    to = _shown(answer.getheader("Location") or "?", address.key)
                    raise ModelMoved(host=address.place, to=to)
                content = self._read(answer, overrun)
                return answer.status, _seconds(answer.getheader("Retry-After")), content
        except TimeoutError as slow:
            raise ModelUnreached(host=address.place, problem="too-slow") from slow
        except (OSError, http.client.HTTPException) as bad:
            told = "too-slow" if overrun.is_set() else _problem(bad)
            raise ModelUnreached(host=address.place, problem=told) from bad
        finally:
            timer.cancel()
            connection.close()

    def _read(self, answer: http.client.HTTPResponse, overrun: threading.Event) -> bytes:
        pieces: list[bytes] = []
        held = 0
        while piece := answer.read1(PIECE):
            held += len(piece)
            if held > self.patience.size:
                raise ModelUnreadable(host=self.address.place, problem="too-large")
            pieces.append(piece)
        if overrun.is_set():
            raise TimeoutError
        if answer.length:  # the server hung up before it had said all
            raise http.client.IncompleteRead(b"", answer.length)
        return b"".join(pieces)

    def _body(self, message: str) -> bytes:
        roles = [{"role": "system", "content": instructions()}, {"role": "user", "content": message}]
        asked = {"model": self.address.model, "messages": roles, "stream": False, **self.optional}
        return json.dumps(asked, ensure_ascii=False).encode("utf-8", "replace")

    def _headers(self) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Accept": "application/json",
            "User-Agent": f"samverkan/{__version__}",
        }
        if self.address.key:
            headers["Authorization"] = f"Bearer {self.address.key}"
        return headers

    def _refusal(self, status: int, content: bytes) -> ModelRefused:
        told = ""
        with contextlib.suppress(ValueError, RecursionError, KeyError, TypeError):
            error = json.loads(content)["error"]
            told = error if isinstance(error, str) else error["message"]
        problem = _shown(str(told), self.address.key) or http.client.responses.get(status, "?")
        return ModelRefused(host=self.address.place, status=status, problem=problem)


def said(content: bytes, place: str) -> Said:
    """The text of an answer in the form of chat completions. Raises ModelUnreadable for any other form."""
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError) as bad:
        raise ModelUnreadable(host=place, problem="no-json") from bad
    try:
        choice = answer["choices"][0]
        text = choice["message"]["content"]
    except (KeyError, IndexError, TypeError) as bad:
        raise ModelUnreadable(host=place, problem="no-answer") from bad
    if not isinstance(text, str):
        raise ModelUnreadable(host=place, problem="no-answer")
    marks = [answer.get(name) for name in ("model", "system_fingerprint")]
    version = " ".join(_shown(mark, None)[:100] for mark in marks if isinstance(mark, str))
    return Said(text, version, choice.get("finish_reason") == "length")


def _seconds(header: str | None) -> float | None:
    """Seconds to wait as a server says them; None for a day or anything else."""
    text = (header or "").strip()
    return float(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _problem(bad: Exception) -> str:
    told = bad.strerror if isinstance(bad, OSError) and bad.strerror else str(bad)
    return _shown(told, None) or type(bad).__name__


def _shown(text: str, key: str | None) -> str:
    """What a server says, fit for one line: printable, short, without the key."""
    hidden = text.replace(key, "…") if key else text
    printable = "".join(sign if sign.isprintable() else " " for sign in hidden[: 10 * SHOWN])
    return " ".join(printable.split())[:SHOWN]
