// Takes pictures of the page on the mock home in every width and light:  node look.cjs FOLDER-OF-THE-BUILT-PAGE
import { bustle, MockServer } from "../mock/server";
import { openBrowser, picture, Tab } from "./browser";

async function main(folder: string): Promise<void> {
  const server = new MockServer(folder);
  await server.start(0);
  const { house } = server;
  house.say("which lights are on", "x");
  house.say("dim the living room lights to 40 percent", "x");
  house.act(10, "on_off", true, "x");
  house.say("set a timer for 5 minutes", "x");
  house.announce("Your pasta timer is done.");
  const stop = bustle(house, 60);
  const browser = await openBrowser();
  for (const dark of [false, true]) {
    for (const width of [390, 768, 1440]) {
      const tab = await Tab.open(browser, `${server.address}#token=${server.token}`, { width, dark, height: 900 });
      await tab.live();
      const { page } = tab;
      await page.getByRole("textbox", { name: "Say something" }).fill("turn on the lamp");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "the desk lamp" }).first().waitFor();
      await page.getByRole("button", { name: "Unlock Front door" }).click();
      await page.getByText("Should I unlock").first().waitFor();
      await page.getByRole("button", { name: /^Why: Anna said .dim the living/ }).click();
      await page.getByText("Evidence").waitFor();
      await page.locator("hearth-graph").scrollIntoViewIfNeeded();
      await page.waitForTimeout(2600);
      await picture(page, `engine-${width}-${dark ? "dark" : "light"}`, false);
      await page.evaluate(() => window.scrollTo(0, 0));
      await picture(page, `page-${width}-${dark ? "dark" : "light"}`);
      await picture(page, `top-${width}-${dark ? "dark" : "light"}`, false);
      for (const complaint of tab.complaints) console.error(`${width}: ${complaint}`);
      await tab.close();
    }
  }
  await browser.close();
  stop();
  await server.stop();
}

void main(process.argv[2] ?? "dist").then(() => process.exit(0));
