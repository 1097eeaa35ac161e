// The page in a real browser on the real daemon, broker and devices: what issue after issue promises a person at it.
import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { after, afterEach, before, test } from "node:test";

import { type Browser, chromiumPath, type Look, openBrowser, picture, Tab } from "../../web/test/browser";

const skip = chromiumPath() === null ? "no Chromium here; tools/setup test installs it" : false;
const LOCK = "demo/front_door_lock";
const PATIENCE = { timeout: 30_000 };

/** The home that page_home.py keeps, with everything in it. */
class RealHome {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: Interface;
  private readonly waiting: ((line: string) => void)[] = [];
  private ended = false;

  constructor(script: string) {
    this.process = spawn("python3", [script]);
    this.process.stderr.pipe(process.stderr);
    this.lines = createInterface(this.process.stdout);
    this.lines.on("line", (line) => {
      if (line.startsWith("{")) this.waiting.shift()?.(line);
      else console.log(line);
    });
    this.process.on("exit", () => {
      this.ended = true;
      for (const one of this.waiting.splice(0)) one('{"error": "page_home.py ended"}');
    });
  }

  async ask<T = null>(deed: string, more: Record<string, unknown> = {}): Promise<T> {
    if (this.ended) throw new Error("page_home.py has ended");
    const answered = new Promise<string>((answer) => this.waiting.push(answer));
    this.process.stdin.write(`${JSON.stringify({ do: deed, ...more })}\n`);
    const answer = JSON.parse(await answered) as { ok: T; error?: string };
    if (answer.error !== undefined) throw new Error(`${deed}: ${answer.error}`);
    return answer.ok;
  }

  async end(): Promise<void> {
    if (this.ended) return;
    const exited = new Promise((over) => this.process.on("exit", over));
    this.process.stdin.end();
    await exited;
  }
}

let browser: Browser;
let home: RealHome;
let address: string;
let tabs: Tab[] = [];

before(async () => {
  if (skip) return;
  home = new RealHome(process.env["HEARTH_PAGE_HOME"] ?? `${__dirname}/page_home.py`);
  address = await home.ask<string>("begin");
  browser = await openBrowser();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await home.end();
});
afterEach(async () => {
  for (const tab of tabs) await tab.close();
  tabs = [];
});

async function visit(look: Look = {}): Promise<Tab> {
  const tab = await Tab.open(browser, address, look);
  tabs.push(tab);
  await tab.live();
  return tab;
}

function room(tab: Tab, name: string) {
  return tab.page.getByRole("region", { name, exact: true });
}

async function say(tab: Tab, text: string): Promise<void> {
  await tab.page.getByRole("textbox", { name: "Say something" }).fill(text);
  await tab.page.keyboard.press("Enter");
}

/** The newest row of the timeline that tells of `text`. */
function row(tab: Tab, text: string | RegExp) {
  return tab.page.locator("hearth-happening").filter({ hasText: text }).first();
}

function well(): void {
  for (const tab of tabs) assert.deepEqual(tab.complaints, []);
}

test("say a sentence: the lamp obeys, and the page shows it", { skip }, async () => {
  const tab = await visit();
  await say(tab, "set the desk lamp brightness to 35 percent");
  await tab.page
    .getByRole("log")
    .getByText(/35 ?(percent|%)/)
    .last()
    .waitFor();
  await room(tab, "Living room")
    .getByRole("switch", { name: /Desk lamp/ })
    .getByText("35 %")
    .waitFor();
  assert.equal(
    Math.round(await home.ask("value", { name: "Desk lamp", area: "Living room", capability: "brightness" })),
    35,
  );
  well();
});

test("tap a switch: the device is told, and undo takes it back", { skip }, async () => {
  const tab = await visit();
  const tv = room(tab, "Living room").getByRole("switch", { name: /TV/ });
  const on = (await tv.getAttribute("aria-checked")) === "true";
  await tv.click();
  await room(tab, "Living room").getByRole("switch", { name: /TV/, checked: !on }).waitFor();
  await home.ask("await_value", { name: "TV", area: "Living room", capability: "on_off", value: !on });
  const told = row(tab, /tapped: .*TV/i);
  await told.getByRole("button", { name: /^Undo/ }).click();
  await home.ask("await_value", { name: "TV", area: "Living room", capability: "on_off", value: on });
  await told.getByText("taken back").waitFor();
  await room(tab, "Living room").getByRole("switch", { name: /TV/, checked: on }).waitFor();
  well();
});

test("why: the whole chain with its evidence", { skip }, async () => {
  const tab = await visit();
  await say(tab, "turn on the kitchen light");
  const told = row(tab, "turn on the kitchen light");
  await told.getByRole("button", { name: /^Why/ }).click();
  const why = told.getByRole("region", { name: "Why" });
  await why
    .getByText(/Because you said/)
    .first()
    .waitFor();
  await why.getByText("Decided", { exact: true }).waitFor();
  await why.getByText("Heard", { exact: true }).waitFor();
  await why.getByText("Evidence", { exact: true }).waitFor();
  await told.getByRole("button", { name: /why/i }).click();
  await why.waitFor({ state: "detached" });
  well();
});

test("asking back: unlocking waits for a yes in the tile", { skip }, async () => {
  const tab = await visit();
  const hall = room(tab, "Hallway");
  await hall.getByRole("button", { name: "Unlock Front door" }).click();
  const question = hall.getByRole("group", { name: "A question about Front door" });
  await question.getByRole("button", { name: "no" }).click();
  await question.waitFor({ state: "detached" });
  assert.equal(await home.ask("last", { topic: `${LOCK}/state` }), "LOCKED");
  await hall.getByRole("button", { name: "Unlock Front door" }).click();
  await question.getByRole("button", { name: "yes" }).click();
  await hall.getByRole("button", { name: "Lock Front door", exact: true }).waitFor();
  assert.equal(await home.ask("last", { topic: `${LOCK}/state` }), "UNLOCKED");
  await hall.getByRole("button", { name: "Lock Front door", exact: true }).click();
  await hall.getByRole("button", { name: "Unlock Front door" }).waitFor();
  well();
});

test("asking back: a sentence that fits several things is settled by a button", { skip }, async () => {
  const tab = await visit();
  await say(tab, "turn everything off");
  const log = tab.page.getByRole("log");
  await log.getByRole("button", { name: "no", exact: true }).click();
  await log.getByText("All right, I won't.").waitFor();
  well();
});

test("a timer counts down on every tab, and cancelling ends it", { skip }, async () => {
  const first = await visit();
  const second = await visit({ width: 390 });
  await say(first, "set a timer for 9 minutes");
  for (const tab of [first, second]) await tab.page.getByText(/^8:[45]\d$/).waitFor();
  await second.page
    .getByRole("button", { name: /^Cancel/ })
    .first()
    .click();
  for (const tab of [first, second]) await tab.page.getByText(/^8:[45]\d$/).waitFor({ state: "detached" });
  well();
});

test("two tabs show the same, and what is done at a device", { skip }, async () => {
  const first = await visit();
  const second = await visit({ width: 390, dark: true });
  const lamp = (tab: Tab, checked: boolean) =>
    room(tab, "Living room").getByRole("switch", { name: /Ceiling light/, checked });
  const on =
    (await room(first, "Living room")
      .getByRole("switch", { name: /Ceiling light/ })
      .getAttribute("aria-checked")) === "true";
  await lamp(first, on).click();
  await lamp(second, !on).waitFor();
  await row(second, /tapped: .*ceiling light/i).waitFor();
  await lamp(second, !on).click();
  await lamp(first, on).waitFor();
  well();
});

test("kill -9 of the daemon: the page says so, and goes on when it is back", { skip }, async () => {
  const tab = await visit();
  await say(tab, "turn on the floor lamp");
  await row(tab, "turn on the floor lamp").waitFor();
  tab.absent = true;
  await home.ask("kill_daemon");
  await tab.page.getByText("Hearth does not answer.").first().waitFor();
  assert.ok(
    await room(tab, "Living room")
      .getByRole("switch", { name: /Floor lamp/ })
      .isDisabled(),
  );
  await home.ask("start_daemon");
  await tab.page.getByText("live", { exact: true }).waitFor(PATIENCE);
  tab.absent = false;
  await row(tab, "turn on the floor lamp").waitFor();
  await room(tab, "Living room")
    .getByRole("switch", { name: /Floor lamp/, checked: true })
    .click(PATIENCE);
  await room(tab, "Living room")
    .getByRole("switch", { name: /Floor lamp/, checked: false })
    .waitFor(PATIENCE);
  well();
});

test("a broker that dies and comes back is told of, and taps work again", { skip }, async () => {
  const tab = await visit();
  const doors = tab.page.getByRole("region", { name: "Doors and health" });
  await home.ask("kill_broker");
  await doors.getByText("not connected").first().waitFor(PATIENCE);
  await home.ask("start_broker");
  await doors
    .getByText("not connected")
    .first()
    .waitFor({ state: "detached", ...PATIENCE });
  const lamp = room(tab, "Living room").getByRole("switch", { name: /Desk lamp/ });
  const on = (await lamp.getAttribute("aria-checked")) === "true";
  await lamp.click(PATIENCE);
  await room(tab, "Living room")
    .getByRole("switch", { name: /Desk lamp/, checked: !on })
    .waitFor(PATIENCE);
  well();
});

test("the engine shows its nodes at work", { skip }, async () => {
  const tab = await visit();
  await tab.page.locator("hearth-graph").scrollIntoViewIfNeeded();
  await tab.page.getByRole("group", { name: "decide" }).waitFor();
  await tab.page.getByText("All figures as tables").click();
  await tab.page.getByRole("cell", { name: "Utterance" }).first().waitFor();
  well();
});

const unseen = process.env["HEARTH_SCREENSHOTS"] ? false : "HEARTH_SCREENSHOTS names no folder";

test("pictures in every width and light", { skip: skip || unseen }, async () => {
  for (const dark of [false, true]) {
    for (const width of [390, 768, 1440]) {
      const tab = await visit({ width, dark });
      await tab.page.locator("hearth-graph").scrollIntoViewIfNeeded();
      await tab.page.getByRole("group", { name: "decide" }).waitFor();
      await tab.page.evaluate(() => window.scrollTo(0, 0));
      await picture(tab.page, `home-${width}-${dark ? "dark" : "light"}`);
    }
  }
  well();
});

test("the two pictures of the README", { skip: skip || unseen }, async () => {
  const light = await visit({ width: 1440, height: 1000 });
  for (const text of ["set a timer for 12 minutes", "dim the living room lights to 40 percent"]) {
    await say(light, text);
    await row(light, text).getByRole("button", { name: /^Why/ }).waitFor();
  }
  await row(light, "dim the living room").getByRole("button", { name: /^Why/ }).click();
  await light.page.getByText("Evidence", { exact: true }).waitFor();
  await picture(light.page, "page", false);
  const dark = await visit({ width: 1440, height: 560, dark: true });
  await dark.page.locator("hearth-graph").scrollIntoViewIfNeeded();
  await dark.page.getByRole("group", { name: "decide" }).waitFor();
  await dark.page.evaluate(() => window.scrollTo(0, 1e6));
  await say(dark, "which lights are on");
  await dark.page.evaluate(() => window.scrollTo(0, 1e6));
  await dark.page.waitForTimeout(2500); // until something moves
  await picture(dark.page, "engine", false);
  well();
});
