"""What is done to the page's door by those who may not come in, or ask for too much: they learn nothing, and the page goes on."""
import concurrent.futures
import json
import os
import socket
import stat
import time
import unittest

from web import Live, PageCase


class AttackTest(PageCase):
    def test_without_the_token_nothing_is_told(self):
        for path in ("/v1/state", "/v1/health", "/v1/live", "/metrics", "/v1/nowhere"):
            for headers in ({}, {"Authorization": "Bearer "}, {"Authorization": f"Bearer {self.page.token}x"},
                            {"Authorization": f"Basic {self.page.token}"}):
                answer = self.page.request("GET", path, headers=headers)
                self.assertEqual(answer.status, 401, (path, headers))
                self.contract.check("Error", answer.json())
        self.assertEqual(self.page.request("POST", "/v1/say", "{}").status, 401)
        self.assertEqual(self.page.request("GET", f"/v1/state?token={self.page.token}").status, 401)
        for token in ("", "wrong", self.page.token[:-1]):
            with Live(self.page, token=token) as live:
                self.assertEqual(live.status, 401)
        mode = stat.S_IMODE(os.stat(self.home.folder / "secrets" / "web.token").st_mode)
        self.assertEqual(mode, 0o600)

    def test_other_sites_and_other_names_are_refused(self):
        known = {"Authorization": f"Bearer {self.page.token}"}
        own = f"http://127.0.0.1:{self.page.port}"
        self.assertEqual(self.page.request("GET", "/v1/health", headers={**known, "Origin": own}).status, 200)
        for origin in ("http://evil.example", "null", "http://127.0.0.1:1", "https://localhost.evil.example", "file://"):
            answer = self.page.request("GET", "/v1/health", headers={**known, "Origin": origin})
            self.assertEqual(answer.status, 403, origin)
            with Live(self.page, headers=[f"Origin: {origin}"]) as live:
                self.assertEqual(live.status, 403, origin)
        for host in ("evil.example", f"evil.example:{self.page.port}", "127.0.0.1.evil.example", ""):
            self.assertEqual(self.page.request("GET", "/v1/health", headers={**known, "Host": host}).status, 421, host)
            self.assertEqual(self.page.request("GET", "/", headers={"Host": host}).status, 421, host)
        preflight = self.page.request("OPTIONS", "/v1/say", headers={"Origin": own})
        self.assertNotIn("access-control-allow-origin", preflight.headers)

    def test_every_answer_forbids_what_a_page_does_not_need(self):
        for path, headers in (("/", {}), ("/nowhere.js", {}), ("/v1/state", {}),
                              ("/v1/state", {"Authorization": f"Bearer {self.page.token}"})):
            answer = self.page.request("GET", path, headers=headers)
            self.assertIn("frame-ancestors 'none'", answer.headers["content-security-policy"])
            self.assertIn("default-src 'none'", answer.headers["content-security-policy"])
            self.assertEqual(answer.headers["x-content-type-options"], "nosniff")
            self.assertEqual(answer.headers["referrer-policy"], "no-referrer")
            if path.startswith("/v1"):
                self.assertEqual(answer.headers["cache-control"], "no-store")

    def raw(self, data: bytes, seconds: float = 15) -> bytes:
        with socket.create_connection((self.page.host, self.page.port), seconds) as connection:
            try:
                connection.sendall(data)
                return connection.recv(4096)
            except ConnectionError:
                return b""

    def test_traversal_finds_no_file(self):
        for path in ("/../hearth.toml", "/..%2f..%2fetc/passwd", "/%2e%2e/secrets/web.token", "/secrets/web.token", "//etc/passwd",
                     "/index.html/../../x", "/.", "/a\\..\\b", "/%00", "/%zz"):
            answer = self.raw(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            self.assertRegex(answer, rb"^HTTP/1.1 (400|401|404) ", path)
            self.assertNotIn(self.page.token.encode(), answer)

    def test_oversize_and_malformed(self):
        known = f"Host: localhost\r\nAuthorization: Bearer {self.page.token}\r\n"
        for status, text in (
                (413, f"POST /v1/say HTTP/1.1\r\n{known}Content-Length: 999999999\r\n\r\n"),
                (431, f"GET /v1/state HTTP/1.1\r\n{known}X: {'x' * 20000}\r\n\r\n"),
                (400, "nonsense\r\n\r\n"),
                (400, f"GET /v1/state HTTP/1.1\r\n{known}Content-Length: -1\r\n\r\n"),
                (400, f"POST /v1/say HTTP/1.1\r\n{known}Content-Length: 3\r\n\r\n{{x}}"),
                (400, f"POST /v1/say HTTP/1.1\r\n{known}Content-Length: 2\r\n\r\n[]"),
                (400, f"POST /v1/say HTTP/1.1\r\n{known}Content-Length: 0\r\n\r\n"),
                (405, f"DELETE /v1/state HTTP/1.1\r\n{known}\r\n"),
                (426, f"GET /v1/live HTTP/1.1\r\n{known}\r\n")):
            self.assertIn(f"HTTP/1.1 {status} ".encode(), self.raw(text.encode())[:20], text[:60])
        deep = "[" * 100_000
        self.assertEqual(self.page.request("POST", "/v1/say", deep[:60_000],
                                           {"Authorization": f"Bearer {self.page.token}"}).status, 400)
        self.page.post("say", 400, text="x" * 2001)
        for query in ("before=0", "before=x", "limit=0", "limit=201", "before=99999999999999999999"):
            self.page.ask("GET", f"/v1/timeline?{query}", status=400)
        self.page.ask("GET", "/v1/why?id=999999999", status=404)
        with self.page.live() as live:
            live.next()
            live.send(1, b"x" * 5000)
            while live.next(10) is not None:
                pass
            self.assertEqual(live.close_code, 1009)

    def test_a_slow_reader_is_let_go_and_finds_its_way_back(self):
        def behind() -> int:
            return self.page.ask("GET", "/v1/health")["live"]["behind"]

        wish = json.dumps({"text": "much ado " * 200, "conversation": "attack"})  # a few of these fill every buffer between

        def say_much(_):
            return self.page.request("POST", "/v1/say", wish, {"Authorization": f"Bearer {self.page.token}"}).status

        lamp = self.page.entity("Desk lamp", "Living room")["entity"]
        before, reached = behind(), self.page.ask("GET", "/v1/state")["seq"]
        with self.page.live(reached, receive_buffer=4096) as slow, concurrent.futures.ThreadPoolExecutor(8) as pool:
            for _ in range(100):  # it reads nothing, while a page has an item for each of these
                self.assertEqual(set(pool.map(say_much, range(100))), {200})
                if behind() > before:
                    break
            self.assertEqual(behind(), before + 1)
            slow.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
            until = time.monotonic() + 10  # what lies in the kernel's buffers may take longer than a test should
            while time.monotonic() < until and (message := slow.next(5)) is not None:
                if message["type"] != "hello":
                    reached = message["seq"]
            self.assertIn(slow.close_code, (None, 1013))  # where the buffers are full no reason arrives
        with self.page.live(reached) as again:
            reply = self.page.post("act", entity=lamp, capability="brightness", value=61)
            came = again.until(lambda m: m["type"] == "item" and m["item"]["trace"] == reply["trace"] and m["item"]["said"])
        self.assertTrue(any(m["type"] == "restart" or m["seq"] <= reply["trace"] for m in came[1:]), "there was a gap")
        told = [m["value"] for m in came
                if m["type"] == "state" and (m["entity"], m["capability"]) == (lamp, "brightness")]
        now = self.page.entity("Desk lamp", "Living room")["states"]["brightness"]["value"]
        self.assertEqual(told[-1:], [now])

    def test_five_hundred_idle_sockets_keep_nobody_out(self):
        with self.page.live() as live:
            live.next()
            idle = []
            try:
                for _ in range(500):
                    idle.append(socket.create_connection((self.page.host, self.page.port), 10))
                reply = self.page.say("turn on the floor lamp")
                live.until(lambda m: m["type"] == "item" and m["item"]["trace"] == reply["trace"])
            finally:
                for one in idle:
                    one.close()
        self.page.say("turn off the floor lamp")

    def test_sockets_are_bounded(self):
        streams = []
        try:
            while len(streams) < 80:
                streams.append(self.page.live())
                if streams[-1].status != 101:
                    break
            self.assertEqual(streams[-1].status, 503)
            self.assertGreaterEqual(len(streams), 60)
            self.page.ask("GET", "/v1/state")
        finally:
            for stream in streams:
                stream.socket.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
