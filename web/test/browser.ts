// Opens the page in the system's Chromium as a person would, and watches that it behaves: nothing on the console, and
// not one request to anybody but the daemon.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Where the browser is: HEARTH_CHROMIUM, else where distributions put it; null when there is none. */
export function chromiumPath(): string | null {
  const named = process.env["HEARTH_CHROMIUM"];
  return named ?? PLACES.find((path) => existsSync(path)) ?? null;
}

export type { Browser };

export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("no Chromium here; tools/setup test installs it");
  // Chromium's own sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...sandbox, "--disable-dev-shm-usage"] });
}

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
  calm?: boolean;
}

/** One tab with what it complained of. While `absent` is true a daemon that cannot be reached is no complaint. */
export class Tab {
  readonly complaints: string[] = [];
  absent = false;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly address: string,
  ) {
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      const network = /net::ERR_|WebSocket connection to|Failed to load resource/.test(message.text());
      if (!(this.absent && network)) this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    const host = new URL(this.address).host;
    const foreign = (url: string) => {
      if (!url.startsWith("data:") && new URL(url).host !== host) this.complaints.push(`a request to ${url}`);
    };
    page.on("request", (request) => foreign(request.url()));
    page.on("websocket", (socket) => foreign(socket.url()));
  }

  /** `address`: with "#token=…". */
  static async open(browser: Browser, address: string, look: Look = {}): Promise<Tab> {
    const { width = 1280, height = 900, dark = false, calm = false } = look;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: calm ? "reduce" : "no-preference",
      locale: "en-GB",
      timezoneId: "UTC",
    });
    const tab = new Tab(await context.newPage(), context, address);
    tab.page.setDefaultTimeout(15_000);
    await tab.page.goto(address);
    return tab;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  async live(): Promise<void> {
    await this.page.getByText("live", { exact: true }).waitFor();
  }
}

/** Puts pictures into the folder that HEARTH_SCREENSHOTS names; nowhere without it. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env["HEARTH_SCREENSHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage, animations: "allow" });
}
