import assert from "node:assert/strict";
import { test } from "node:test";

import { ApiError, Client, questionsOf } from "./client";
import type { HomeState } from "./types";

interface Asked {
  path: string;
  request: RequestInit;
}

/** A client whose requests are answered by `answer`, and what it asked. */
function clientOf(answer: () => Response | Promise<Response>): { client: Client; asked: Asked[] } {
  const asked: Asked[] = [];
  const fetching = async (path: unknown, request?: RequestInit) => {
    asked.push({ path: String(path), request: request ?? {} });
    return answer();
  };
  return { client: new Client("secret12", fetching as typeof fetch), asked };
}

async function troubleOf(answer: () => Response | Promise<Response>): Promise<ApiError> {
  const { client } = clientOf(answer);
  return client.state().then(
    () => assert.fail("expected an error"),
    (error: unknown) => error as ApiError,
  );
}

const refusal =
  (status: number, message: string, place = "") =>
  () =>
    new Response(JSON.stringify({ error: { kind: "x", message, place } }), { status });

test("every request is to the page's own server, with the token and past every cache", async () => {
  const { client, asked } = clientOf(() => Response.json({}));
  await client.timeline(40, 20);
  await client.act(7, "on_off", true, { conversation: "page-1.7", area: "Study" });
  client.useToken("another1");
  await client.why(0);
  assert.deepEqual(
    asked.map((one) => one.path),
    ["/v1/timeline?limit=20&before=40", "/v1/act", "/v1/why?id=0"],
  );
  const headers = asked.map((one) => new Headers(one.request.headers).get("authorization"));
  assert.deepEqual(headers, ["Bearer secret12", "Bearer secret12", "Bearer another1"]);
  assert.ok(asked.every((one) => one.request.cache === "no-store" && one.request.redirect === "error"));
  assert.deepEqual(JSON.parse(String(asked[1]!.request.body)), {
    entity: 7,
    capability: "on_off",
    value: true,
    conversation: "page-1.7",
    area: "Study",
  });
});

test("an error carries the daemon's own words and what they mean for the page", async () => {
  const invalid = await troubleOf(refusal(400, "expected a number", "before"));
  assert.equal(invalid.trouble, "refused");
  assert.equal(invalid.message, "before: expected a number");
  assert.equal((await troubleOf(refusal(401, "no token"))).trouble, "denied");
  assert.equal((await troubleOf(refusal(429, "too many"))).trouble, "busy");
  assert.equal((await troubleOf(refusal(503, "try again"))).trouble, "busy", "it is there, and says so itself");
  assert.equal((await troubleOf(() => new Response("", { status: 503 }))).trouble, "unreachable");
  assert.equal((await troubleOf(refusal(504, "nothing came"))).trouble, "slow");
  assert.equal((await troubleOf(() => new Response("<html>", { status: 500 }))).message, "the daemon answered 500");
});

test("no answer at all, and one that breaks off, are both a daemon that is away", async () => {
  assert.equal((await troubleOf(() => Promise.reject(new TypeError("connection refused")))).trouble, "unreachable");
  assert.equal((await troubleOf(() => new Response('{"name": '))).trouble, "unreachable");
});

test("only questions of this page's own conversations are its to answer", () => {
  const question = { plan: 1, trace: 1, text: "?", choices: [], until: null };
  const questions = ["page-1", "page-1.7", "page-12", "shell"].map((conversation) => ({ ...question, conversation }));
  const found = questionsOf({ questions } as unknown as HomeState, "page-1");
  assert.deepEqual(
    found.map((one) => one.conversation),
    ["page-1", "page-1.7"],
  );
});
