// Measures the page against a running daemon, in words for docs/performance.md:
//   node measure.cjs ADDRESS-WITH-TOKEN [SWITCH] [TAPS]
// From the press on a switch until the page shows what the device has confirmed; the frames that it draws; what it
// weighs. SWITCH is the name of a switch or light on the page.
import { gzipSync } from "node:zlib";

import { openBrowser, Tab } from "./browser";

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}

async function weigh(address: string): Promise<string> {
  let plain = 0,
    packed = 0;
  for (const name of ["", "main.js", "page.css", "icon.svg"]) {
    const bytes = Buffer.from(await (await fetch(new URL(name, address))).arrayBuffer());
    plain += bytes.length;
    packed += gzipSync(bytes, { level: 9 }).length;
  }
  return `page: ${plain} bytes, ${packed} with gzip`;
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

async function frames(tab: Tab, seconds: number): Promise<string> {
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
  const slow = `p99 ${quantile(gaps, 0.99).toFixed(0)} ms, longest ${gaps.at(-1)!.toFixed(0)} ms`;
  return `frames: ${(gaps.length / seconds).toFixed(1)} a second, ${slow}`;
}

async function main(address: string, name: string, count: number): Promise<void> {
  const browser = await openBrowser();
  const tab = await Tab.open(browser, address, { width: 1440 });
  await tab.live();
  console.log(await weigh(address));
  await taps(tab, name, 5); // warm
  const took = await taps(tab, name, count);
  const [p50, p99] = [quantile(took, 0.5).toFixed(0), quantile(took, 0.99).toFixed(0)];
  console.log(`tap to confirmed: p50 ${p50} ms, p99 ${p99} ms, ${count} taps on ${name}`);
  const rate = await tab.page.locator("hearth-graph header p").textContent();
  console.log(`${await frames(tab, 10)}, with ${rate?.trim() || "the graph in sight"}`);
  for (const complaint of tab.complaints) console.log(`complaint: ${complaint}`);
  await browser.close();
}

const [address, name = "TV", count = "100"] = process.argv.slice(2);
if (address === undefined) {
  console.error("usage: measure ADDRESS-WITH-TOKEN [SWITCH] [TAPS]");
  process.exit(2);
}
void main(address, name, Number(count));
