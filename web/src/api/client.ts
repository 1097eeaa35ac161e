// Asks the daemon over HTTP. Every path is relative to the page's own address: nothing is ever asked of anyone else.

import type {
  Explanation,
  Graph,
  Health,
  HomeState,
  OpenQuestion,
  Pledge,
  Reply,
  TimelinePage,
  Value,
} from "./types";

export type Trouble = "unreachable" | "denied" | "refused" | "busy" | "slow" | "failed";

/** Why a request brought nothing: `trouble` for the program, the message for people. */
export class ApiError extends Error {
  constructor(
    readonly trouble: Trouble,
    message: string,
    readonly status = 0,
  ) {
    super(message);
  }
}

const ANSWER_MS = 10_000; // for what is only looked up
// A reply comes when the devices have done it, or have not. The daemon gives up after 80 s (answer_patience in
// src/engine/web.cc); whoever hangs up before that never hears why.
const DEED_MS = 85_000;

/** `told`: the daemon itself said so, and not a proxy in front of it or a server that has no room. */
function troubleOf(status: number, told: boolean): Trouble {
  if (status === 401 || status === 403) return "denied";
  if (status === 429 || (status === 503 && told)) return "busy";
  if (status === 503 || status === 502) return "unreachable";
  if (status === 504) return "slow";
  return status < 500 ? "refused" : "failed";
}

/** The daemon's own words for an error; null where it sent none. */
async function wordsOf(response: Response): Promise<string | null> {
  try {
    const body = (await response.json()) as { error?: { message?: string; place?: string } };
    if (body.error?.message)
      return body.error.place ? `${body.error.place}: ${body.error.message}` : body.error.message;
  } catch {
    // Not JSON: the status has to do.
  }
  return null;
}

export interface Place {
  conversation: string;
  area?: string;
}

export class Client {
  /** `fetching`: the browser's fetch, or a test's. */
  constructor(
    private token: string,
    private readonly fetching: typeof fetch = (...args) => fetch(...args),
  ) {}

  useToken(token: string): void {
    this.token = token;
  }

  state(): Promise<HomeState> {
    return this.get("/v1/state");
  }
  promises(): Promise<Pledge[]> {
    return this.get("/v1/promises");
  }
  health(): Promise<Health> {
    return this.get("/v1/health");
  }
  graph(): Promise<Graph> {
    return this.get("/v1/graph");
  }
  why(id: number): Promise<Explanation> {
    return this.get(`/v1/why?id=${id}`);
  }

  timeline(before: number | null, limit: number): Promise<TimelinePage> {
    return this.get(`/v1/timeline?limit=${limit}${before === null ? "" : `&before=${before}`}`);
  }

  say(text: string, place: Place): Promise<Reply> {
    return this.post("/v1/say", { text, ...place });
  }

  answer(choice: string, place: Place): Promise<Reply> {
    return this.post("/v1/answer", { choice, ...place });
  }

  act(entity: number, capability: string, value: Exclude<Value, null>, place: Place): Promise<Reply> {
    return this.post("/v1/act", { entity, capability, value, ...place });
  }

  undo(plan: number, place: Place): Promise<Reply> {
    return this.post("/v1/undo", { plan, ...place });
  }

  private get<T>(path: string): Promise<T> {
    return this.ask<T>(path, { method: "GET" }, ANSWER_MS);
  }

  private post<T>(path: string, body: object): Promise<T> {
    const headers = { "Content-Type": "application/json" };
    return this.ask<T>(path, { method: "POST", body: JSON.stringify(body), headers }, DEED_MS);
  }

  private async ask<T>(path: string, request: RequestInit, ms: number): Promise<T> {
    const signal = AbortSignal.timeout(ms);
    const headers = { ...request.headers, Authorization: `Bearer ${this.token}` };
    let response: Response;
    try {
      response = await this.fetching(path, { ...request, headers, signal, cache: "no-store", redirect: "error" });
      if (response.ok) return (await response.json()) as T;
    } catch (error) {
      if (signal.aborted) throw new ApiError("slow", `no answer within ${ms / 1000} seconds`);
      throw new ApiError(
        "unreachable",
        error instanceof SyntaxError ? "an answer broke off" : "Hearth does not answer",
      );
    }
    const { status } = response;
    const words = await wordsOf(response);
    throw new ApiError(troubleOf(status, words !== null), words ?? `the daemon answered ${status}`, status);
  }
}

/** The questions that this page may answer: those of its own conversations. */
export function questionsOf(state: HomeState, conversation: string): OpenQuestion[] {
  return state.questions.filter(
    (question) => question.conversation === conversation || question.conversation.startsWith(`${conversation}.`),
  );
}
