import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { listenOnLoopback, type Served, type ServeOptions, serve, today } from "./served.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Without a locale Chromium cannot write the name of a Chinese file. */
const speaking = { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };

export interface OpenOptions {
  readonly width?: number;
  readonly language?: "zh-CN" | "en";
  /** Who opens it; the reader of what is public unless it is said. */
  readonly cookie?: string;
  /** Runs in the page before anything of it. */
  readonly before?: () => void;
}

/** A real browser before a real server on loopback with the shipped data. */
export interface Browsing {
  readonly served: Served;
  readonly origin: string;
  /** Opens an address in a window of its own and waits until it has drawn its heading. */
  open(address: string, options?: OpenOptions): Promise<Watched>;
  close(): Promise<void>;
}

/** A page, and everything that it complained of. */
export interface Watched {
  readonly page: Page;
  readonly complaints: string[];
  close(): Promise<void>;
}

async function watch(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error" || line.type() === "warning") complaints.push(line.text());
  });
  return { page, complaints, close: () => context.close() };
}

export async function browse(options: ServeOptions = {}): Promise<Browsing> {
  const served = await serve(options);
  const server = await listenOnLoopback(served);
  const browser: Browser = await chromium.launch({ executablePath: await findChromium(), args: flags, env: speaking });
  return {
    served,
    origin: server.origin,
    async open(address, { width = 1440, language = "zh-CN", cookie = served.cookie, before } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: width < 500 ? 812 : 1000 },
        locale: language,
      });
      // The page's day is the server's, whenever the test is run; time passes as it does outside.
      await context.clock.install({ time: (options.clock ?? (() => today))() });
      const [name = "", value = ""] = cookie.split("=", 2);
      await context.addCookies([{ name, value, url: server.origin, httpOnly: true, sameSite: "Strict" }]);
      const watched = await watch(context);
      watched.page.setDefaultTimeout(20_000);
      if (before !== undefined) await watched.page.addInitScript(before);
      const url = new URL(address, server.origin);
      if (language === "en") url.searchParams.set("lang", "en");
      await watched.page.goto(url.href);
      await watched.page.locator("h1, [role=alert]").first().waitFor();
      await watched.page.waitForLoadState("networkidle");
      return watched;
    },
    async close() {
      await browser.close();
      await server.close();
      await served.close();
    },
  };
}
