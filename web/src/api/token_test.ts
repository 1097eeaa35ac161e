import assert from "node:assert/strict";
import { test } from "node:test";

import { keptToken, takeToken, tokenIn } from "./token";

class Memory {
  kept = new Map<string, string>();
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.kept.set(key, value);
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
}

function visit(hash: string, storage: unknown) {
  const seen: string[] = [];
  const location = { hash, pathname: "/", search: "" } as Location;
  const history = { replaceState: (_: unknown, __: string, url: string) => seen.push(url) } as unknown as History;
  return { token: takeToken(location, history, storage as Storage), seen };
}

test("a token is found wherever it stands in the fragment", () => {
  assert.deepEqual(tokenIn("#token=abcdefgh1234"), { token: "abcdefgh1234", rest: "" });
  assert.deepEqual(tokenIn("#timeline&token=abcdefgh1234"), { token: "abcdefgh1234", rest: "#timeline" });
  assert.deepEqual(tokenIn("#timeline"), { token: null, rest: "#timeline" });
  assert.deepEqual(tokenIn(""), { token: null, rest: "" });
});

test("what is no token is not taken for one", () => {
  for (const bad of ["short", "with space in it", "%E0%A4%A", "line%0Abreak-in-it", "x".repeat(300), "c2xhc2g/ZXF1YWxz==", "plus+plus+plus"]) {
    assert.equal(tokenIn(`#token=${bad}`).token, null, bad);
  }
});

test("it is kept, and leaves the address bar", () => {
  const storage = new Memory();
  const first = visit("#token=abcdefgh1234&graph", storage);
  assert.equal(first.token, "abcdefgh1234");
  assert.deepEqual(first.seen, ["/#graph"]);
  const second = visit("#graph", storage);
  assert.equal(second.token, "abcdefgh1234");
  assert.deepEqual(second.seen, []);
});

test("a bad token leaves the address bar too, and the kept one stays", () => {
  const storage = new Memory();
  visit("#token=abcdefgh1234", storage);
  const second = visit("#token=bad", storage);
  assert.equal(second.token, "abcdefgh1234");
  assert.deepEqual(second.seen, ["/"]);
});

test("one that was kept and can be none any more is asked for again", () => {
  const storage = new Memory();
  storage.setItem("hearth.token", "c2xhc2g/ZXF1YWxz==");
  assert.equal(visit("", storage).token, null);
});

test("a browser that keeps nothing is no error", () => {
  const refusing = {
    getItem() {
      throw new Error("denied");
    },
    setItem() {
      throw new Error("denied");
    },
  };
  assert.equal(visit("#token=abcdefgh1234", refusing).token, "abcdefgh1234");
  assert.equal(keptToken(refusing as unknown as Storage), null);
});
