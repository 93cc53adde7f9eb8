"""A language model that is none: a real HTTP server on this machine that answers well or badly, as told."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler", dict[str, Any]], None]


@dataclass
class Stub:
    """Where it listens, what it was asked, and what it answers: each in turn, the last one for ever."""

    url: str
    answers: list[Answer]
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    """One question."""

    protocol_version = "HTTP/1.1"
    stub: Stub

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.stub.asked.append(body)
        self.stub.headers.append({"path": self.path, **dict(self.headers.items())})
        turn = min(len(self.stub.asked), len(self.stub.answers)) - 1
        try:
            self.stub.answers[turn](self, body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # whoever asked has had enough

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # its name there
        """Tells nothing."""

    def put(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def answering(*answers: Answer) -> Iterator[Stub]:
    """A server that gives these answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stub = Stub(f"http://127.0.0.1:{server.server_address[1]}/v1", list(answers))
    server.RequestHandlerClass = type("Bound", (Handler,), {"stub": stub})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        stub.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def says(*items: object, text: str | None = None, cut: bool = False) -> Answer:
    """Chat completions as they should be: an object a line, or a text as it stands."""
    lines = "\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    content = lines if text is None else text

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        choice = {
            "message": {"role": "assistant", "content": content},
            "finish_reason": "length" if cut else "stop",
        }
        whole = {"model": f"{body['model']}-2026", "system_fingerprint": "fp_1", "choices": [choice]}
        handler.put(json.dumps(whole).encode("utf-8"))

    return answer


def gives(content: bytes, status: int = 200, **headers: str) -> Answer:
    """These bytes."""
    return lambda handler, body: handler.put(content, status, **headers)


def fails(status: int, message: str = "", **headers: str) -> Answer:
    """An error as OpenAI's servers word it."""
    return gives(json.dumps({"error": {"message": message}}).encode("utf-8"), status, **headers)


def waits(seconds: float) -> Answer:
    """No answer for a while."""

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        handler.stub.over.wait(seconds)
        handler.close_connection = True

    return answer


def drips(head: bytes) -> Answer:
    """A letter now and then, without end."""

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        handler.close_connection = True
        handler.wfile.write(head)
        while not handler.stub.over.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    return answer


def floods(handler: Handler, body: dict[str, Any]) -> None:
    """An answer that never ends."""
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while not handler.stub.over.is_set():
        handler.wfile.write(b" " * 65_536)


def hangs_up(handler: Handler, body: dict[str, Any]) -> None:
    """Half an answer."""
    handler.close_connection = True
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{"choices"')


def mumbles(handler: Handler, body: dict[str, Any]) -> None:
    """Bytes that are no HTTP."""
    handler.close_connection = True
    handler.wfile.write(b"\x00\xff\r\n\r\n")
