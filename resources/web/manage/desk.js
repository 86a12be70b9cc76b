// SPDX-License-Identifier: Apache-2.0
// Closures, devices, people and the journal: pages on which a manager changes or looks up something.

import { ask, closeDialog, field, heardTime, make, may, me, openDialog, tell, time } from "./manage.js";
import { deviceRows, order, wide } from "./now.js";
import { explain, local, say } from "./words.js";

const input = (name, more = {}) => make("input", { name, ...more });
const select = (name, options, chosen) => make("select", { name }, options.map(([value, text]) => make("option", { value, selected: value === chosen }, text)));
const heading = (title, what) => [make("h1", {}, say(title)), make("p", {}, say(what))];

/** A form that sends what is in it; what is wrong stands in the form, and nothing typed is lost. */
function form(classes, content, keys, send) {
  const fault = make("p", { class: "fault wide", role: "alert" });
  const element = make("form", {
    class: classes,
    submit: async (event) => {
      event.preventDefault();
      fault.textContent = "";
      try {
        await send(Object.fromEntries(new FormData(element)));
      } catch (error) {
        fault.textContent = explain(error);
      }
    },
  }, content, fault, make("div", { class: "keys wide" }, keys));
  return element;
}

// Closures

function scopes() {
  const site = me.site;
  const own = me.agency;
  const agencies = site.agencies.filter((agency) => !own || agency.id === own);
  const all = own ? [] : [["site", say("wholeMall")]];
  for (const agency of agencies) all.push([`agency:${agency.id}`, `${agency.line} · ${local(agency.shortName)}`]);
  if (!own) for (const counter of site.counters) all.push([`counter:${counter.id}`, local(counter.name) || counter.id]);
  for (const agency of agencies)
    for (const service of agency.services) all.push([`service:${service.id}`, `${agency.line} · ${local(service.name)}`]);
  return all;
}

export async function showClosures(main) {
  const list = make("section", {});
  const names = new Map(scopes());
  const draw = async () => {
    const now = await ask("GET", "now");
    heardTime(now.now);
    const closures = (now.closures ?? []).filter((closure) => names.has(closure.scope));
    const row = (closure) => make("tr", {},
      make("td", { class: "whole" }, make("b", {}, names.get(closure.scope))),
      make("td", { "data-label": say("reasonId") }, local(closure.reason) || make("span", { class: "mute" }, say("noReason"))),
      make("td", { "data-label": "" }, say("until", { time: time(closure.until, true) })),
      make("td", { class: "whole" }, make("button", {
        class: "key small", "data-scope": closure.scope, click: async () => {
          await change(() => ask("POST", "reopen", { scope: closure.scope }), say("reopenedDone"));
        },
      }, say("reopen"))));
    list.replaceChildren(make("h2", { class: "head" }, say("closedNow")),
      closures.length ? make("table", { class: "cards" }, make("tbody", {}, closures.map(row))) : make("p", { class: "mute" }, say("nothingClosed")));
    main.dataset.ready = "true";
  };
  const change = async (action, done) => {
    try {
      await action();
      tell(done);
    } catch (error) {
      tell(explain(error), true);
    }
    await draw();
  };
  const lengths = [["30", say("minutes", { n: 30 })], ["60", say("hours", { n: 1 })], ["120", say("hours", { n: 2 })], ["240", say("hours", { n: 4 })], ["0", say("restOfDay")]];
  const languages = me.site.languages;
  const reasons = languages.map((language) => field(say(language === "id" ? "reasonId" : "reasonEn"), input(`reason.${language}`, { maxlength: 60, lang: language })));
  const closing = form("grid card", [field(say("whatCloses"), select("scope", [...names])), field(say("howLong"), select("minutes", lengths, "60")), reasons],
    make("button", { class: "key yellow" }, say("close")), async (values) => {
      const reason = {};
      for (const language of languages) if (values[`reason.${language}`].trim()) reason[language] = values[`reason.${language}`].trim();
      await ask("POST", "close", { scope: values.scope, minutes: Number(values.minutes), reason });
      tell(say("closedDone"));
      await draw();
    });
  main.replaceChildren(make("div", { class: "page" }, heading("closures", "closuresWhat"), closing, list));
  await draw().catch((error) => tell(explain(error), true));
}

// Devices

function showCode(name, code) {
  const picture = make("img", { alt: "QR", src: `data:image/svg+xml;base64,${btoa(code.qr)}` });
  openDialog(make("h2", {}, say("inviteTitle", { name })), make("p", { class: "hint" }, say("scanOr")),
    make("div", { class: "invite" }, picture, make("dl", {},
      make("dt", {}, say("address")), make("dd", {}, make("b", {}, code.address)),
      make("dt", {}, say("code")), make("dd", { class: "code" }, code.code),
      make("dt", {}, ""), make("dd", {}, say("goodUntil", { time: time(code.until) })))),
    make("div", { class: "keys" }, make("button", { class: "key yellow", click: closeDialog }, say("done"))));
}

function inviteDialog(device) {
  const counters = [["", say("anyCounter")], ...me.site.counters.map((counter) => [counter.id, local(counter.name) || counter.id])];
  const kind = select("kind", ["kiosk", "counter", "display"].map((one) => [one, say(one)]), device?.kind);
  const mark = field(say("mark"), input("mark", { maxlength: 1, value: device?.mark ?? "", pattern: "[A-Za-z0-9]" }));
  const counter = field(say("atCounter"), select("counter", counters));
  const adapt = () => {
    mark.hidden = kind.value !== "kiosk";
    mark.querySelector("input").required = kind.value === "kiosk";
    counter.hidden = kind.value !== "counter";
  };
  kind.addEventListener("change", adapt);
  adapt();
  openDialog(make("h2", {}, say("addDevice")), form("grid", [
    field(say("kind"), kind),
    field(say("id"), input("id", { required: true, value: device?.terminal ?? "", pattern: "[a-z0-9]+([.\\-][a-z0-9]+)*", autocapitalize: "none", spellcheck: "false" }), say("idHint")),
    field(say("name"), input("name", { maxlength: 60, value: device?.name ?? "" })), mark, counter,
  ], [make("button", { class: "key", type: "button", click: closeDialog }, say("cancel")), make("button", { class: "key yellow" }, say("makeCode"))],
  async (values) => {
    const code = await ask("POST", "invite", values);
    closeDialog();
    showCode(values.name || values.id, code);
  }));
}

export async function showDevices(main) {
  const place = make("section", {});
  const revoke = (device) => openDialog(make("h2", {}, say("revoke")), make("p", {}, say("revokeSure", { name: device.name })),
    make("div", { class: "keys" }, make("button", { class: "key", click: closeDialog }, say("cancel")), make("button", {
      class: "key warn", click: async () => {
        closeDialog();
        try {
          await ask("POST", "revoke", { terminal: device.terminal });
          tell(say("revoked", { name: device.name }));
        } catch (error) {
          tell(explain(error), true);
        }
        await draw();
      },
    }, say("revoke"))));
  const keys = (device) => make("span", { class: "keys" },
    may("orderDevices") && device.kind === "kiosk" ? make("button", { class: "key small", disabled: !device.connected, click: () => order(device, "testPrint") }, say("testPrint")) : "",
    make("button", { class: "key small", click: () => inviteDialog(device) }, say("makeCode")),
    make("button", { class: "key small warn", "data-terminal": device.terminal, click: () => revoke(device) }, say("revoke")));
  const draw = async () => {
    const now = await ask("GET", "now");
    heardTime(now.now);
    place.replaceChildren(deviceRows(now.devices ?? [], keys));
    main.dataset.ready = "true";
  };
  main.replaceChildren(make("div", { class: "page" }, heading("devices", "devicesWhat"),
    make("div", { class: "keys" }, make("button", { class: "key yellow", click: () => inviteDialog() }, say("addDevice"))), place));
  await draw().catch((error) => tell(explain(error), true));
}

// People

function personDialog(person, roles, saved) {
  const agencies = [["", say("none")], ...me.site.agencies.map((agency) => [agency.id, `${agency.line} · ${local(agency.shortName)}`])];
  const role = select("role", Object.keys(roles).sort((a, b) => roles[a].length - roles[b].length).map((one) => [one, say(`role.${one}`)]), person?.role ?? "officer");
  const agency = field(say("agency"), select("agency", agencies, person?.agency));
  const adapt = () => { agency.hidden = role.value !== "agencyHead"; };
  role.addEventListener("change", adapt);
  adapt();
  const active = make("input", { type: "checkbox", name: "active", checked: person ? person.active : true });
  openDialog(make("h2", {}, person ? person.name : say("addPerson")), form("grid", [
    field(say("name"), input("name", { required: true, maxlength: 60, value: person?.name ?? "" })),
    field(say("signInName"), input("id", { required: true, value: person?.id ?? "", readonly: Boolean(person), pattern: "[a-z0-9]+([.\\-][a-z0-9]+)*", autocapitalize: "none", spellcheck: "false" }), say("idHint")),
    field(say("role"), role), agency,
    field(say("pin"), input("pin", { inputmode: "numeric", type: "password", autocomplete: "new-password", pattern: "[0-9]{4,12}" }), person ? say("pinKept") : ""),
    field(say("newPassword"), input("password", { type: "password", minlength: 10, autocomplete: "new-password" }), person ? say("pinKept") : ""),
    make("label", { class: "check" }, active, say("active")),
  ], [make("button", { class: "key", type: "button", click: closeDialog }, say("cancel")), make("button", { class: "key yellow" }, say("save"))],
  async (values) => {
    await ask("POST", "people", { ...values, active: active.checked });
    closeDialog();
    tell(say("saved"));
    await saved();
  }));
}

export async function showPeople(main) {
  const place = make("section", {});
  let roles = {};
  const row = (person, draw) => make("tr", { class: `person ${person.active ? "" : "gone"}` },
    make("td", { class: "name whole" }, make("b", {}, person.name), make("div", { class: "mute" }, person.id)),
    make("td", { "data-label": say("role") }, say(`role.${person.role}`), person.agency ? ` · ${local(me.site.agencies.find((one) => one.id === person.agency)?.shortName)}` : ""),
    make("td", { "data-label": say("signInsWith") }, person.active ? [person.hasPin ? say("pinWord") : "", person.hasPassword ? say("passwordWord") : ""].filter(Boolean).join(", ") || say("none") : say("gone")),
    make("td", { class: "whole" }, make("button", { class: "key small", "data-person": person.id, click: () => personDialog(person, roles, draw) }, say("change"))));
  const draw = async () => {
    const answer = await ask("GET", "people");
    roles = answer.roles;
    place.replaceChildren(make("table", { class: "cards" },
      make("thead", {}, make("tr", {}, ["name", "role", "signInsWith", "actions"].map((name) => make("th", { scope: "col" }, say(name))))),
      make("tbody", {}, answer.people.map((person) => row(person, draw)))));
    main.dataset.ready = "true";
  };
  main.replaceChildren(make("div", { class: "page" }, heading("people", "peopleWhat"),
    make("div", { class: "keys" }, make("button", { class: "key yellow", click: () => personDialog(null, roles, draw) }, say("addPerson"))), place));
  await draw().catch((error) => tell(explain(error), true));
}

// The journal

const plain = (value) => (typeof value === "object" && value !== null ? Object.entries(value).map(([key, one]) => `${key}: ${plain(one)}`).join(", ") : String(value));

/** A field of a CSV file; what a table program would take for a formula is made text (a leading apostrophe). */
const csv = (value) => {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replaceAll('"', '""')}"`;
};

function saveCsv(entries, day) {
  const lines = [["position", "time", "officer", "terminal", "event", "data"].join(","),
    ...entries.map((entry) => [entry.position, new Date(entry.at).toISOString(), entry.officer, entry.terminal, entry.kind, JSON.stringify(entry.data)].map(csv).join(","))];
  const link = make("a", { href: URL.createObjectURL(new Blob([`${lines.join("\r\n")}\r\n`], { type: "text/csv" })), download: `antre-journal-${day || "all"}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export async function showJournal(main) {
  const rows = make("tbody", {});
  const status = make("p", { class: "mute", role: "status" });
  const older = make("button", { class: "key", click: () => read() }, say("more"));
  let question = {};
  let before = 0;
  let entries = [];
  const row = (entry) => make("tr", {},
    make("td", { class: "name", "data-label": say("when") }, time(entry.at, true)),
    make("td", { "data-label": say("who") }, entry.name || entry.officer || entry.terminal || say("none"), entry.name && entry.terminal ? make("div", { class: "mute" }, entry.terminal) : ""),
    make("td", { "data-label": say("what") }, make("b", {}, entry.kind), make("div", { class: "mute" }, plain(entry.data))));
  const read = async () => {
    older.disabled = true;
    status.textContent = say("reading");
    const wanted = entries.length + 50;
    try {
      do {
        const page = await ask("GET", `journal?${new URLSearchParams({ ...question, before })}`);
        entries.push(...page.entries);
        rows.append(...page.entries.map(row));
        before = page.before ?? 0;
      } while (before && entries.length < wanted);
      status.textContent = entries.length ? "" : say("noEntries");
    } catch (error) {
      status.textContent = explain(error);
    }
    older.disabled = !before;
    main.dataset.ready = "true";
  };
  const find = async (values) => {
    question = { q: values.q ?? "", day: values.day ?? "" };
    before = 0;
    entries = [];
    rows.replaceChildren();
    await read();
  };
  const search = form("grid card", [field(say("search"), input("q", { type: "search", maxlength: 60 })), field(say("day"), input("day", { type: "date" }))],
    [make("button", { class: "key yellow" }, say("search")), make("button", { class: "key", type: "button", click: async () => { while (before) await read(); saveCsv(entries, question.day); } }, say("export"))], find);
  main.replaceChildren(make("div", { class: "page" }, heading("journal", "journalWhat"), search,
    make("section", {}, wide("journal", make("table", { class: "cards" }, make("thead", {}, make("tr", {}, ["when", "who", "what"].map((name) => make("th", { scope: "col" }, say(name))))), rows))), status, older));
  await find({});
}
