"""The page's door with the real daemon: what it answers fits docs/api.yaml."""
import json
import unittest

from processes import wait_until
from web import PageCase


def close_to(value, expected) -> bool:
    """A device counts in steps of its own: 35 percent may come back as 35.4."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value == expected
    return abs(value - expected) < 1


class WebTest(PageCase):
    def value(self, name: str, area: str, capability: str):
        return self.page.entity(name, area)["states"][capability]["value"]

    def await_value(self, name: str, area: str, capability: str, expected):
        wait_until(f"{name} {capability} is {expected}",
                   lambda: close_to(self.value(name, area, capability), expected) or None, 10, 0.05)

    # What is answered

    def test_every_lookup_answers_as_it_is_described(self):
        self.page.say("turn on the desk lamp")
        self.page.say("set a timer for 10 minutes")
        for path in ("state", "devices", "promises", "lessons", "journal", "health", "graph", "why", "timeline",
                     "phrases"):
            self.page.ask("GET", f"/v1/{path}")
        self.assertEqual(self.page.ask("POST", "/v1/phrases/let-go")["differences"], [])
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

    def test_a_question_is_answered_where_it_was_asked(self):
        for room in ("study", "attic"):
            device = {"identifiers": [room + "_lamp"], "name": "Reading lamp", "suggested_area": room.capitalize()}
            config = {"unique_id": room + "_lamp", "name": None, "command_topic": f"test/{room}/set", "device": device}
            self.home.publish(f"homeassistant/light/{room}_lamp/config", json.dumps(config))
        wait_until("both reading lamps are known", lambda: len(
            [row for row in self.page.ask("GET", "/v1/state")["entities"] if row["name"] == "Reading lamp"]) == 2)
        asked = self.page.say("turn on the reading lamp", area="Kitchen")
        self.assertEqual((asked["verdict"], len(asked["choices"])), ("ask_back", 2), asked)
        question = next(row for row in self.page.ask("GET", "/v1/state")["questions"] if row["plan"] == asked["plan"])
        self.assertEqual(question["area"], "Kitchen")
        answered = self.page.post("answer", choice="the one in the study", area=question["area"])
        self.assertEqual(answered["verdict"], "do", answered)

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
        self.home.daemon.kill()  # at once: nothing is answered before it is written
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

    def test_zz_every_path_was_asked(self):
        described = {(method.upper(), path) for path, item in self.contract.text["paths"].items()
                     for method in item if method in ("get", "post")}
        left = described - self.contract.seen - {("GET", "/"), ("GET", "/{file}"), ("GET", "/healthz"), ("GET", "/v1/live")}
        self.assertEqual(left, set())


if __name__ == "__main__":
    unittest.main(verbosity=2)
