// Builds the page: token, client, store, session, and the element that shows them.

import { Client } from "./api/client";
import { browser } from "./api/live_socket";
import { forgetToken, keepToken, takeToken } from "./api/token";
import { Session } from "./session/session";
import { HouseWatch } from "./session/watch_house";
import { frame, Store } from "./store/store";
import { houseClock } from "./view/house_clock";
import type { Page } from "./view/page";
import "./view/page";

/** One exchange a tab, the same after a reload; two tabs that were one share it, which does no harm. */
function conversationOf(storage: Storage): string {
  const KEY = "hearth.conversation";
  const fresh = `page-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
  try {
    const kept = storage.getItem(KEY);
    if (kept !== null && /^page-[\d-]{3,40}$/.test(kept)) return kept;
    storage.setItem(KEY, fresh);
  } catch {
    // A browser that keeps nothing: a new exchange at each load.
  }
  return fresh;
}

function storageOf(name: "localStorage" | "sessionStorage"): Storage {
  try {
    return window[name];
  } catch {
    const refuse = () => {
      throw new Error("no storage");
    };
    return { getItem: refuse, setItem: refuse, removeItem: refuse } as unknown as Storage;
  }
}

const kept = storageOf("localStorage");
const token = takeToken(location, history, kept);
const store = new Store(frame);
const client = new Client(token ?? "");
const stream = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/v1/live`;
const keeper = { keep: (text: string) => keepToken(text, kept), forget: () => forgetToken(kept) };
const session = new Session(
  store,
  client,
  token,
  conversationOf(storageOf("sessionStorage")),
  browser,
  keeper,
  stream,
);
const house = new HouseWatch(store, client, () => document.hidden);

let phase = "";
store.watch(() => {
  const { state } = store;
  houseClock.ahead = state.ahead;
  if (state.link.phase !== phase && state.link.phase === "live") house.health();
  phase = state.link.phase;
  document.title = state.home === null ? "Hearth" : `${state.home.name} · Hearth`;
});
window.addEventListener("online", () => session.retryNow());
window.addEventListener("hashchange", () => {
  const entered = takeToken(location, history, kept);
  if (entered !== null && store.state.link.phase === "locked") session.useToken(entered);
});

const page = document.querySelector<Page>("hearth-page")!;
page.house = house;
page.session = session;
house.start((ms, deed) => window.setInterval(deed, ms));
session.start();
