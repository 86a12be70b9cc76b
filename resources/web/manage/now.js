// SPDX-License-Identifier: Apache-2.0
// The page Now: the whole mall, live.

import { ask, heardTime, icon, make, may, tell, time, wasTouched } from "./manage.js";
import { explain, has, local, say } from "./words.js";

const every = 3000;
const dotsMax = 40;
let timer = null;
let showing = 0; // which showing of the page is the present one
let last = null;

export function stopNow() {
  clearTimeout(timer);
  ++showing;
}

/** Fills an element anew only when what it shows has changed, so that nothing moves under a finger. */
function keep(place, value, draw) {
  const text = JSON.stringify(value);
  if (place.dataset.shown === text) return;
  place.dataset.shown = text;
  place.replaceChildren(...[draw(value)].flat(Infinity).filter(Boolean));
}

export function showNow(main) {
  const mine = ++showing;
  const lines = make("section", {});
  const counters = make("section", {});
  const devices = make("section", {});
  const side = make("aside", { class: "side" });
  const places = { alarms: make("div", {}), today: make("div", {}), kinds: make("div", {}) };
  side.append(places.alarms, places.today, places.kinds);
  main.replaceChildren(make("div", { class: "now" }, make("div", { class: "left" }, lines, counters, devices), side));
  const refresh = async () => {
    try {
      const now = await ask("GET", `now${wasTouched() ? "?seen=1" : ""}`);
      if (mine !== showing) return;
      last = now.now;
      heardTime(now.now);
      tell(now.problem ? say("problem", { detail: now.problem }) : "", true);
      keep(lines, now.lines ?? [], drawLines);
      keep(counters, now.counters ?? [], drawCounters);
      keep(devices, now.devices ?? [], drawDevices);
      keep(places.alarms, now.alarms ?? [], drawAlarms);
      keep(places.today, now.today ?? {}, drawToday);
      keep(places.kinds, now.devices ?? [], drawKinds);
      main.dataset.ready = "true";
    } catch (error) {
      if (mine !== showing) return;
      if (error.code === "offline" && last) tell(say("stale", { time: time(last) }), true);
    }
    if (mine === showing) timer = setTimeout(refresh, every);
  };
  refresh();
}

/** What may be wider than the screen is scrolled by keys, too. */
export const wide = (name, content) => make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say(name) }, content);
const letter = (code) => make("span", { class: "letter" }, code);

function dots(line) {
  const shown = Math.min(line.waiting, dotsMax);
  return make("span", { class: "dots", "aria-hidden": "true" }, Array.from({ length: shown }, (_, i) => make("i", { class: i < line.prior ? "p" : "" })));
}

function openOf(line) {
  const status = `status.${line.status}`;
  if (line.open > 0 && line.calling === 0) return make("b", {}, say("state.paused"));
  if (line.open === 0 && has(status)) return make("span", { class: "mute" }, say(status));
  return say("ofAll", { n: line.open, all: line.counters });
}

function drawLines(lines) {
  const people = lines.reduce((sum, line) => sum + line.waiting, 0);
  const busy = lines.filter((line) => line.waiting > 0).length;
  const row = (line) => make("tr", { class: line.overTarget ? "hot" : "" },
    make("td", { class: "name" }, letter(line.line), local(line.name)),
    make("td", { class: "n" }, line.waiting ? make("b", {}, String(line.waiting)) : make("span", { class: "mute" }, say("none"))),
    make("td", { class: "dotted" }, dots(line)),
    make("td", { class: "n long" }, line.waiting ? say("minutes", { n: line.longest }) : ""),
    make("td", { class: "n" }, line.wait && line.waiting ? say("range", line.wait) : ""),
    make("td", { class: "n" }, openOf(line)));
  return [
    make("h1", {}, people ? say("waitingIn", { people, lines: busy }) : say("nobodyWaits")),
    wide("now", make("table", {},
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("agency")), make("th", { class: "n", scope: "col" }, say("waiting")),
        make("th", { class: "dotted", scope: "col" }, make("span", { class: "dots" }, make("i", {})), ` ${say("general")}  `, make("span", { class: "dots" }, make("i", { class: "p" })), ` ${say("prior")}`),
        make("th", { class: "n", scope: "col" }, say("longest")), make("th", { class: "n", scope: "col" }, say("ifNow")), make("th", { class: "n", scope: "col" }, say("countersOpen")))),
      make("tbody", {}, lines.map(row)))),
  ];
}

const stateLooks = { closed: "none", free: "good", called: "wait", serving: "", paused: "wait" };

function drawCounters(counters) {
  const cell = (label, ...content) => make("td", { "data-label": label }, content);
  const row = (counter) => make("tr", {},
    make("td", { class: "name whole" }, make("b", {}, local(counter.name) || counter.id), " ", counter.lines.map((line) => letter(line))),
    make("td", { class: "minor" }, counter.officer ?? ""),
    cell(say("state"), make("span", { class: `state ${stateLooks[counter.state]}` }, say(`state.${counter.state}`)), counter.reason ? ` ${local(counter.reason)}` : ""),
    cell(say("number"), counter.number ? make("b", {}, counter.number) : ""),
    make("td", { class: "minor" }, counter.since ? time(counter.since) : ""));
  return [
    make("h2", { class: "head" }, say("counters")),
    wide("counters", make("table", { class: "cards" },
      make("thead", {}, make("tr", {}, ["counters", "officer", "state", "number", "since"].map((name) => make("th", { scope: "col" }, say(name))))),
      make("tbody", {}, counters.map(row)))),
  ];
}

function printerState(printer) {
  const good = ["ready", "unknown"].includes(printer.condition);
  const low = printer.condition === "paperLow";
  return make("div", {}, make("span", { class: `state ${good ? "good" : low ? "wait" : "bad"}` }, icon(good ? "ui-printer" : "ui-paper-out"), say(`printer.${printer.condition}`)),
    printer.paper ? ` ${say("slipsLeft", { n: printer.paper.slips })}` : "");
}

export async function order(device, what) {
  try {
    await ask("POST", "order", { terminal: device.terminal, do: what });
    tell(say("ordered", { what: say(what), name: device.name }));
  } catch (error) {
    tell(explain(error), true);
  }
}

function deviceKeys(device) {
  if (!may("orderDevices") || device.kind !== "kiosk") return "";
  const resting = device.status?.troubles?.includes("paused");
  return make("span", { class: "keys" }, ["testPrint", resting ? "work" : "rest", "restart"].map((what) =>
    make("button", { class: "key small", disabled: !device.connected, click: () => order(device, what) }, say(what))));
}

export function deviceRows(devices, keysOf) {
  const cell = (label, ...content) => make("td", { "data-label": label }, content);
  const row = (device) => {
    const status = device.status;
    return make("tr", {},
      make("td", { class: "name whole" }, make("b", {}, device.name), device.mark ? [" ", letter(device.mark)] : "", make("div", { class: "mute" }, `${say(device.kind)} · ${device.terminal}`)),
      cell(say("state"), make("span", { class: `state ${device.connected ? "good" : "bad"}` }, icon(device.connected ? "ui-check" : "ui-wifi-off"), say(device.connected ? "connected" : "silent"))),
      make("td", { class: "printers", "data-label": say("printer") }, (status?.printers ?? []).map(printerState)),
      cell(say("backlog"), status && device.kind === "kiosk" ? String(status.backlog) : []),
      cell(say("clock"), status ? say("seconds", { n: (status.clockOffset / 1000).toFixed(1) }) : ""),
      cell(say("version"), status?.version ?? ""),
      cell(say("lastSeen"), device.heardAt ? time(device.heardAt) : say("never")),
      make("td", { class: "whole" }, keysOf(device)));
  };
  return wide("devices", make("table", { class: "cards" },
    make("thead", {}, make("tr", {}, ["device", "state", "printer", "backlog", "clock", "version", "lastSeen", "actions"].map((name) => make("th", { scope: "col" }, say(name))))),
    make("tbody", {}, devices.map(row))));
}

function drawDevices(devices) {
  return [make("h2", { class: "head" }, say("devices")), deviceRows(devices, deviceKeys)];
}

const alarmLooks = {
  paperOut: ["bad", "ui-paper-out"], paperLow: ["", "ui-printer"], slipUnknown: ["bad", "ui-slip"], silent: ["bad", "ui-wifi-off"], backlog: ["calm", "ui-wifi-off"],
  clockOff: ["", "ui-clock"], trouble: ["", "ui-warning"], waitOverTarget: ["", "ui-people"], nobodyAtCounter: ["", "ui-people"], quotaLow: ["", "ui-people"],
};

function alarmValues(alarm) {
  const values = { ...alarm };
  if (alarm.agency) values.agency = local(alarm.name);
  if (alarm.service) values.service = local(alarm.service);
  if (alarm.since) values.since = time(alarm.since);
  if (alarm.condition) values.condition = say(`printer.${alarm.condition}`);
  values.place = alarm.place ? ` (${local(alarm.place)})` : "";
  if (alarm.offset) values.offset = Math.round(alarm.offset / 1000);
  if (alarm.trouble) values.trouble = has(`trouble.${alarm.trouble}`) ? say(`trouble.${alarm.trouble}`) : alarm.trouble;
  return values;
}

function drawAlarms(alarms) {
  const one = (alarm) => {
    const [look, picture] = alarmLooks[alarm.alarm] ?? ["", "ui-warning"];
    const values = alarmValues(alarm);
    return make("div", { class: `alarm ${look}`, "data-alarm": alarm.alarm }, icon(picture),
      make("div", {}, make("b", {}, say(`alarm.${alarm.alarm}`, values)), make("p", { class: "do" }, say(`do.${alarm.alarm}`, values))));
  };
  const order = Object.keys(alarmLooks);
  const sorted = [...alarms].sort((a, b) => order.indexOf(a.alarm) - order.indexOf(b.alarm));
  return [make("h2", {}, say("needsYou")), alarms.length ? sorted.map(one) : make("p", { class: "mute" }, say("nothingNeeded"))].flat();
}

function drawToday(today) {
  if (!today.halfHours) return [];
  const figure = (name) => make("div", {}, make("b", {}, String(today[name])), make("span", { class: "mute" }, say(name)));
  // From the first half hour in which a number was taken, at least a working day.
  const first = Math.min(16, ...today.halfHours.map((n, i) => (n ? i : 48)));
  const until = Math.max(32, ...today.halfHours.map((n, i) => (n ? i + 1 : 0)));
  const bars = today.halfHours.slice(first, until);
  const most = Math.max(1, ...bars);
  const width = 100 / bars.length;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", say("perHalfHour"));
  bars.forEach((n, i) => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [key, value] of Object.entries({ x: i * width + width * 0.08, width: width * 0.84, y: 100 - (n / most) * 100, height: (n / most) * 100 })) rect.setAttribute(key, value);
    svg.append(rect);
  });
  const hour = (half) => `${String(Math.floor(half / 2)).padStart(2, "0")}.${half % 2 ? "30" : "00"}`;
  return [
    make("h2", {}, say("today")),
    make("div", { class: "big" }, figure("issued"), figure("served"), figure("missed")),
    make("div", { class: "bars" }, svg),
    make("div", { class: "axis" }, make("span", {}, hour(first)), make("span", {}, hour(Math.round((first + until) / 2))), make("span", {}, hour(until))),
    make("p", { class: "hint" }, say("perHalfHour")),
  ];
}

function drawKinds(devices) {
  const line = (kind) => {
    const all = devices.filter((device) => device.kind === kind);
    const n = all.filter((device) => device.connected).length;
    return make("div", { class: "kv" }, make("span", {}, say(kind)), make("span", {}, all.length ? say("connectedOf", { n, all: all.length }) : say("noDevices")));
  };
  return [make("h2", {}, say("devices")), ["kiosk", "counter", "display"].map(line)].flat();
}
