// SPDX-License-Identifier: Apache-2.0
// Phones that follow tickets while numbers are taken and called: how long until each phone concerned knows, and what a phone
// costs the service. Prints figures, asserts nothing.
//   node follow_bench.mjs [PHONES] [TICKETS-A-SECOND] [SECONDS]

import { readFileSync } from "node:fs";
import WebSocket from "ws";
import { Mall, pause } from "./mall.mjs";

const [phones, rate, seconds] = [5000, 100, 20].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const mall = await Mall.open({ counters: ["1", "2", "3", "4"] });
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${mall.service.pid}/status`, "utf8"))[1]);
const site = await (await fetch(`${mall.address}/api/v1/site`)).json();
const services = site.agencies.map((agency) => agency.services[0].id);
const kiosk = await mall.kiosk();
const secrets = [];
for (let i = 0; i < 1000; ++i) {
  const ticket = await kiosk.take(services[i % services.length]).catch(() => null);
  if (ticket) secrets.push(ticket.secret);
}
const before = memory();
const places = new Map(); // when each phone last heard of its place
const calls = new Map(); // number -> when its call was ordered
const waits = [];
const sockets = [];
for (let i = 0; i < phones; ++i) {
  const secret = secrets[i % secrets.length];
  const socket = new WebSocket(`ws://127.0.0.1:${mall.ports.web}/api/v1/tickets/${secret}/live`, { perMessageDeflate: false });
  sockets.push(socket);
  socket.on("message", (bytes) => {
    const news = JSON.parse(bytes);
    for (const { number } of news.serving ?? []) {
      const key = `${i} ${number}`;
      if (calls.has(number) && !places.has(key)) {
        places.set(key, true);
        waits.push(performance.now() - calls.get(number));
      }
    }
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
}
await pause(2000);
console.log(`${phones} phones: ${((memory() - before) / phones).toFixed(1)} kB of the service's memory each`);
const officers = await Promise.all(["1", "2", "3", "4"].map((counter) => mall.officer(counter)));
const end = Date.now() + seconds * 1000;
let taken = 0;
async function take() {
  while (Date.now() < end) {
    const due = (seconds * 1000 - (end - Date.now())) * rate / 1000;
    for (; taken < due; ++taken) kiosk.take(services[taken % services.length]).catch(() => {});
    await pause(10);
  }
}
async function call(officer) {
  while (Date.now() < end) {
    const ordered = performance.now();
    await officer.callNext().then((ticket) => ticket, () => null);
    if (officer.number) calls.set(officer.number, ordered);
    await pause(500);
  }
}
await Promise.all([take(), ...officers.map(call)]);
await pause(1000);
waits.sort((a, b) => a - b);
const at = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]?.toFixed(0);
console.log(`${taken / seconds} tickets/s, ${calls.size} calls, ${waits.length} messages concerned: order -> phone p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
for (const socket of sockets) socket.terminate();
officers.forEach((officer) => officer.close());
kiosk.close();
await mall.close();
