// A page of ours with other content: the frame, style, modules and headers that the desk
// gives, around the markup of a test. For what a module does, whichever screen it is on.

import { open } from "./harness.mjs";

/**
 * Opens a page with this in its `main`. With `app`, its frame is that of a page with the app,
 * for which `pressed` stands in. Other options are those of `open`.
 */
export async function openWith(main, { app = false, before, ...options } = {}) {
  const opened = await open(options);
  const { context, page, origin } = opened;
  await context.route("**/proef/", async (route) => {
    const response = await route.fetch({ url: `${origin}/privacy/` });
    const body = (await response.text())
      .replace(/(<main[^>]*>).*?(?=<\/main>)/s, (_, tag) => tag + main)
      .replace('id="aloud"', app ? 'id="aloud" data-do="aloud"' : 'id="aloud"');
    const { "content-encoding": packed, "content-length": length, ...headers } = response.headers();
    await route.fulfill({ status: 200, headers, body });
  });
  if (before) await context.addInitScript(before);
  await page.goto("/proef/");
  return opened;
}

/** Asks as the app does to have the screen read aloud: on the root, and in an event. */
export const askAloud = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.aloud = "true";
    dispatchEvent(new Event("wijkdeur-aloud"));
  });

/** From now on a press on `data-do` asks at once, as in the app: by `take`, if it is there. */
export const likeTheApp = (page) =>
  page.evaluate(() => document.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-do]")?.dataset.do;
    if (name === "aloud") {
      document.documentElement.dataset.aloud = "true";
      dispatchEvent(new Event("wijkdeur-aloud"));
    } else if (name) {
      globalThis.take?.(name);
    }
  }));
