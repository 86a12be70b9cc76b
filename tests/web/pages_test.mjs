// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { Mall, eventually, pause, source, start } from "./mall.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const chrome = process.env.ANTRE_CHROMIUM ?? "/usr/bin/chromium";
const sizes = { small: { width: 360, height: 740 }, phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const service = "/s/dpmptsp.nib";
const passport = "imigrasi.paspor-baru"; // takes visitors by appointment
let mall, kiosk, officer, front, address, browser;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Publishes the mall's pages as in the hall: by nginx. */
async function publish(mall) {
  const [https, http] = [await freePort(), await freePort()];
  const address = `https://127.0.0.1:${https}`;
  const front = await start(join(source, "packaging/nginx/private"),
    [join(mall.folder, "front"), `127.0.0.1:${mall.ports.web}`, `127.0.0.1:${https}`, `127.0.0.1:${http}`],
    () => { try { execFileSync("curl", ["-skf", `${address}/healthz`]); return true; } catch { return false; } });
  return { address, front };
}

before(async () => {
  mall = await Mall.open();
  kiosk = await mall.kiosk();
  officer = await mall.officer("1");
  for (let i = 0; i < 4; ++i) await kiosk.take("dpmptsp.nib");
  ({ address, front } = await publish(mall));
  browser = await chromium.launch({ executablePath: chrome, args: ["--no-sandbox", "--ignore-certificate-errors"] });
});

after(async () => {
  await browser?.close();
  front?.child.kill();
  await front?.ended;
  kiosk?.close();
  officer?.close();
  await mall?.close();
});

/** A phone of its own, that complains of everything that its pages complain of. */
async function phone(settings = {}, own = address) {
  const context = await browser.newContext({ viewport: sizes.phone, ignoreHTTPSErrors: true, ...settings });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  page.on("request", (request) => request.url().startsWith(own) || request.url().includes("//127.0.0.1:")
    || page.complaints.push(`asked elsewhere: ${request.url()}`));
  return page;
}

async function picture(page, name) {
  if (process.env.ANTRE_PICTURES) await page.screenshot({ path: join(process.env.ANTRE_PICTURES, `${name}.png`) });
}

async function takesNumber(page) {
  await page.goto(address + service);
  await page.click("button.yellow");
  await page.waitForURL("**/t/*");
  return page.url();
}

test("A visitor finds a service by typing, takes a number and is called", async () => {
  const page = await phone();
  await page.goto(address);
  await page.fill("#q", "nib");
  await page.waitForSelector(`#found a[href="${service}"]`);
  await picture(page, "search");
  await page.click(`#found a[href="${service}"]`);
  await page.click("button.yellow");
  await page.waitForURL("**/t/*");
  const number = await page.textContent(".number");
  assert.match(number, /^A\d{3}$/);
  await page.click("[data-sound]");
  const ahead = () => page.textContent("[data-part=ahead]");
  assert.equal((await ahead()).trim(), "4 orang di depan Anda");
  await picture(page, "ticket");
  await officer.callNext();
  await eventually("the place moves without a touch", async () => (await ahead()).trim() === "3 orang di depan Anda");
  await eventually("the age is told", async () => /Diperbarui/.test(await page.textContent("[data-part=age]")));
  for (let i = 0; i < 4; ++i) await officer.callNext();
  await page.waitForSelector("body.turn");
  assert.equal((await page.textContent(".counter")).trim(), "1");
  assert.match(await page.title(), /^● A/);
  await picture(page, "your-turn");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("Who leaves the queue or lets others go first takes it back with a touch", async () => {
  const page = await phone();
  await page.goto(address + service);
  await page.click("button.yellow");
  await page.waitForURL("**/t/*");
  const ticket = page.url();
  for (let i = 0; i < 2; ++i) await kiosk.take("dpmptsp.nib");
  const ahead = async () => Number(/^\d+/.exec((await page.textContent("[data-part=ahead]")).trim())?.[0] ?? 0);
  const before = await ahead();
  await page.click(".later summary");
  await picture(page, "let-go-first");
  await page.click("button[name=places][value='1']");
  await eventually("one went first", async () => (await ahead()) === before + 1);
  await picture(page, "gone-first");
  await page.click("form[action*='/back'] button");
  await eventually("the place is back", async () => (await ahead()) === before);
  await page.click(".age summary");
  await page.click("text=Ya, batalkan nomor saya");
  await page.waitForSelector("[data-state=cancelled]");
  await picture(page, "left");
  await page.click("form[action*='/rejoin'] button");
  await page.waitForSelector("[data-state=waiting]");
  assert.equal(await ahead(), before);
  await page.goto(address);
  assert.equal(await page.getAttribute("a.own", "href"), new URL(ticket).pathname);
  await picture(page, "own");
  await page.goto(address + service);
  assert.equal(await page.isVisible("button.yellow"), false); // one phone, one number a line
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("A visitor reserves a time, keeps the code and gives it back", async () => {
  const page = await phone();
  await page.goto(`${address}/s/${passport}`);
  await picture(page, "service-by-appointment");
  await page.click(`a[href='/times/${passport}']`);
  await picture(page, "times");
  await page.click("button[name=slot]:not([disabled]) >> nth=-1");
  await page.waitForURL("**/r/*");
  await page.waitForSelector("svg.qr");
  await page.screenshot({ path: join(process.env.ANTRE_PICTURES ?? mall.folder, "reservation.png"), fullPage: true });
  const code = new URL(page.url()).pathname.slice(3);
  assert.equal((await page.textContent("code")).trim(), code);
  assert.equal(await page.isVisible("[data-print]"), true);
  const saving = page.waitForEvent("download");
  await page.click("a[download]");
  assert.equal(readFileSync(await (await saving).path()).subarray(1, 4).toString(), "PNG");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible("details"), false);
  assert.equal(await page.isVisible("svg.qr"), true);
  if (process.env.ANTRE_PICTURES) await page.pdf({ path: join(process.env.ANTRE_PICTURES, "reservation.pdf"), format: "A5" });
  await page.emulateMedia({ media: "screen" });
  await page.goto(address);
  assert.equal(await page.getAttribute("a.own", "href"), `/r/${code}`);
  await page.click("a.own");
  await page.click("summary");
  await page.click("text=Ya, batalkan janji temu saya");
  await page.waitForSelector("text=Janji temu ini sudah dibatalkan");
  await picture(page, "reservation-cancelled");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("Where numbers are for who is here the hall's code opens the way, and an old one doesn't", async () => {
  const catalogue = JSON.parse(readFileSync(join(source, "resources/catalogue/mpp-bengkulu.json"), "utf8"));
  catalogue.site.phones = { onDisplays: true, onlyHere: true };
  const file = join(mall.folder, "only-here.json");
  writeFileSync(file, JSON.stringify(catalogue));
  const strict = await Mall.open({ catalogue: file, counters: [] });
  const { address: own, front: ownFront } = await publish(strict);
  try {
    const page = await phone({}, own);
    await page.goto(own + service);
    assert.equal(await page.isVisible("button.yellow"), false);
    await picture(page, "only-here");
    await page.goto(own + strict.hallCode("display-1", 9));
    await page.waitForSelector("text=Kode ini sudah lama");
    await picture(page, "old-code");
    await page.goto(own + strict.hallCode("display-1"));
    assert.equal(page.url(), `${own}/`);
    await page.goto(own + service);
    await page.click("button.yellow");
    await page.waitForURL("**/t/*");
    await page.context().close();
  } finally {
    ownFront.child.kill();
    await ownFront.ended;
    await strict.close();
  }
});

test("All of it works without scripts", async () => {
  const page = await phone({ javaScriptEnabled: false });
  await page.goto(address);
  await page.fill("#q", "nib");
  await page.press("#q", "Enter");
  await page.click(`#found a[href="${service}"]`);
  await page.focus("input[value=elderly]");
  await page.keyboard.press("Space");
  await page.click("button.yellow");
  await page.waitForURL("**/t/*");
  assert.match(await page.textContent(".number"), /^A\d{3}$/);
  await page.click(".age summary");
  await page.click("text=Ya, batalkan nomor saya");
  await page.waitForSelector("[data-state=cancelled]");
  await page.context().close();
});

test("A ticket stays visible without network, says so, and comes back by itself", async () => {
  const page = await phone();
  await takesNumber(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  const number = await page.textContent(".number");
  await page.context().setOffline(true);
  await page.reload();
  assert.equal(await page.textContent(".number"), number);
  await eventually("the page says how old it is", async () => /tanpa jaringan/.test(await page.textContent("[data-part=age]")));
  await picture(page, "offline");
  await page.context().setOffline(false);
  await eventually("it is told again", async () => /baru saja|detik lalu/.test(await page.textContent("[data-part=age]")));
  await page.context().close();
});

test("Nobody is locked out: every page in every theme, for axe-core", async () => {
  const ticket = await phone();
  const url = new URL(await takesNumber(ticket)).pathname;
  await ticket.goto(`${address}/times/${passport}`);
  await ticket.click("button[name=slot]:not([disabled])");
  await ticket.waitForURL("**/r/*");
  const reservation = new URL(ticket.url()).pathname;
  await ticket.context().close();
  const pages = ["/", "/a/dpmptsp", service, `/s/${passport}`, `/times/${passport}`, reservation, "/r/AAAAAAAAAAAAAAAAAAAAAA", "/search?q=ktp", "/search?q=zzzz", url, "/t/unknown", "/nowhere"];
  for (const theme of ["lang=id&text=normal&contrast=normal", "lang=en&text=large&contrast=normal", "lang=id&text=large&contrast=high"]) {
    const page = await phone({ viewport: sizes.small });
    await page.goto(`${address}/?${theme}`);
    await page.addInitScript({ path: axe });
    for (const path of pages) {
      await page.goto(address + path);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${path} ${theme} ${id} ${nodes[0].html}`), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${path} with ${theme} is ${wide} px too wide`);
      const small = await page.evaluate(() => [...document.querySelectorAll("main a, main button, nav a, summary, fieldset label")]
        .filter((key) => key.getClientRects().length && key.getBoundingClientRect().height < 44).map((key) => key.outerHTML.slice(0, 80)));
      assert.deepEqual(small, [], `keys too small on ${path}`);
      await picture(page, `${path.replaceAll(/\W+/g, "-").slice(1, 18) || "home"}-${theme.replaceAll(/\w+=/g, "").replaceAll("&", "-")}`);
    }
    await page.context().close();
  }
});

test("The first page is small and soon there on a slow phone", async () => {
  const page = await phone();
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 200, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  await line.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let bytes = 0;
  line.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(address, { waitUntil: "load" });
  await pause(1500);
  const { usable, loaded } = await page.evaluate(() => {
    const [way] = performance.getEntriesByType("navigation");
    return { usable: performance.getEntriesByName("first-contentful-paint")[0].startTime, loaded: way.loadEventEnd };
  });
  console.log(`first page: ${(bytes / 1000).toFixed(1)} kB over the wire, readable after ${usable.toFixed(0)} ms, all there after ${loaded.toFixed(0)} ms`
    + " (400 kbit/s, 200 ms, processor a quarter as fast)");
  assert.ok(bytes > 5_000 && bytes < 60_000, `${bytes} bytes`);
  await page.context().close();
});
