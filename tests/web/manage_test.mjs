// SPDX-License-Identifier: Apache-2.0
// The manager's pages in Chromium, behind the real nginx configuration, in a mall that is at work.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { Mall, eventually, source, start } from "./mall.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const chrome = process.env.ANTRE_CHROMIUM ?? "/usr/bin/chromium";
const sizes = { phone: { width: 390, height: 844 }, tablet: { width: 1024, height: 768 }, desktop: { width: 1440, height: 900 } };
const password = "sebuah kata sandi";
let mall, kiosk, officers, front, address, browser;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function visitors() {
  const services = JSON.parse(execFileSync("curl", ["-sf", `${mall.address}/api/v1/site`])).agencies.map((agency) => agency.services[0].id);
  for (const [i, service] of services.entries()) for (let n = 0; n < (i * 5) % 9; ++n) await kiosk.take(service);
}

before(async () => {
  mall = await Mall.open({ counters: ["1", "2", "3", "4", "5"] });
  kiosk = await mall.kiosk();
  officers = [];
  for (const counter of ["1", "2", "3", "4"]) officers.push(await mall.officer(counter));
  await visitors();
  await officers[0].callNext();
  await officers[1].callNext();
  const printers = [{ condition: "paperLow", paper: { millimetres: 4000, slips: 32 } }];
  kiosk.socket.send(JSON.stringify({ type: "status", version: "0.1.0", clockOffset: 120, backlog: 0, unknownSlips: 1, failedSlips: 0, troubles: [], printers }));
  const [https, http] = [await freePort(), await freePort()];
  address = `https://127.0.0.1:${https}`;
  front = await start(join(source, "packaging/nginx/private"),
    [join(mall.folder, "front"), `127.0.0.1:${mall.ports.web}`, `127.0.0.1:${https}`, `127.0.0.1:${http}`],
    () => { try { execFileSync("curl", ["-skf", `${address}/healthz`]); return true; } catch { return false; } });
  browser = await chromium.launch({ executablePath: chrome, args: ["--no-sandbox", "--ignore-certificate-errors"] });
});

after(async () => {
  await browser?.close();
  front?.child.kill();
  await front?.ended;
  kiosk?.close();
  for (const officer of officers ?? []) officer.close();
  await mall?.close();
});

/** A browser of its own, that complains of everything that its page complains of. */
async function desk(settings = {}) {
  const context = await browser.newContext({ viewport: sizes.desktop, ignoreHTTPSErrors: true, ...settings });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !/40[13]/.test(message.text()) && page.complaints.push(message.text()));
  page.on("request", (request) => request.url().startsWith(address) || /^(data|blob):/.test(request.url()) || page.complaints.push(`asked elsewhere: ${request.url()}`));
  return page;
}

async function picture(page, name) {
  if (process.env.ANTRE_PICTURES) await page.screenshot({ path: join(process.env.ANTRE_PICTURES, `manage-${name}.png`), fullPage: true });
}

async function signIn(page, id = "sari") {
  await page.goto(`${address}/manage`);
  await page.fill("input[name=id]", id);
  await page.fill("input[name=password]", password);
  await page.click("button.yellow");
  await page.waitForSelector("#main[data-ready]");
}

const go = async (page, name) => {
  await page.evaluate(() => delete document.getElementById("main").dataset.ready);
  await page.click(`nav a[href="#${name}"]`);
  await page.waitForSelector("#main[data-ready]");
};

test("The first manager signs up with the code that the service shows, and there is no default password", async () => {
  const code = /with the code (\S+)/.exec(mall.words.join("\n"))[1];
  const page = await desk();
  await page.goto(`${address}/manage`);
  await picture(page, "sign-in");
  await page.fill("input[name=id]", "admin");
  await page.fill("input[name=password]", "admin");
  await page.click("button.yellow");
  await eventually("it is refused in words", async () => /tidak cocok/.test(await page.textContent(".fault")));
  await page.click("a[href='#setup']");
  await page.fill("input[name=code]", code.toLowerCase());
  await page.fill("input[name=name]", "Sari");
  await page.fill("input[name=id]", "sari");
  await page.fill("input[name=password]", password);
  await picture(page, "first-manager");
  await page.click("button.yellow");
  await page.waitForSelector("#main[data-ready]");
  assert.match(await page.textContent("h1"), /orang menunggu/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("Whoever takes a number is seen on the page without a touch, and the kiosk's troubles with what to do", async () => {
  const page = await desk();
  await signIn(page);
  const people = async () => Number(/^\d+/.exec(await page.textContent("h1"))[0]);
  const before = await people();
  await kiosk.take("dpmptsp.nib");
  await eventually("one more waits", async () => (await people()) === before + 1);
  assert.match(await page.textContent("[data-alarm=paperLow]"), /kertas menipis.*Siapkan gulungan baru/s);
  assert.match(await page.textContent("[data-alarm=slipUnknown]"), /struk/);
  await picture(page, "now-desktop");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("A counter closed on the page is closed for visitors with the reason, and opens again", async () => {
  const page = await desk();
  await signIn(page);
  await go(page, "closures");
  await page.selectOption("select[name=scope]", "agency:dpmptsp");
  await page.fill("input[name='reason.id']", "Listrik padam");
  await page.click("button.yellow");
  await page.waitForSelector("button[data-scope='agency:dpmptsp']");
  await picture(page, "closures");
  const phones = await desk();
  await phones.goto(`${address}/a/dpmptsp`);
  assert.match(await phones.textContent("body"), /Listrik padam/);
  await page.click("button[data-scope='agency:dpmptsp']");
  await page.waitForSelector("button[data-scope='agency:dpmptsp']", { state: "detached" });
  await phones.reload();
  assert.doesNotMatch(await phones.textContent("body"), /Listrik padam/);
  assert.deepEqual(page.complaints, []);
  await phones.context().close();
  await page.context().close();
});

test("A device gets a code and a QR code, and a stolen one is out with one press", async () => {
  const page = await desk();
  await signIn(page);
  await go(page, "devices");
  await page.click("text=Tambah perangkat");
  await page.fill("dialog input[name=id]", "kiosk-2");
  await page.fill("dialog input[name=name]", "Kiosk 2, pintu barat");
  await page.fill("dialog input[name=mark]", "1");
  await page.click("dialog button.yellow");
  await eventually("the mark is refused in words", async () => /sudah memakai/.test(await page.textContent("dialog .fault")));
  await page.fill("dialog input[name=mark]", "2");
  await picture(page, "add-device");
  await page.click("dialog button.yellow");
  assert.match(await page.textContent("dialog .code"), /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.ok(await page.evaluate(() => document.querySelector("dialog img").naturalWidth > 0));
  await picture(page, "code");
  await page.click("dialog button.yellow");
  const stolen = await mall.officer("5");
  await page.click("button[data-terminal='counter-5']");
  const gone = new Promise((resolve) => stolen.socket.once("close", resolve));
  stolen.socket.removeAllListeners("message");
  await page.click("dialog button.warn");
  await gone;
  await page.waitForSelector("button[data-terminal='counter-5']", { state: "detached" });
  await picture(page, "devices");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("A new officer serves at a counter a minute later, and a helper sees none of these pages", async () => {
  const page = await desk();
  await signIn(page);
  await go(page, "people");
  for (const [id, name, role] of [["dewi", "Dewi Lestari", "officer"], ["tono", "Tono", "helper"]]) {
    await page.click("text=Tambah orang");
    await page.fill("dialog input[name=name]", name);
    await page.fill("dialog input[name=id]", id);
    await page.selectOption("dialog select[name=role]", role);
    await page.fill("dialog input[name=pin]", "2468");
    await page.fill("dialog input[name=password]", password);
    await page.click("dialog button.yellow");
    await page.waitForSelector(`button[data-person=${id}]`);
  }
  await picture(page, "people");
  const helper = await desk();
  await helper.goto(`${address}/manage`);
  await helper.fill("input[name=id]", "tono");
  await helper.fill("input[name=password]", password);
  await helper.click("button.yellow");
  await helper.waitForSelector("#bar .clock");
  assert.equal(await helper.locator("nav a").count(), 0);
  assert.deepEqual(page.complaints, []);
  await helper.context().close();
  await page.context().close();
});

test("Who did what is found in the journal, and saved as a table", async () => {
  const page = await desk();
  await signIn(page);
  await go(page, "journal");
  await page.fill("input[name=q]", "closuredeclared");
  await page.click("button.yellow");
  await eventually("the closure is found with who made it", async () => /Sari.*closureDeclared/s.test(await page.textContent("tbody")));
  await picture(page, "journal");
  const [saved] = await Promise.all([page.waitForEvent("download"), page.click("text=Simpan sebagai CSV")]);
  assert.match(saved.suggestedFilename(), /\.csv$/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("A service is added, mended where the checker objects, published and on the phones' pages, and rolled back", async () => {
  const page = await desk();
  await signIn(page);
  await go(page, "catalogue");
  await page.click("text=Tambah layanan");
  await page.waitForSelector(".editor");
  const name = page.locator(".editor input[lang=id]").first();
  const english = page.locator(".editor input[lang=en]").first();
  await name.fill("Surat keterangan usaha baru");
  await english.fill("");
  await eventually("the checker says what is wrong, at its place", async () => (await page.locator(".editor [aria-invalid]").count()) > 0 && /agencies\[0\]/.test(await page.textContent(".faults")));
  assert.ok(await page.locator(".sticky .yellow").isDisabled());
  await picture(page, "catalogue-fault");
  await english.fill("New business letter");
  await eventually("it may be published", async () => page.locator(".sticky .yellow").isEnabled());
  assert.match(await page.textContent(".kiosk"), /Surat keterangan usaha baru/);
  await picture(page, "catalogue-edit");
  await page.click(".sticky .yellow");
  await page.fill("dialog input", "layanan baru sejak hari ini");
  await picture(page, "catalogue-publish");
  await page.click("dialog .yellow");
  await eventually("it is published", async () => /diterbitkan/.test(await page.textContent("#notice")));
  const phones = await desk();
  await phones.goto(`${address}/a/dpmptsp`);
  assert.match(await phones.textContent("main"), /Surat keterangan usaha baru/);
  await page.click("[data-part=files]");
  await page.waitForSelector("button[data-position]");
  await picture(page, "catalogue-versions");
  await page.click("button[data-position] >> nth=0");
  await eventually("it is rolled back", async () => /Kembali ke isi versi/.test(await page.textContent("#notice")));
  await phones.reload();
  assert.doesNotMatch(await phones.textContent("main"), /Surat keterangan usaha baru/);
  assert.deepEqual(page.complaints, []);
  await phones.context().close();
  await page.context().close();
});

test("Signed out is signed out: the old cookie opens nothing", async () => {
  const page = await desk();
  await signIn(page);
  const [cookie] = await page.context().cookies(`${address}/manage`);
  assert.ok(cookie.httpOnly && cookie.secure && cookie.sameSite === "Strict");
  await page.click("text=Keluar");
  await page.waitForSelector("input[name=password]");
  const old = execFileSync("curl", ["-sk", "-o", "/dev/null", "-w", "%{http_code}", "-H", `Cookie: manager=${cookie.value}`, `${address}/manage/api/now`]).toString();
  assert.equal(old, "401");
  await page.context().close();
});

test("When the service is gone the page says how old it is, and comes back by itself", async () => {
  const page = await desk();
  await signIn(page);
  await page.context().setOffline(true);
  await eventually("it says so", async () => /Tidak ada jawaban/.test(await page.textContent("#notice")));
  await picture(page, "stale");
  await page.context().setOffline(false);
  await eventually("it is live again", async () => (await page.textContent("#notice")) === "");
  await page.context().close();
});

test("Nobody is locked out: every page in both languages and themes, on three screens, for axe-core", async () => {
  for (const [language, contrast, size] of [["id", "", "desktop"], ["en", "", "tablet"], ["id", "high", "phone"], ["en", "", "phone"]]) {
    const page = await desk({ viewport: sizes[size] });
    await page.addInitScript(([one, other]) => { localStorage.setItem("language", one); localStorage.setItem("contrast", other); }, [language, contrast]);
    await page.addInitScript({ path: axe });
    await signIn(page);
    for (const name of ["now", "closures", "devices", "catalogue", "people", "journal"]) {
      await go(page, name);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${name} ${language} ${contrast} ${size} ${id} ${nodes[0].html}`), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} on a ${size} is ${wide} px too wide`);
      await picture(page, `${name}-${size}-${language}${contrast}`);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});
