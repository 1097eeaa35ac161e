"""Holds what the mock home answers against docs/api.yaml: tests on a double that lies would prove nothing.

mock_contract_test.py MOCK-PROGRAM PAGE-FOLDER
"""
import json
import pathlib
import subprocess
import sys
import unittest
import urllib.error
import urllib.request

import jsonschema
import yaml

API = yaml.safe_load((pathlib.Path(__file__).resolve().parents[2] / "docs/api.yaml").read_text())
MOCK, PAGE = sys.argv[1:3] if len(sys.argv) >= 3 else ("", "")


class MockContractTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.process = subprocess.Popen(["node", MOCK, PAGE, "0"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                       text=True)
        address = cls.process.stdout.readline().strip()
        cls.base, cls.token = address.split("/#token=")

    @classmethod
    def tearDownClass(cls):
        cls.process.kill()
        cls.process.wait(10)
        cls.process.stdout.close()

    def ask(self, path, body=None, token=None):
        """The answer, held against what api.yaml says of its path, method and status."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {token or self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.base + path, data, headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as response:
                status, answer = response.status, json.load(response)
        except urllib.error.HTTPError as error:
            status, answer = error.code, json.load(error)
        described = API["paths"][path.split("?")[0]]["get" if body is None else "post"]["responses"][str(status)]
        if "$ref" in described:
            described = API["components"]["responses"][described["$ref"].rsplit("/", 1)[1]]
        schema = described["content"]["application/json"]["schema"]
        # The references in it point into the whole description.
        jsonschema.validate(answer, {**schema, "components": API["components"]},
                            cls=jsonschema.Draft202012Validator)
        return answer

    def test_what_is_looked_up(self):
        said = self.ask("/v1/say", {"text": "dim the living room lights to 40 percent", "conversation": "a"})
        self.assertEqual(said["verdict"], "do")
        for path in ("state", "timeline", "timeline?limit=1", "promises", "health", "graph", f"why?id={said['plan']}"):
            self.ask(f"/v1/{path}")

    def test_deeds_and_questions(self):
        asked = self.ask("/v1/act", {"entity": 14, "capability": "lock", "value": False, "conversation": "b"})
        self.assertEqual(asked["choices"], ["yes", "no"])
        done = self.ask("/v1/answer", {"conversation": "b", "choice": "yes"})
        self.ask("/v1/undo", {"plan": done["plan"], "conversation": "b"})
        self.ask("/v1/say", {"text": "set a timer for 5 minutes", "conversation": "b"})
        self.assertEqual(len(self.ask("/v1/promises")), 1)
        self.ask("/v1/timeline")

    def test_refusals(self):
        self.ask("/v1/state", token="wrong-token-1")
        self.ask("/v1/why?id=999999")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
