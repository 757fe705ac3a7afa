import { openStore } from "@yuanbiao/db/open";
import { chromium } from "playwright-core";
import { findChromium } from "../support/chromium.ts";
import { fill } from "./fill.ts";
import { median, start } from "./processes.ts";
import { national } from "./synthetic.ts";

const frames = 300;
const pixels = 180;

/** Scrolls the matrix of 2 500 parks × 46 indicators and tells how long its frames were, in milliseconds. */
export async function matrixFrames(folder: string): Promise<{ cells: number; median: number; longest: number }> {
  const store = await openStore({ dataDir: folder });
  await fill(store, { ...national, years: 0 });
  await store.close();
  const server = await start("ours.ts", [folder]);
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: await findChromium(), args });
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const [name = "", value = ""] = server.cookie.split("=", 2);
  await page.context().addCookies([{ name, value, url: server.origin }]);
  await page.goto(server.origin);
  const grid = page.getByRole("grid");
  await grid.waitFor({ timeout: 120_000 });
  await grid.scrollIntoViewIfNeeded();
  const times = await grid.evaluate(
    (element, { frames, pixels }) =>
      new Promise<number[]>((resolve) => {
        const lengths: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          lengths.push(now - last);
          last = now;
          element.scrollTop += pixels;
          if (lengths.length < frames) requestAnimationFrame(step);
          else resolve(lengths);
        };
        requestAnimationFrame(step);
      }),
    { frames, pixels },
  );
  await browser.close();
  await server.stop();
  const counted = times.slice(5);
  return {
    cells: national.parks * national.indicators,
    median: Math.round(median(counted)),
    longest: Math.round(Math.max(...counted)),
  };
}
