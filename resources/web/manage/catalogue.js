// SPDX-License-Identifier: Apache-2.0
// The catalogue: a draft on the service that is checked while it is typed, shown as the kiosk shows it, and published as a version.

import { ask, closeDialog, field, make, me, openDialog, tell, time } from "./manage.js";
import { currentLanguage, explain, local, say } from "./words.js";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
let draft = {};
let present = {};
let faults = [];
let unlisted = 0;
let main = null;
let chosen = "agencies"; // which part is shown
let agency = 0;
let pending = Promise.resolve();
const under = {}; // places that are drawn anew when faults change

const languages = () => draft.site?.languages ?? me.site.languages;
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const at = (path, root = draft) => path.reduce((value, step) => value?.[step], root);
/** As the service names places: agencies[0].name.en */
const named = (path) => path.reduce((text, step) => (typeof step === "number" ? `${text}[${step}]` : text ? `${text}.${step}` : step), "");

function heard(answer) {
  if (answer.faults) {
    faults = answer.faults;
    unlisted = answer.unlisted ?? 0;
  }
  drawState();
}

/** Sends changes one after the other; the draft here is the same at once. */
function change(changes, quiet = false) {
  for (const { path, value } of changes) {
    const target = at(path.slice(0, -1));
    const last = path[path.length - 1];
    if (value !== undefined) target[last] = value;
    else if (Array.isArray(target)) target.splice(last, 1);
    else delete target[last];
  }
  pending = pending.then(async () => {
    try {
      heard(await ask("POST", "catalogue/change", { changes, quiet }));
    } catch (error) {
      tell(explain(error), true);
      await load();
    }
  });
  return pending;
}

/** An input that changes the draft a moment after the last key, and shows what is wrong with it. */
function bound(path, input, { read = (value) => value, absent = () => false, also = () => {} } = {}) {
  const fault = make("span", { class: "hint wrong", role: "status", "data-path": named(path) });
  let timer = null;
  const send = () => {
    clearTimeout(timer);
    timer = null;
    const value = read(input.type === "checkbox" ? input.checked : input.value);
    change([absent(value) ? { path } : { path, value }]);
    also();
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(send, 350); also(); });
  input.addEventListener("change", () => timer && send());
  return [input, fault];
}

function textField(label, path, { long = false, also } = {}) {
  return languages().map((language) => {
    const own = [...path, language];
    const value = at(own) ?? "";
    const input = long ? make("textarea", { lang: language, rows: 3 }, value) : make("input", { lang: language, value });
    return field(`${label} (${language})`, make("div", {}, bound(own, input, { also })));
  });
}

const numberField = (label, path, also) => field(label, make("div", {}, bound(path, make("input", { type: "number", min: 0, value: at(path) ?? "" }),
  { read: (text) => (text === "" ? undefined : Number(text)), absent: (value) => value === undefined, also })));

// What is the state of the draft

function differences(before, after, path = [], all = []) {
  if (all.length > 200 || isSame(before, after)) return all;
  const both = [before, after];
  const deep = both.every((one) => one && typeof one === "object") && Array.isArray(before) === Array.isArray(after);
  if (!deep) {
    all.push({ path: named(path), before, after });
    return all;
  }
  const keys = Array.isArray(before) ? Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i) : [...new Set([...Object.keys(before), ...Object.keys(after)])];
  for (const key of keys) if (!(path.length === 0 && key === "version")) differences(before[key], after[key], [...path, key], all);
  return all;
}

const brief = (value) => (value === undefined ? say("nothing") : typeof value === "object" ? local(value.name) || JSON.stringify(value).slice(0, 80) : String(value));

function drawState() {
  for (const place of main.querySelectorAll("[data-path]")) {
    const fault = faults.find((one) => one.path === place.dataset.path);
    place.textContent = fault ? `${fault.wrong}. ${fault.right}` : "";
    place.previousElementSibling?.toggleAttribute("aria-invalid", Boolean(fault));
  }
  const changes = differences(present, draft);
  under.keys.replaceChildren(
    make("span", { class: "mute" }, changes.length ? say("changes", { n: changes.length }) : say("noChanges")),
    make("button", { class: "key", disabled: !changes.length, click: discard }, say("discard")),
    make("button", { class: "key yellow", disabled: !changes.length || faults.length > 0, click: () => publishDialog(changes) }, say("publish")));
  const list = faults.slice(0, 12).map((fault) => make("li", {}, make("code", {}, fault.path), ` ${fault.wrong}. ${fault.right}`));
  under.faults.replaceChildren(...(faults.length ? [make("b", {}, say("faultsFound", { n: faults.length + unlisted })), make("ul", {}, list)] : []));
}

async function discard() {
  await pending;
  await ask("POST", "catalogue/discard", {});
  await load();
}

function publishDialog(changes) {
  const rows = changes.slice(0, 60).map((one) => make("tr", {}, make("td", {}, make("code", {}, one.path)), make("td", {}, make("del", {}, brief(one.before))), make("td", {}, make("ins", {}, brief(one.after)))));
  const reason = make("input", { required: true, maxlength: 200 });
  const fault = make("p", { class: "fault", role: "alert" });
  openDialog(make("h2", {}, say("publish")), make("div", { class: "scroll differences" }, make("table", {}, make("tbody", {}, rows))),
    make("form", {
      submit: async (event) => {
        event.preventDefault();
        try {
          await pending;
          const { version } = await ask("POST", "catalogue/publish", { reason: reason.value });
          closeDialog();
          me.site = (await ask("GET", "me")).site;
          await load();
          tell(say("published", { version }));
        } catch (error) {
          fault.textContent = explain(error);
        }
      },
    }, field(say("why"), reason), fault, make("div", { class: "keys" }, make("button", { class: "key", type: "button", click: closeDialog }, say("cancel")), make("button", { class: "key yellow" }, say("publish")))));
}

// Agencies and services

const ago = (service) => `${service.durationMinutes ?? "?"} min${service.dailyQuota !== undefined ? ` · ${service.dailyQuota}` : ""}`;

/** The service as the kiosk's page of it shows it. */
function preview(service, owner) {
  const requirements = (service.requirements ?? []).map((one) => make("li", {}, local(one)));
  return make("div", { class: "kiosk" },
    make("div", { class: "kioskkey" }, make("span", { class: "letter" }, owner.code), make("b", {}, local(service.name) || "…")),
    make("p", {}, local(service.fee), " · ", local(service.processingTime)),
    requirements.length ? make("ol", {}, requirements) : "");
}

function freshId(owner) {
  const taken = new Set(owner.services.map((one) => one.id));
  let n = owner.services.length + 1;
  while (taken.has(`${owner.id}.layanan-${n}`)) ++n;
  return `${owner.id}.layanan-${n}`;
}

const bilingual = (id, en) => Object.fromEntries(languages().map((language) => [language, language === "id" ? id : en]));

async function addService(index) {
  const owner = draft.agencies[index];
  const service = { id: freshId(owner), name: bilingual("Layanan baru", "New service"), requirements: [], fee: bilingual("Gratis", "Free of charge"), free: true, processingTime: bilingual("Dapat ditunggu", "While you wait"), durationMinutes: 15 };
  await change([{ path: ["agencies", index, "services", owner.services.length], value: service }]);
  editService(index, owner.services.length - 1);
}

function requirementLines(path) {
  return languages().map((language) => {
    const lines = (at(path) ?? []).map((one) => one[language] ?? "").join("\n");
    const input = make("textarea", { rows: 5, lang: language, "data-language": language }, lines);
    return field(`${say("requirements")} (${language})`, input);
  });
}

function editService(owner, index) {
  const path = ["agencies", owner, "services", index];
  const shown = make("div", {});
  const show = () => shown.replaceChildren(preview(at(path), draft.agencies[owner]));
  const lines = requirementLines([...path, "requirements"]);
  const sendLines = () => {
    const all = lines.map((one) => one.querySelector("textarea"));
    const rows = Math.max(...all.map((one) => one.value.split("\n").filter(Boolean).length));
    const value = Array.from({ length: rows }, (_, i) => Object.fromEntries(all.map((one) => [one.dataset.language, one.value.split("\n").filter(Boolean)[i] ?? ""])));
    change([{ path: [...path, "requirements"], value }]).then(show);
  };
  for (const line of lines) line.addEventListener("change", sendLines);
  const free = make("input", { type: "checkbox", checked: at([...path, "free"]) === true });
  const also = () => setTimeout(show, 400);
  under.part.replaceChildren(
    make("div", { class: "head" }, make("h2", {}, local(at(path).name)), make("button", { class: "key small", click: drawPart }, say("back"))),
    make("div", { class: "editor" }, make("div", { class: "grid" },
      textField(say("name"), [...path, "name"], { also }), numberField(say("duration"), [...path, "durationMinutes"]), numberField(say("quota"), [...path, "dailyQuota"]),
      textField(say("fee"), [...path, "fee"], { also }), textField(say("processing"), [...path, "processingTime"], { also }),
      make("label", { class: "check" }, bound([...path, "free"], free), say("isFree")), lines,
      field(say("id"), make("div", {}, bound([...path, "id"], make("input", { value: at([...path, "id"]) }))))),
    make("aside", {}, make("h3", {}, say("asKiosk")), shown)),
    make("div", { class: "keys" }, make("button", { class: "key warn", click: () => change([{ path }]).then(drawPart) }, say("remove"))));
  show();
  drawState();
  under.part.querySelector("input").focus();
}

function drawAgencies() {
  const owner = draft.agencies[agency];
  const path = ["agencies", agency];
  const select = make("select", { change: (event) => { agency = Number(event.target.value); drawPart(); } }, draft.agencies.map((one, i) => make("option", { value: i, selected: i === agency }, `${one.code} · ${local(one.shortName)}`)));
  const row = (service, i) => make("tr", {}, make("td", { class: "whole" }, local(service.name)), make("td", { "data-label": say("duration") }, ago(service)), make("td", { "data-label": say("fee") }, local(service.fee)),
    make("td", { class: "whole" }, make("button", { class: "key small", "data-service": service.id, click: () => editService(agency, i) }, say("change"))));
  return [
    make("div", { class: "grid" }, field(say("agency"), select), textField(say("shortName"), [...path, "shortName"]), textField(say("name"), [...path, "name"]), textField(say("about"), [...path, "about"])),
    make("div", { class: "head" }, make("h2", {}, say("services")), make("button", { class: "key small", click: () => addService(agency) }, say("addService"))),
    make("table", { class: "cards" }, make("tbody", {}, owner.services.map(row))),
  ];
}

// Hours, holidays, counters, classes, texts

function drawHours() {
  const hours = draft.site.hours;
  const spans = (day, key) => {
    const path = ["site", "hours", day, key];
    const fault = bound(path, make("input", { value: hours[day]?.[key] ?? "", placeholder: "08:00-15:00" }));
    return make("td", { "data-label": say(key) }, make("div", {}, fault));
  };
  const row = (day) => make("tr", {}, make("td", { class: "whole" }, make("b", {}, say(day))),
    hours[day] ? [spans(day, "open"), spans(day, "numbers")] : make("td", { colspan: 2, class: "mute" }, say("closedDay")),
    make("td", { class: "whole" }, make("button", { class: "key small", click: () => change([hours[day] ? { path: ["site", "hours", day] } : { path: ["site", "hours", day], value: { open: "08:00-15:00", numbers: "07:30-14:30", breaks: [] } }]).then(drawPart) }, say(hours[day] ? "closeDay" : "openDay"))));
  return make("table", { class: "cards" }, make("thead", {}, make("tr", {}, ["day", "open", "numbers", "actions"].map((name) => make("th", {}, say(name))))), make("tbody", {}, days.map(row)));
}

function drawCounters() {
  const row = (counter, i) => make("tr", {}, make("td", {}, make("b", {}, counter.id)), make("td", { class: "whole" }, make("div", { class: "grid" }, textField(say("name"), ["counters", i, "name"]),
    field(say("serves"), make("div", {}, bound(["counters", i, "agencies"], make("input", { value: counter.agencies.join(", ") }), { read: (text) => text.split(",").map((one) => one.trim()).filter(Boolean) }))))));
  return make("table", { class: "cards" }, make("tbody", {}, draft.counters.map(row)));
}

function drawClasses() {
  const row = (one, i) => make("tr", {}, make("td", { class: "whole" }, make("div", { class: "grid" }, textField(say("name"), ["priorityClasses", i, "name"]), textField(say("shortName"), ["priorityClasses", i, "shortName"]), numberField(say("headStart"), ["priorityClasses", i, "headStartMinutes"]))));
  return make("table", { class: "cards" }, make("tbody", {}, draft.priorityClasses.map(row)));
}

function drawTexts() {
  return make("div", { class: "grid" }, textField(say("mallName"), ["site", "name"]), textField(say("shortName"), ["site", "shortName"]), textField(say("subtitle"), ["site", "subtitle"]), textField(say("greeting"), ["site", "greeting"]),
    numberField(say("waitingMax"), ["site", "waitingMax"]));
}

/** What has no form of its own: any part as text, checked the same way. */
function drawAll() {
  const parts = [...Object.keys(draft.site).map((key) => ["site", key]), ["exceptions"], ["priorityClasses"], ["counters"]].filter((path) => typeof at(path) === "object");
  const text = make("textarea", { class: "json", rows: 22, spellcheck: "false", "aria-label": say("asText") });
  const fault = make("p", { class: "fault", role: "alert" });
  const select = make("select", { "aria-label": say("part") }, parts.map((path) => make("option", { value: JSON.stringify(path) }, named(path))));
  const show = () => { text.value = JSON.stringify(at(JSON.parse(select.value)), null, 2); fault.textContent = ""; };
  select.addEventListener("change", show);
  text.addEventListener("change", () => {
    try {
      const value = JSON.parse(text.value);
      fault.textContent = "";
      change([{ path: JSON.parse(select.value), value }]);
    } catch (error) {
      fault.textContent = String(error.message);
    }
  });
  show();
  return [field(say("part"), select), text, fault];
}

// Versions, import and export

async function readVersions(place) {
  place.replaceChildren(make("p", { class: "mute" }, say("reading")));
  const versions = [];
  let before = 0;
  do {
    const page = await ask("GET", `journal?${new URLSearchParams({ q: "cataloguepublished", before })}`);
    versions.push(...page.entries);
    before = page.before ?? 0;
  } while (before && versions.length < 20);
  const back = (entry) => async () => {
    try {
      await ask("POST", "catalogue/version", { position: entry.position });
      await ask("POST", "catalogue/publish", { reason: say("backTo", { version: entry.data.version }) });
      me.site = (await ask("GET", "me")).site;
      await load();
      tell(say("rolledBack", { version: entry.data.version }));
    } catch (error) {
      tell(explain(error), true);
    }
  };
  const row = (entry, i) => make("tr", {}, make("td", {}, make("b", {}, String(entry.data.version))), make("td", { "data-label": say("when") }, time(entry.at, true)), make("td", { "data-label": say("who") }, entry.name ?? say("shell")), make("td", { "data-label": say("why") }, entry.data.reason || say("none")),
    make("td", { class: "whole" }, i ? make("button", { class: "key small", "data-position": entry.position, click: back(entry) }, say("rollBack")) : say("holdsNow")));
  place.replaceChildren(make("table", { class: "cards" }, make("thead", {}, make("tr", {}, ["version", "when", "who", "why", "actions"].map((name) => make("th", {}, say(name))))), make("tbody", {}, versions.map(row))));
}

function download(name, type, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const columns = () => ["agency", "id", "durationMinutes", "dailyQuota", "free", ...languages().flatMap((language) => [`name.${language}`, `fee.${language}`, `processingTime.${language}`])];
const quoted = (value) => `"${(/^[=+\-@\t\r]/.test(String(value)) ? "'" : "") + String(value ?? "").replaceAll('"', '""')}"`;

function toCsv() {
  const rows = draft.agencies.flatMap((owner) => owner.services.map((service) => columns().map((column) => {
    if (column === "agency") return owner.id;
    const [key, language] = column.split(".");
    return (language ? service[key]?.[language] : service[key]) ?? "";
  })));
  return [columns(), ...rows].map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
}

/** Rows of a CSV text (RFC 4180). */
function fromCsv(text) {
  const rows = [[]];
  let value = "";
  let inside = false;
  for (let i = 0; i < text.length; ++i) {
    const sign = text[i];
    if (inside && sign === '"' && text[i + 1] === '"') { value += '"'; ++i; } else if (sign === '"') inside = !inside;
    else if (!inside && (sign === "," || sign === "\n")) {
      rows[rows.length - 1].push(value.replace(/^'(?=[=+\-@])/, ""));
      value = "";
      if (sign === "\n") rows.push([]);
    } else if (sign !== "\r" || inside) value += sign;
  }
  if (value || rows[rows.length - 1].length) rows[rows.length - 1].push(value);
  return rows.filter((row) => row.length > 1);
}

async function importCsv(text) {
  const [head, ...rows] = fromCsv(text);
  for (const row of rows) {
    const given = Object.fromEntries(head.map((column, i) => [column, row[i] ?? ""]));
    const owner = draft.agencies.findIndex((one) => one.id === given.agency);
    if (owner < 0) throw { code: "unknownAgency", detail: given.agency };
    const services = draft.agencies[owner].services;
    const found = services.findIndex((one) => one.id === given.id);
    const service = found < 0 ? { id: given.id, requirements: [] } : structuredClone(services[found]);
    for (const [column, value] of Object.entries(given)) {
      const [key, language] = column.split(".");
      if (language) service[key] = { ...service[key], [language]: value };
      else if (key === "durationMinutes" || key === "dailyQuota") { if (value === "") delete service[key]; else service[key] = Number(value); } else if (key === "free") service.free = value === "true";
    }
    const index = found < 0 ? services.length : found;
    if (!isSame(services[index], service)) await change([{ path: ["agencies", owner, "services", index], value: service }], true);
  }
  await change([]);
}

/** In pieces: a whole catalogue is more than the service takes at once. */
async function importJson(text) {
  const whole = JSON.parse(text);
  const { agencies, notes, ...rest } = whole;
  const clean = (value) => JSON.parse(JSON.stringify(value, (key, one) => (["notes", "source", "basis"].includes(key) ? undefined : one)));
  for (const name of Object.keys(draft.site)) if (!(name in rest.site)) await change([{ path: ["site", name] }], true);
  for (const [key, value] of Object.entries(clean(rest))) {
    if (key === "site") for (const [name, one] of Object.entries(value)) await change([{ path: ["site", name], value: one }], true);
    else await change([{ path: [key], value }], true);
  }
  await change([{ path: ["agencies"], value: [] }], true);
  for (const [i, one] of clean(agencies).entries()) {
    const { services, ...about } = one;
    await change([{ path: ["agencies", i], value: { ...about, services: [] } }], true);
    for (const [n, service] of services.entries()) await change([{ path: ["agencies", i, "services", n], value: service }], true);
  }
  await change([]);
}

function drawFiles() {
  const versions = make("div", {});
  const input = make("input", {
    type: "file", accept: ".json,.csv", change: async () => {
      const [file] = input.files;
      if (!file) return;
      try {
        const text = await file.text();
        await (file.name.endsWith(".csv") ? importCsv(text) : importJson(text));
        tell(say("imported"));
      } catch (error) {
        tell(error.code ? explain(error) : String(error.message), true);
      }
      drawPart();
    },
  });
  readVersions(versions).catch((error) => tell(explain(error), true));
  return [
    make("div", { class: "grid" }, field(say("importFile"), input), make("div", { class: "keys" },
      make("button", { class: "key", click: () => download("catalogue.json", "application/json", `${JSON.stringify(draft, null, 1)}\n`) }, say("exportJson")),
      make("button", { class: "key", click: () => download("services.csv", "text/csv", toCsv()) }, say("exportCsv")))),
    make("h2", { class: "head" }, say("versions")), versions,
  ];
}

const parts = { agencies: drawAgencies, hours: drawHours, counters: drawCounters, classes: drawClasses, texts: drawTexts, all: drawAll, files: drawFiles };

function drawPart() {
  under.tabs.replaceChildren(...Object.keys(parts).map((name) => make("button", { class: "key small", "aria-pressed": String(name === chosen), "data-part": name, click: () => { chosen = name; drawPart(); } }, say(`part.${name}`))));
  under.part.replaceChildren(...[parts[chosen]()].flat(Infinity));
  drawState();
}

async function load() {
  const answer = await ask("GET", "catalogue");
  ({ draft, present } = answer);
  agency = Math.min(agency, draft.agencies.length - 1);
  faults = answer.faults;
  unlisted = answer.unlisted;
  drawPart();
  if (answer.overtaken) tell(say("error.overtaken"), true);
  main.dataset.ready = "true";
}

export async function showCatalogue(place) {
  main = place;
  for (const name of ["tabs", "keys", "faults", "part"]) under[name] = make("div", { class: name });
  under.faults.setAttribute("role", "status");
  main.replaceChildren(make("div", { class: "page catalogue", lang: currentLanguage() }, make("h1", {}, say("catalogue")), make("p", {}, say("catalogueWhat")),
    make("div", { class: "head sticky" }, under.tabs, under.keys), under.faults, under.part));
  await load().catch((error) => tell(explain(error), true));
}
