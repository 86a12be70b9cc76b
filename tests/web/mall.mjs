// SPDX-License-Identifier: Apache-2.0
// A whole mall for tests in a browser: the real antre-service, on free ports of this machine, with officers at its counters.

import { spawn, execFileSync } from "node:child_process";
import { createHash, createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import WebSocket from "ws";

export const bin = process.env.ANTRE_BIN;
export const source = process.env.ANTRE_SOURCE;
if (!bin || !source) throw new Error("ANTRE_BIN and ANTRE_SOURCE say where programs and sources are.");

/** The next day on which the mall is open, 09.42 in Bengkulu: as on the mock-ups. A journal's days never go back. */
function nextMorning() {
  const catalogue = readFileSync(join(source, "resources/catalogue/mpp-bengkulu.json"), "utf8");
  for (let days = 1; ; ++days) {
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday >= 1 && weekday <= 4 && !catalogue.includes(`"${day}"`)) return Date.parse(`${day}T09:42:00+07:00`);
  }
}
const morning = nextMorning();

/** Starts a program, and waits for the lines that it prints until `ready` answers something. */
export async function start(program, options, ready, settings = {}) {
  const child = spawn(program, options, { stdio: ["ignore", "pipe", "pipe"], ...settings });
  const words = [];
  const ended = new Promise((resolve) => child.once("exit", resolve));
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on("line", (line) => words.push(line));
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ready(words.join("\n"));
    if (answer) return { child, answer, words, ended };
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${program} did not start:\n${words.join("\n")}`);
    await pause(30);
  }
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for something to become true, and answers it. */
export async function eventually(what, question, patience = 20_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`It never came true that ${what}.`);
    await pause(40);
  }
}

export class Mall {
  static async open({ catalogue = "resources/catalogue/mpp-bengkulu.json", counters = ["1", "2"], at = morning } = {}) {
    const mall = new Mall();
    mall.folder = mkdtempSync(join(tmpdir(), "antre-web-"));
    mall.site = join(mall.folder, "site");
    const ctl = (...words) => execFileSync(join(bin, "antrectl"), words, { stdio: ["pipe", "pipe", "pipe"], input: "4711\n" });
    ctl("site", "create", mall.site, "--catalogue", resolve(source, catalogue));
    ctl("terminal", "enrol", mall.site, "kiosk", "kiosk-1", "--mark", "1", "--service", "127.0.0.1:1");
    ctl("terminal", "enrol", mall.site, "display", "display-1", "--service", "127.0.0.1:1");
    for (const counter of counters)
      ctl("terminal", "enrol", mall.site, "counter", `counter-${counter}`, "--counter", counter, "--service", "127.0.0.1:1");
    for (const counter of counters) ctl("officer", "set", mall.site, `officer-${counter}`, "--name", `Officer ${counter}`);
    mall.clock = `${Date.now()},${at},1`;
    await mall.switchOn();
    return mall;
  }

  /** The mall's own clock. */
  now() {
    const [real, shown] = this.clock.split(",").map(Number);
    return Date.now() - real + shown;
  }

  /** What a terminal's screen shows phones in this minute: domain/hallcode.h says how it is made. */
  hallCode(id, minutesAgo = 0) {
    const key = createHash("sha256").update(this.terminal(id).token).digest("hex");
    const minute = (Math.floor(this.now() / 60_000) - minutesAgo).toString(36);
    const signature = createHmac("sha256", key).update(`antre hall code\n${id}\n${minute}`).digest().subarray(0, 12).toString("base64url");
    return `/h/${id}.${minute}.${signature}`;
  }

  async switchOn(ports = { terminals: 0, web: 0 }) {
    const service = await start(join(bin, "antre-service"),
      ["--site", this.site, "--terminals", `127.0.0.1:${ports.terminals}`, "--http", `127.0.0.1:${ports.web}`, "--clock", this.clock],
      (words) => {
        const terminals = /terminals: wss:\/\/127\.0\.0\.1:(\d+)/.exec(words);
        const web = /web: http:\/\/127\.0\.0\.1:(\d+)/.exec(words);
        return terminals && web && { terminals: Number(terminals[1]), web: Number(web[1]) };
      });
    this.service = service.child;
    this.ended = service.ended;
    this.ports = service.answer;
    this.words = service.words;
  }

  /** As a power cut does. */
  async switchOff() {
    this.service.kill("SIGKILL");
    await this.ended;
  }

  get address() {
    return `http://127.0.0.1:${this.ports.web}`;
  }

  /** The real antrectl on this site, while its service runs. */
  ctl(words, input = "4711\n") {
    return execFileSync(join(bin, "antrectl"), words.map((word) => (word === "SITE" ? this.site : word)), { stdio: ["pipe", "pipe", "pipe"], input }).toString();
  }

  terminal(id) {
    return JSON.parse(readFileSync(join(this.site, "terminals", `${id}.json`), "utf8"));
  }

  async officer(counter) {
    const officer = new Terminal(this, `counter-${counter}`);
    await officer.hello();
    officer.counter = counter;
    await officer.ask({ type: "signIn", id: randomUUID(), officer: `officer-${counter}`, pin: "4711", counter });
    return officer;
  }

  async kiosk() {
    const kiosk = new Terminal(this, "kiosk-1");
    await kiosk.hello();
    return kiosk;
  }

  async close() {
    this.service.kill("SIGKILL");
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A terminal at the level of the wire's messages. */
export class Terminal {
  #answers = new Map();

  constructor(mall, id) {
    this.mall = mall;
    this.file = mall.terminal(id);
    this.socket = new WebSocket(`wss://127.0.0.1:${mall.ports.terminals}/`, { rejectUnauthorized: false });
    this.socket.on("message", (bytes) => {
      const message = JSON.parse(bytes);
      if (message.type === "answer") this.#answers.get(message.id)?.(message);
      if (message.type === "welcome") this.#answers.get("welcome")?.(message);
      if (message.type === "rejected") throw new Error(JSON.stringify(message));
    });
  }

  async hello() {
    await new Promise((resolve, reject) => this.socket.once("open", resolve).once("error", reject));
    const welcome = new Promise((resolve) => this.#answers.set("welcome", resolve));
    this.socket.send(JSON.stringify({ type: "hello", protocol: 1, terminal: this.file.terminal, token: this.file.token, after: 0, version: "test" }));
    await welcome;
  }

  async ask(message) {
    const answer = new Promise((resolve) => this.#answers.set(message.id, resolve));
    this.socket.send(JSON.stringify(message));
    const got = await answer;
    this.#answers.delete(message.id);
    return got;
  }

  async command(name, data) {
    const answer = await this.ask({ type: "command", id: randomUUID(), name, data });
    if (answer.error) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer;
  }

  /** Serves whom it called, and calls the next. */
  async callNext() {
    if (this.current) await this.command("startServing", { counter: this.counter, ticket: this.current });
    const answer = await this.command("callNext", { counter: this.counter });
    this.current = answer.ticket;
    this.number = answer.number;
    return this.current;
  }

  /** A visitor at the kiosk. */
  async take(service, secret = randomUUID().replaceAll("-", "").slice(0, 22)) {
    const answer = await this.command("issueTicket", { service, language: "id", secret, touchedAt: this.mall.now() });
    return { ...answer, secret };
  }

  close() {
    this.socket.close();
  }
}
