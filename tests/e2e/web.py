"""The web door as a browser meets it: HTTP with a token, a WebSocket client (RFC 6455), and the schemas of docs/api.yaml."""
import base64
import hashlib
import http.client
import json
import os
import pathlib
import re
import socket
import struct
import time
import unittest

import jsonschema
import yaml

from home import Home

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
API = pathlib.Path(__file__).resolve().parents[2] / "docs" / "api.yaml"


class PlainLoader(yaml.SafeLoader):
    """Times stay texts, as JSON has them."""


PlainLoader.yaml_implicit_resolvers = {
    key: [row for row in rows if row[0] != "tag:yaml.org,2002:timestamp"]
    for key, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}


class Contract:
    """What docs/api.yaml says; every answer and message is held against it."""

    def __init__(self):
        self.text = yaml.load(API.read_text(), PlainLoader)
        self.seen = set()

    def check(self, name: str, value):
        schema = {"$ref": f"#/components/schemas/{name}", "components": self.text["components"]}
        jsonschema.Draft202012Validator(schema).validate(value)

    def path_of(self, target: str) -> str:
        path = target.split("?")[0]
        return path if path in self.text["paths"] else "/{file}"

    def check_answer(self, method: str, target: str, status: int, kind: str, value):
        """The answer's status is described there, and its body fits the schema."""
        operation = self.text["paths"][self.path_of(target)][method.lower()]
        answers = operation["responses"]
        if status in (404, 405, 413, 421, 431, 403, 401) and str(status) not in answers:
            return self.check("Error", value)
        assert str(status) in answers, f"{method} {target}: {status} is not described; {value}"
        self.seen.add((method, self.path_of(target)))
        answer = answers[str(status)]
        if "$ref" in answer:
            return self.check("Error", value)
        content = answer.get("content", {})
        if "application/json" not in content:
            return None
        assert kind == "application/json", f"{method} {target}: {kind}"
        schema = {**content["application/json"]["schema"], "components": self.text["components"]}
        return jsonschema.Draft202012Validator(schema).validate(value)


class Answer:
    def __init__(self, response: http.client.HTTPResponse):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.bytes = response.read()
        self.kind = self.headers.get("content-type", "")

    def json(self):
        return json.loads(self.bytes)


class WebPage:
    """A page of a home that serves one."""

    def __init__(self, home, contract: Contract, conversation: str = "page"):
        self.home, self.contract, self.conversation = home, contract, conversation
        self.find()

    def find(self):
        """Where it is served and with which token; again after a restart of the daemon."""
        doors = {door["name"]: door for door in self.home.ask("GET", "/v1/health")["doors"]}
        self.host, port = doors["web"]["detail"].split(":")
        self.port = int(port)
        self.token = (self.home.folder / "secrets" / "web.token").read_text().strip()

    def request(self, method: str, target: str, body=None, headers=None, seconds: float = 30) -> Answer:
        """With nothing but what is given: no token."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=seconds)
        try:
            connection.request(method, target, body, headers or {})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def ask(self, method: str, target: str, body=None, status: int = 200, seconds: float = 30):
        """As the page asks. The answer is held against the contract."""
        data = None if body is None else json.dumps(body)
        answer = self.request(method, target, data, {"Authorization": f"Bearer {self.token}"}, seconds)
        value = answer.json() if answer.kind == "application/json" else answer.bytes.decode()
        assert answer.status == status, f"{method} {target}: {answer.status} {value}"
        self.contract.check_answer(method, target, answer.status, answer.kind, value)
        return value

    def post(self, what: str, status: int = 200, **members):
        return self.ask("POST", f"/v1/{what}", {"conversation": self.conversation, **members}, status)

    def say(self, text: str, **members) -> dict:
        return self.post("say", text=text, **members)

    def live(self, after=None, **more) -> "Live":
        return Live(self, after, **more)

    def entity(self, name: str, area: str) -> dict:
        rows = [row for row in self.ask("GET", "/v1/state")["entities"] if (row["name"], row["area"]) == (name, area)]
        assert len(rows) == 1, rows
        return rows[0]

    def timeline(self, limit: int = 50) -> list:
        """All of it, page by page, newest first."""
        items, before = [], None
        while True:
            page = self.ask("GET", f"/v1/timeline?limit={limit}" + ("" if before is None else f"&before={before}"))
            items += page["items"]
            before = page["next"]
            if before is None:
                return items


class Live:
    """One live stream. Reads when asked to, so it can be as slow as it likes."""

    def __init__(self, page: WebPage, after=None, token=None, headers=(), receive_buffer=None):
        self.page, self.buffer, self.close_code = page, b"", None
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if receive_buffer is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(30)
        self.socket.connect((page.host, page.port))
        key = base64.b64encode(os.urandom(16)).decode()
        target = "/v1/live" + ("" if after is None else f"?after={after}")
        protocols = f"hearth.v1, hearth.token.{page.token if token is None else token}"
        lines = [f"GET {target} HTTP/1.1", f"Host: {page.host}:{page.port}", "Upgrade: websocket", "Connection: Upgrade",
                 f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Protocol: {protocols}", *headers]
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode())
        head = b""
        while b"\r\n\r\n" not in head:
            part = self.socket.recv(4096)
            assert part, "closed while it shook hands"
            head += part
        head, self.buffer = head.split(b"\r\n\r\n", 1)
        self.head = head.decode()
        self.status = int(re.match(r"HTTP/1.1 (\d+)", self.head).group(1))
        if self.status == 101:
            accept = base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()
            assert f"sec-websocket-accept: {accept.lower()}" in self.head.lower(), self.head
            assert "sec-websocket-protocol: hearth.v1\r" in self.head.lower() + "\r", self.head

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def _take(self, count: int) -> bytes:
        while len(self.buffer) < count:
            part = self.socket.recv(65536)
            if not part:
                raise ConnectionError("the server is gone")
            self.buffer += part
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def send(self, opcode: int, data: bytes):
        mask = os.urandom(4)
        head = struct.pack("!B", 0x80 | opcode)
        size = len(data)
        head += struct.pack("!B", 0x80 | size) if size < 126 else struct.pack("!BH", 0x80 | 126, size)
        self.socket.sendall(head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))

    def next(self, seconds: float = 30):
        """The next message, checked; None once it has closed, or when none came in time."""
        self.socket.settimeout(seconds)
        try:
            while True:
                first, second = self._take(2)
                size = second & 127
                if size == 126:
                    size = struct.unpack("!H", self._take(2))[0]
                elif size == 127:
                    size = struct.unpack("!Q", self._take(8))[0]
                data, opcode = self._take(size), first & 15
                if opcode == 9:
                    self.send(10, data)
                elif opcode == 8:
                    self.close_code = struct.unpack("!H", data[:2])[0] if size >= 2 else 1005
                    return None
                elif opcode == 1:
                    message = json.loads(data)
                    self.page.contract.check("LiveMessage", message)
                    return message
        except (TimeoutError, ConnectionError):
            return None

    def until(self, wanted, seconds: float = 10) -> list:
        """All messages up to and with the first for which wanted(message) is true."""
        end, messages = time.monotonic() + seconds, []
        while time.monotonic() < end:
            message = self.next(max(0.01, end - time.monotonic()))
            if message is None:
                break
            messages.append(message)
            if wanted(message):
                return messages
        raise AssertionError(f"never came; there was only {json.dumps(messages)[:4000]}")


class PageCase(unittest.TestCase):
    """Tests of one home and a page of it. What the daemon said last is told where one fails."""
    home: Home
    page: WebPage

    @classmethod
    def setUpClass(cls):
        cls.home = Home()
        cls.addClassCleanup(cls.home.close)
        cls.home.begin()
        cls.contract = Contract()

    def setUp(self):
        self.page = WebPage(self.home, self.contract, self.id().rsplit(".", 1)[-1][:60])

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before:
            print(f"{self.id()}: {self.home.daemon.last_words()}")
