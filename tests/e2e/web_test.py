"""The page's door with the real daemon: what it answers fits docs/api.yaml, and who may not ask learns nothing."""
import json
import os
import socket
import stat
import unittest

from home import Home
from processes import wait_until
from web import Contract, Live, WebPage


def close_to(value, expected) -> bool:
    """A device counts in steps of its own: 35 percent may come back as 35.4."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value == expected
    return abs(value - expected) < 1


class WebTest(unittest.TestCase):
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

    def value(self, name: str, area: str, capability: str):
        return self.page.entity(name, area)["states"][capability]["value"]

    def await_value(self, name: str, area: str, capability: str, expected):
        wait_until(f"{name} {capability} is {expected}",
                   lambda: close_to(self.value(name, area, capability), expected) or None, 10, 0.05)

    # What is answered

    def test_every_lookup_answers_as_it_is_described(self):
        self.page.say("turn on the desk lamp")
        self.page.say("set a timer for 10 minutes")
        for path in ("state", "devices", "promises", "lessons", "journal", "health", "graph", "why", "timeline"):
            self.page.ask("GET", f"/v1/{path}")
        metrics = self.page.ask("GET", "/metrics")
        self.assertRegex(metrics, r'(?m)^hearth_node_messages_total\{node="decide"\} \d+$')
        self.assertRegex(metrics, r'(?m)^hearth_node_latency_seconds\{node="understand",quantile="0.99"\} \S+$')
        self.assertEqual(self.page.request("GET", "/healthz").json(), {"ok": True})
        state = self.page.ask("GET", "/v1/state")
        self.assertEqual(state["name"], "The test home")
        self.assertIn("Living room", [area["name"] for area in state["areas"]])
        self.assertEqual([person["name"] for person in state["people"]], ["Anna"])
        timers = [promise for promise in state["promises"] if promise["kind"] == "timer"]
        self.assertEqual([timer["seconds"] for timer in timers], [600])
        self.page.say("cancel all timers")

    def test_say_sets_and_the_timeline_tells_it(self):
        self.page.say("turn off the desk lamp")
        reply = self.page.say("turn on the desk lamp")
        self.assertEqual((reply["verdict"], reply["undoable"], reply["choices"]), ("do", True, []))
        self.assertIn("Turned on", reply["text"])
        item = self.page.timeline()[0]
        self.assertEqual((item["kind"], item["trace"], item["plan"]), ("request", reply["trace"], reply["plan"]))
        self.assertEqual(item["heard"], {"text": "turn on the desk lamp", "who": "Anna", "area": "Living room"})
        self.assertEqual([row["outcome"] for row in item["did"]], ["done"])
        self.assertTrue(item["undoable"])
        why = self.page.ask("GET", f"/v1/why?id={item['why']}")
        self.assertIn("turn on the desk lamp", why["sentence"])
        self.assertIn('Anna said "turn on the desk lamp".', [link["sentence"] for link in why["chain"]])

    def test_a_tap_is_a_plan_like_any_other(self):
        lamp = self.page.entity("Desk lamp", "Living room")
        self.page.post("act", entity=lamp["entity"], capability="on_off", value=False)
        self.await_value("Desk lamp", "Living room", "on_off", False)
        reply = self.page.post("act", entity=lamp["entity"], capability="brightness", value=35)
        self.assertEqual(reply["verdict"], "do")
        self.await_value("Desk lamp", "Living room", "brightness", 35)
        item = next(item for item in self.page.timeline() if item["trace"] == reply["trace"])
        self.assertEqual((item["kind"], item["undoable"]), ("tap", True))
        self.assertIn("35 percent", item["heard"]["text"])
        self.assertIn("tapped", self.page.ask("GET", f"/v1/why?id={item['why']}")["sentence"])
        trace = self.page.ask("GET", f"/v1/journal?trace={reply['trace']}")
        kinds = [kind for entry in trace for kind in entry if kind in ("Meaning", "Plan")]
        self.assertEqual(kinds, ["Meaning", "Plan"], "one input, one plan")
        toggled = self.page.post("act", entity=lamp["entity"], capability="on_off")
        self.assertIn("Turned off", toggled["text"])
        self.await_value("Desk lamp", "Living room", "on_off", False)

    def test_undo_takes_back_that_very_plan(self):
        desk, floor = (self.page.entity(name, "Living room") for name in ("Desk lamp", "Floor lamp"))
        for lamp in (desk, floor):
            self.page.post("act", entity=lamp["entity"], capability="on_off", value=False)
        first = self.page.post("act", entity=desk["entity"], capability="on_off", value=True)
        self.page.post("act", entity=floor["entity"], capability="on_off", value=True)
        undone = self.page.post("undo", plan=first["plan"])
        self.await_value("Desk lamp", "Living room", "on_off", False)
        self.assertTrue(self.value("Floor lamp", "Living room", "on_off"), "the newer plan stands")
        items = {item.get("plan"): item for item in self.page.timeline()}
        self.assertEqual(items[undone["plan"]]["undoes"], first["plan"])
        self.assertEqual(items[first["plan"]]["undone_by"], undone["plan"])
        self.assertFalse(items[first["plan"]]["undoable"])
        again = self.page.post("undo", plan=first["plan"])
        self.assertEqual((again["verdict"], again["text"]), ("decline", "That was taken back already."))
        self.assertEqual(self.page.post("undo", plan=1)["verdict"], "decline")

    def test_a_secure_tap_is_asked_back(self):
        door = self.page.entity("Front door", "Hallway")
        self.page.post("act", entity=door["entity"], capability="lock", value=True)
        self.await_value("Front door", "Hallway", "lock", True)
        before = len(self.home.traffic.commands("demo/front_door_lock"))
        asked = self.page.post("act", entity=door["entity"], capability="lock", value=False)
        self.assertEqual((asked["verdict"], asked["choices"]), ("ask_back", ["yes", "no"]))
        questions = self.page.ask("GET", "/v1/state")["questions"]
        self.assertIn((asked["plan"], ["yes", "no"]), [(row["plan"], row["choices"]) for row in questions])
        refused = self.page.post("answer", choice="no")
        self.assertEqual(refused["verdict"], "decline")
        self.assertEqual(len(self.home.traffic.commands("demo/front_door_lock")), before, "nothing was unlocked")
        self.page.post("act", entity=door["entity"], capability="lock", value=False)
        self.assertEqual(self.page.post("answer", choice="yes")["verdict"], "do")
        self.await_value("Front door", "Hallway", "lock", False)
        self.page.post("act", entity=door["entity"], capability="lock", value=True)

    def test_choices_are_answered_as_they_stand(self):
        asked = self.page.say("turn on the lamp", area="Living room")
        if asked["verdict"] == "ask_back":
            self.assertGreater(len(asked["choices"]), 1)
            self.assertEqual(self.page.post("answer", choice=asked["choices"][0])["verdict"], "do")

    def test_what_cannot_be_tapped_is_named(self):
        lamp = self.page.entity("Desk lamp", "Living room")["entity"]
        for members, status, place in (
                ({"entity": 9999, "capability": "on_off", "value": True}, 404, "entity"),
                ({"entity": "lamp", "capability": "on_off", "value": True}, 400, "entity"),
                ({"entity": 2**40, "capability": "on_off", "value": True}, 404, "entity"),
                ({"entity": lamp, "capability": "lock", "value": True}, 400, "capability"),
                ({"entity": lamp, "capability": "nothing", "value": True}, 400, "capability"),
                ({"entity": lamp, "capability": "on_off", "value": "on"}, 400, "value"),
                ({"entity": lamp, "capability": "brightness", "value": True}, 400, "value"),
                ({"entity": lamp, "capability": "on_off", "value": True, "area": "Nowhere"}, 400, "area"),
                ({"entity": lamp, "capability": "on_off", "value": True, "conversation": "x" * 65}, 400, "conversation")):
            self.assertEqual(self.page.post("act", status=status, **members)["error"]["place"], place, members)

    def test_many_taps_at_once_are_each_answered(self):
        import concurrent.futures
        lamp = self.page.entity("Desk lamp", "Living room")["entity"]
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            replies = list(pool.map(
                lambda level: self.page.post("act", entity=lamp, capability="brightness", value=level), range(10, 58, 3)))
        self.assertEqual(len({reply["plan"] for reply in replies}), len(replies), "one plan each")
        self.assertTrue(all(reply["text"] or reply["verdict"] == "do" for reply in replies))

    def test_what_a_hand_does_is_an_item_and_a_sensor_is_not(self):
        self.page.say("turn off the desk lamp")
        self.home.publish("zigbee2mqtt/Living room/Desk lamp", '{"state":"ON"}', retain=False)
        item = wait_until("the hand is seen", lambda: next(
            (item for item in self.page.timeline(5)[:3] if item["kind"] == "hand"), None), 5)
        self.assertEqual(item["did"][0]["outcome"], "seen")
        self.assertIn("desk lamp", item["did"][0]["sentence"].lower())
        self.assertNotIn("plan", item)

    def test_the_timeline_pages_without_gaps(self):
        whole = self.page.timeline(200)
        self.assertEqual([item["trace"] for item in self.page.timeline(3)], [item["trace"] for item in whole])
        self.assertEqual(sorted((item["trace"] for item in whole), reverse=True), [item["trace"] for item in whole])

    # Live

    def test_live_tells_states_items_and_resumes(self):
        lamp = self.page.entity("Desk lamp", "Living room")["entity"]
        self.page.post("act", entity=lamp, capability="on_off", value=False)
        seq = self.page.ask("GET", "/v1/state")["seq"]
        with self.page.live(seq) as live:
            self.assertEqual(live.next()["type"], "hello")
            reply = self.page.post("act", entity=lamp, capability="on_off", value=True)
            came = live.until(lambda m: m["type"] == "item" and m["item"]["trace"] == reply["trace"]
                              and m["item"]["did"] and m["item"]["did"][0]["outcome"] == "done" and m["item"]["said"])
        states = [m for m in came if m["type"] == "state" and m["entity"] == lamp and m["capability"] == "on_off"]
        self.assertEqual(states[-1]["value"], True)
        numbers = [m["seq"] for m in came]
        self.assertEqual(numbers, sorted(numbers), "in order, so that the last one says where to go on")
        with self.page.live(seq) as again:  # what happened meanwhile comes first
            hello = again.next()
            self.assertGreater(hello["seq"], seq)
            again.until(lambda m: m["type"] == "item" and m["item"]["trace"] == reply["trace"])
        with self.page.live(10**9) as beyond:
            self.assertEqual([beyond.next()["type"], beyond.next()["type"]], ["hello", "restart"])

    def test_live_goes_on_after_a_restart_of_the_daemon(self):
        seq = self.page.ask("GET", "/v1/state")["seq"]
        said = self.page.say("turn on the desk lamp")
        wait_until("it is written", lambda: self.page.ask("GET", "/v1/health")["journal"]["written"] or None)
        self.home.daemon.kill()
        self.home.begin_daemon()
        self.home.await_devices()
        self.page.find()
        with self.page.live(seq) as live:
            live.until(lambda m: m["type"] == "item" and m["item"]["trace"] == said["trace"])
            live.until(lambda m: m["type"] == "item" and m["item"]["kind"] == "house")

    def test_a_timer_that_rings_is_said_to_the_page(self):
        with self.page.live() as live:
            live.next()
            self.page.say("set a timer for 1 second")
            came = live.until(lambda m: m["type"] == "said", 15)
            self.assertIn("timer", came[-1]["text"])
            self.assertIn("promises", [m["type"] for m in came])

    def test_undo_shows_where_it_was_done(self):
        lamp = self.page.entity("Desk lamp", "Living room")["entity"]
        self.page.post("act", entity=lamp, capability="on_off", value=False)
        done = self.page.post("act", entity=lamp, capability="on_off", value=True)
        with self.page.live() as live:
            live.next()
            self.page.post("undo", plan=done["plan"])
            live.until(lambda m: m["type"] == "item" and m["item"]["trace"] == done["trace"] and "undone_by" in m["item"])

    # Who may not

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

    def test_a_slow_reader_resumes_and_the_house_goes_on(self):
        with self.page.live(receive_buffer=4096) as slow:
            slow.next()
            for i in range(3):  # it reads nothing meanwhile; what is said is not lost on the others
                self.page.say("turn on the desk lamp" if i % 2 else "turn off the desk lamp")
            self.page.ask("GET", "/v1/state")
            self.assertIsNotNone(slow.next())

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

    def test_zz_every_path_was_asked(self):
        described = {(method.upper(), path) for path, item in self.contract.text["paths"].items()
                     for method in item if method in ("get", "post")}
        left = described - self.contract.seen - {("GET", "/"), ("GET", "/{file}"), ("GET", "/healthz"), ("GET", "/v1/live")}
        self.assertEqual(left, set())


if __name__ == "__main__":
    unittest.main(verbosity=2)
