import type { Page } from "playwright-core";

const han = /\p{Script=Han}/u;
/** How the names of the tests' accounts begin (signed-in.ts): a person's name is not translated. */
const peoplesNames = "测试 ";

/** What an English page says in Chinese, opened out in full: proper names of sources are marked as Chinese and left out. */
export async function chineseIn(page: Page): Promise<string[]> {
  const more = page.getByRole("button", { name: /^Show all/ }).first();
  while ((await more.count()) > 0) await more.dispatchEvent("click");
  const texts = await page.evaluate(() => {
    const found = [document.title];
    const spoken = ["title", "aria-label", "placeholder", "data-head"];
    const isOriginal = (element: Element | null) => element?.closest('[lang="zh-CN"], noscript') !== null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Element) {
        if (!isOriginal(node)) found.push(...spoken.map((name) => node.getAttribute(name) ?? ""));
      } else if (!isOriginal(node.parentElement)) found.push(node.textContent ?? "");
    }
    return found;
  });
  return texts.filter((text) => han.test(text) && !text.includes(peoplesNames));
}
