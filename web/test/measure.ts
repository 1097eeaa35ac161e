// Measures the page against a running daemon; prints one line of JSON for bench/page.py:
//   node measure.cjs ADDRESS-WITH-TOKEN SWITCH TAPS     milliseconds from the press on a switch until the page shows what
//                                                       the device has confirmed, frames drawn a second, bytes
//   node measure.cjs ADDRESS-WITH-TOKEN open            keeps the page open until it is told to end
// SWITCH is the name of a switch or light on the page.
import { gzipSync } from "node:zlib";

import { openBrowser, Tab } from "./browser";

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}

async function weigh(address: string): Promise<{ bytes: number; gzip_bytes: number }> {
  let bytes = 0,
    gzip_bytes = 0;
  for (const name of ["", "main.js", "page.css", "icon.svg"]) {
    const content = Buffer.from(await (await fetch(new URL(name, address))).arrayBuffer());
    bytes += content.length;
    gzip_bytes += gzipSync(content, { level: 9 }).length;
  }
  return { bytes, gzip_bytes };
}

/** Milliseconds from a click until the switch shows the other state and nothing is on its way. */
async function taps(tab: Tab, name: string, count: number): Promise<number[]> {
  const found = tab.page.getByRole("switch", { name: new RegExp(name) }).first();
  const took: number[] = [];
  for (let i = 0; i < count; ++i) {
    took.push(
      await found.evaluate(
        (button: HTMLElement) =>
          new Promise<number>((done) => {
            const tile = button.closest(".tile")!;
            const before = button.getAttribute("aria-checked");
            const begun = performance.now();
            const over = () => {
              if (button.getAttribute("aria-checked") === before || tile.classList.contains("pending")) return;
              watcher.disconnect();
              done(performance.now() - begun);
            };
            const watcher = new MutationObserver(over);
            watcher.observe(tile, { attributes: true, subtree: true });
            button.click();
          }),
      ),
    );
    await tab.page.waitForTimeout(150);
  }
  return took.sort((a, b) => a - b);
}

async function frames(tab: Tab, seconds: number): Promise<{ frames_a_second: number; frame_p99_ms: number }> {
  await tab.page.locator("hearth-graph").scrollIntoViewIfNeeded();
  const gaps = await tab.page.evaluate(
    (ms) =>
      new Promise<number[]>((done) => {
        const all: number[] = [];
        const begun = performance.now();
        let last = begun;
        const step = (now: number) => {
          all.push(now - last);
          last = now;
          if (now - begun < ms) requestAnimationFrame(step);
          else done(all.slice(1));
        };
        requestAnimationFrame(step);
      }),
    seconds * 1000,
  );
  gaps.sort((a, b) => a - b);
  return { frames_a_second: gaps.length / seconds, frame_p99_ms: quantile(gaps, 0.99) };
}

async function measure(tab: Tab, address: string, name: string, count: number): Promise<void> {
  const weight = await weigh(address);
  await taps(tab, name, 5); // warm
  const took = await taps(tab, name, count);
  const drawn = await frames(tab, 10);
  const shown = (await tab.page.locator("hearth-graph header p").textContent())?.trim() ?? "";
  const tap = { tap_p50_ms: quantile(took, 0.5), tap_p99_ms: quantile(took, 0.99), taps: count };
  console.log(JSON.stringify({ ...weight, ...tap, ...drawn, shown, complaints: tab.complaints }));
}

async function main(address: string, name: string, count: number): Promise<void> {
  const browser = await openBrowser();
  try {
    const tab = await Tab.open(browser, address, { width: 1440 });
    await tab.live();
    if (name !== "open") return await measure(tab, address, name, count);
    console.log(JSON.stringify({ open: true }));
    await new Promise((ended) => process.stdin.resume().on("end", ended));
    console.log(JSON.stringify({ complaints: tab.complaints }));
  } finally {
    await browser.close();
  }
}

const [address, name = "open", count = "100"] = process.argv.slice(2);
if (address === undefined) {
  console.error("usage: measure ADDRESS-WITH-TOKEN SWITCH TAPS, or ADDRESS-WITH-TOKEN open");
  process.exit(2);
}
void main(address, name, Number(count));
