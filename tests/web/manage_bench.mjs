// SPDX-License-Identifier: Apache-2.0
// How long the manager waits, in a mall with 24 counters, 20 kiosks and 900 numbers: a refresh of the page Now, in the service and with
// drawing; a sign-in; and a catalogue's way to all kiosks. By hand: tests/web/run DIR manage_bench.mjs

import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { Mall, Terminal, eventually } from "./mall.mjs";

const password = "sebuah kata sandi";
const kiosksWanted = 20;
const numbersWanted = 900;
const marks = [..."123456789ABCDEFGHJKLMNPRSTUVWY"];

function told(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${name}: median ${at(0.5)} ms, 95 % below ${at(0.95)} ms, worst ${at(1)} ms (${times.length} times)`);
}

async function timed(count, action) {
  const times = [];
  for (let i = 0; i < count; ++i) {
    const before = performance.now();
    await action();
    times.push(performance.now() - before);
  }
  return times;
}

test("What a manager waits for", async () => {
  const mall = await Mall.open({ counters: Array.from({ length: 24 }, (_, i) => String(i + 1)) });
  const kiosks = [await mall.kiosk()];
  for (let i = 1; i < kiosksWanted; ++i) {
    mall.ctl(["terminal", "enrol", "SITE", "kiosk", `kiosk-${i + 1}`, "--mark", marks[i], "--service", "127.0.0.1:1"]);
    const kiosk = new Terminal(mall, `kiosk-${i + 1}`);
    await kiosk.hello();
    kiosks.push(kiosk);
  }
  const officers = [];
  for (let counter = 1; counter <= 24; ++counter) officers.push(await mall.officer(String(counter)));
  const site = JSON.parse(execFileSync("curl", ["-sf", `${mall.address}/api/v1/site`], { maxBuffer: 1 << 24 }));
  const services = site.agencies.flatMap((agency) => agency.services).map((service) => service.id);
  let taken = 0;
  for (let i = 0; taken < numbersWanted && i < 3 * numbersWanted; ++i) {
    try {
      await kiosks[i % kiosksWanted].take(services[i % services.length]);
      ++taken;
    } catch { /* a quota is full */ }
  }
  mall.ctl(["officer", "set", "SITE", "sari", "--role", "manager"]);
  mall.ctl(["officer", "password", "SITE", "sari"], `${password}\n`);

  const post = (path, body, cookie = "") => fetch(`${mall.address}/manage/api/${path}`, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", cookie } });
  let session;
  told("sign-in", await timed(10, async () => { session = await post("signin", { id: "sari", password }); }));
  const cookie = session.headers.get("set-cookie").split(";")[0];
  const { csrf } = await session.json();
  let bytes = 0;
  told(`the service's answer for Now, ${taken} numbers`, await timed(100, async () => {
    bytes = (await (await fetch(`${mall.address}/manage/api/now`, { headers: { cookie } })).arrayBuffer()).byteLength;
  }));
  console.log(`one answer: ${(bytes / 1000).toFixed(0)} kB`);

  const arrivals = kiosks.map((kiosk) => new Promise((resolve) => kiosk.socket.on("message", (frame) => /cataloguePublished/.test(frame) && resolve(performance.now()))));
  await post("catalogue/change", { csrf, changes: [{ path: ["site", "waitingMax"], value: 2000 }] }, cookie);
  const before = performance.now();
  await post("catalogue/publish", { csrf, reason: "measured" }, cookie);
  told(`a catalogue's way to ${kiosksWanted} kiosks`, (await Promise.all(arrivals)).map((at) => at - before));

  const browser = await chromium.launch({ executablePath: process.env.ANTRE_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const real = globalThis.fetch;
    globalThis.refreshes = [];
    globalThis.fetch = async (path, ...rest) => {
      const at = performance.now();
      const response = await real(path, ...rest);
      if (String(path).includes("/now")) {
        const { json } = response;
        // From asking to the next picture on the screen.
        response.json = async () => { const value = await json.call(response); requestAnimationFrame(() => requestAnimationFrame(() => refreshes.push(performance.now() - at))); return value; };
      }
      return response;
    };
  });
  await page.goto(`${mall.address}/manage`);
  await page.fill("input[name=id]", "sari");
  await page.fill("input[name=password]", password);
  await page.click("button.yellow");
  const refreshes = await eventually("the page has refreshed ten times", async () => {
    await kiosks[0].take(services[0]).catch(() => {});
    const all = await page.evaluate(() => globalThis.refreshes);
    return all.length >= 10 && all;
  }, 60_000);
  told("a refresh of the page, asked to drawn", refreshes);
  await browser.close();
  for (const one of [...kiosks, ...officers]) one.close();
  await mall.close();
});
