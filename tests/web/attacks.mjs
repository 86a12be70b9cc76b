// SPDX-License-Identifier: Apache-2.0
// What strangers may do to the phones' door, and how long the kiosk takes meanwhile: bench_touch has the kiosk, the service and a
// printer, nginx publishes the service, and each attack in turn runs beside it. Prints each attack's p99 of touch -> slip beside
// that without any; asserts nothing but that the service lives and that nobody got what was not theirs.
//   node attacks.mjs [TOUCHES] [ATTACK]...        an attack runs in a process of its own: node attacks.mjs --attack NAME URL

import { spawn, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import https from "node:https";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import tls from "node:tls";
import WebSocket from "ws";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const guess = () => randomBytes(16).toString("base64url");
const service = "a.one"; // of bench_touch's mall
const evil = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd",
  "'; DROP TABLE events; --", "' OR '1'='1", "\u0000", "\u001b[2J", "\r\nSet-Cookie: a=b", "{{style}}", "\u202efo", "x".repeat(5000)];

// ---- the attacks: each goes on until its process is ended, and counts what it was answered ------------------------------

const answers = {};
const count = (what) => { answers[what] = (answers[what] ?? 0) + 1; };

/** So many visitors at once who never rest. `ask` makes each request. */
function crowd(url, size, ask) {
  const agent = new https.Agent({ keepAlive: true, maxSockets: size, rejectUnauthorized: false });
  const one = async () => {
    for (;;) {
      const { method = "GET", path, headers = {}, body = "" } = ask();
      await new Promise((resolve) => {
        const request = https.request(url + path, { agent, method, headers: { ...headers, ...(body ? { "Content-Length": Buffer.byteLength(body) } : {}) } }, (answer) => {
          count(answer.statusCode);
          answer.resume();
          answer.on("end", resolve).on("error", resolve);
        });
        request.on("error", (error) => { count(error.code ?? "error"); setTimeout(resolve, 10); });
        request.end(body);
      });
    }
  };
  for (let i = 0; i < size; ++i) one();
}

/** Keeps so many connections standing; `greet` says what each does. Those that are closed come again. */
function standing(url, size, greet, { secure = true } = {}) {
  const { port, hostname } = new URL(url);
  const open = () => {
    const socket = secure ? tls.connect({ port, host: hostname, rejectUnauthorized: false }) : net.connect({ port, host: hostname });
    let timer;
    socket.on(secure ? "secureConnect" : "connect", () => { count("open"); timer = greet(socket); });
    socket.on("error", (error) => count(error.code ?? "error"));
    socket.on("close", () => { count("closed"); clearInterval(timer); setTimeout(open, 200 + Math.random() * 800); });
    socket.resume();
  };
  let made = 0;
  const more = setInterval(() => {
    for (let i = 0; i < 100 && made < size; ++i, ++made) open();
    if (made >= size) clearInterval(more);
  }, 50);
}

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const attacks = {
  guessing: (url) => crowd(url, 50, () => ({ path: `/t/${guess()}` })),
  cancelling: (url) => crowd(url, 50, () => ({ method: "POST", path: Math.random() < 0.5 ? `/t/${guess()}/cancel` : `/api/v1/tickets/${guess()}/cancel`, headers: form, body: "a=b" })),
  replaying: (url) => {
    const cookie = `phone=${guess()}`;
    crowd(url, 50, () => ({ method: "POST", path: `/s/${service}/take`, headers: { ...form, Cookie: cookie }, body: "wish=01890000-0000-7000-8000-000000000000.1.AAAAAAAAAAAAAAAAAAAAAA" }));
  },
  fields: (url) => crowd(url, 50, () => {
    const text = encodeURIComponent(evil[Math.floor(Math.random() * evil.length)]);
    const where = [`/search?q=${text}`, `/a/${text}`, `/s/${text}`, `/t/${text}`, `/r/${text}`, `/h/${text}`, `/times/${text}`, `/web/${text}`, `/?lang=${text}&text=${text}`, `/api/v1/search?q=${text}`];
    return Math.random() < 0.7 ? { path: where[Math.floor(Math.random() * where.length)] }
      : { method: "POST", path: `/s/${service}/take`, headers: { ...form, Cookie: `phone=${text}; view=${text}` }, body: `wish=${text}&class=${text}` };
  }),
  bodies: (url) => standing(url, 100, (socket) => {
    socket.write("POST /s/a.one/take HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    return setInterval(() => socket.write(`4000\r\n${"x".repeat(0x4000)}\r\n`), 5);
  }),
  headers: (url) => standing(url, 100, (socket) => {
    socket.write("GET / HTTP/1.1\r\nHost: a\r\n");
    return setInterval(() => socket.write("X-More: y\r\n".repeat(500)), 5);
  }),
  "half-open": (url) => standing(url, 500, (socket) => {
    socket.write("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    return setInterval(() => socket.write("y"), 1000);
  }),
  websockets: (url) => {
    const one = () => {
      const socket = new WebSocket(`${url.replace("https", "wss")}/api/v1/tickets/${guess()}/live`, { rejectUnauthorized: false });
      socket.on("open", () => { count("open"); for (let i = 0; i < 50; ++i) socket.ping(); socket.send("x".repeat(5000)); });
      socket.on("unexpected-response", (_, answer) => { count(answer.statusCode); answer.resume(); setTimeout(one, 50); });
      socket.on("error", (error) => count(error.code ?? "error"));
      socket.on("close", () => setTimeout(one, 50));
    };
    for (let i = 0; i < 300; ++i) one();
  },
  connections: (url) => standing(url, 10_000, () => undefined, { secure: false }),
};

if (process.argv[2] === "--attack") {
  const [, , , name, url] = process.argv;
  attacks[name](url);
  process.on("SIGTERM", () => { console.log(JSON.stringify(answers)); process.exit(0); });
} else {
  await measure();
}

// ---- the measurement ---------------------------------------------------------------------------------------------------

function lines(child) {
  const said = [];
  let wake = () => {};
  createInterface(child.stdout).on("line", (line) => { said.push(line); wake(); });
  return async (form) => {
    for (;;) {
      const at = said.findIndex((line) => form.test(line));
      if (at >= 0) return form.exec(said.splice(0, at + 1)[at]);
      await new Promise((resolve) => { wake = resolve; });
    }
  };
}

async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function measure() {
  const [touches = "150", ...wanted] = process.argv.slice(2);
  const { ANTRE_BIN: bin, ANTRE_SOURCE: source } = process.env;
  const folder = mkdtempSync(join(tmpdir(), "antre-attacks-"));
  const bench = spawn(join(bin, "bench_touch"), ["--rounds"], { stdio: ["pipe", "pipe", "inherit"] });
  const heard = lines(bench);
  const [, gate, web] = await heard(/^terminals (\S+) web http:\/\/(\S+)/);
  const url = `https://127.0.0.1:${await freePort()}`;
  const front = spawn(join(source, "packaging/nginx/private"), [folder, web, url.slice(8), `127.0.0.1:${await freePort()}`], { stdio: "ignore" });
  const healthy = () => { try { execFileSync("curl", ["-skfm", "5", `http://${web}/healthz`]); return true; } catch { return false; } };
  const answersTls = () => { try { execFileSync("curl", ["-skfm", "5", `${url}/healthz`]); return true; } catch { return false; } };
  for (let i = 0; i < 100 && !answersTls(); ++i) await pause(50);

  async function round(name) {
    bench.stdin.write(`${name} ${touches}\n`);
    const [, p50, p99] = await heard(new RegExp(`^${name}: touch -> last byte.*p50 +([\\d.]+) ms +p99 +([\\d.]+)`));
    return { p50: Number(p50), p99: Number(p99) };
  }

  const show = (name, { p50, p99 }, rest = "") => console.log(`${name.padEnd(12)} p50 ${p50.toFixed(1).padStart(7)} ms   p99 ${p99.toFixed(1).padStart(7)} ms   ${rest}`);
  await round("warm");
  let sick = 0;
  for (const name of wanted.length ? wanted : [...Object.keys(attacks), "gate"]) {
    const alone = await round("alone");
    show("alone", alone);
    // An attacker has a machine of his own: what he computes must not count, what he sends does.
    const target = name === "gate" ? `https://${new URL(gate).host}` : url;
    const attacker = spawn("nice", ["-n", "19", process.execPath, process.argv[1], "--attack", name === "gate" ? "half-open" : name, target], { stdio: ["ignore", "pipe", "inherit"] });
    const told = lines(attacker);
    await pause(name === "connections" ? 12_000 : 3000);
    const during = await round(name);
    const lives = healthy();
    attacker.kill("SIGTERM");
    const [what] = await told(/^\{.*\}$/);
    show(name, during, `${(during.p99 / alone.p99).toFixed(2)} times that without; answered ${what}${lives ? "" : "; THE SERVICE IS NOT WELL"}`);
    sick += lives ? 0 : 1;
    await pause(1000);
  }
  bench.stdin.end();
  front.kill();
  await new Promise((resolve) => bench.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
  process.exit(sick ? 1 : 0);
}
