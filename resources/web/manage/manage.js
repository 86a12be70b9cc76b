// SPDX-License-Identifier: Apache-2.0
// The frame of the manager's pages: who is signed in, which page is shown, and how the service is asked.

import { currentLanguage, explain, otherLanguage, say, setLanguage } from "./words.js";
import { showNow, stopNow } from "./now.js";
import { showCatalogue } from "./catalogue.js";
import { showClosures, showDevices, showJournal, showPeople } from "./desk.js";

export let me = null;
const pages = [
  { name: "now", right: "seeMall", show: showNow },
  { name: "closures", right: "close", show: showClosures },
  { name: "devices", right: "manageDevices", show: showDevices },
  { name: "catalogue", right: "editCatalogue", show: showCatalogue },
  { name: "people", right: "managePeople", show: showPeople },
  { name: "journal", right: "readJournal", show: showJournal },
];
const byId = (id) => document.getElementById(id);

/** An element; attributes that are functions listen. Strings become text, never markup. */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...content.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== false));
  return element;
}
export const icon = (name) => make("span", { class: `ic ${name}`, "aria-hidden": "true" });
export const may = (right) => Boolean(me?.rights.includes(right));

let touched = true;
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => { touched = true; }, { passive: true });
/** Whether a person did something since this was asked last. */
export function wasTouched() {
  const was = touched;
  touched = false;
  return was;
}

/** Asks the service; throws its error, {code, detail}. */
export async function ask(method, path, body) {
  let response;
  try {
    response = await fetch(`/manage/api/${path}`, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify({ ...body, csrf: me?.csrf ?? "" }) : undefined,
      credentials: "same-origin",
    });
  } catch {
    throw { code: "offline", detail: "" };
  }
  let answer = {};
  try {
    answer = await response.json();
  } catch {
    throw { code: "offline", detail: String(response.status) };
  }
  if (response.ok) return answer;
  const error = answer.error ?? { code: "offline", detail: "" };
  if (response.status === 401 && me) {
    me = null;
    showDoor(explain(error));
  }
  throw error;
}

export function tell(text, bad = false) {
  const notice = byId("notice");
  notice.textContent = text;
  notice.classList.toggle("bad", bad);
}

export function time(ms, withDay = false) {
  const zone = me?.site?.timeZone;
  const locale = currentLanguage() === "id" ? "id-ID" : "en-GB";
  const options = { hour: "2-digit", minute: "2-digit", timeZone: zone };
  if (withDay) Object.assign(options, { day: "numeric", month: "short" });
  return new Intl.DateTimeFormat(locale, options).format(new Date(ms));
}

export function openDialog(...content) {
  const dialog = byId("dialog");
  dialog.replaceChildren(...content);
  dialog.showModal();
  return dialog;
}
export const closeDialog = () => byId("dialog").close();

export function field(label, input, hint) {
  return make("label", {}, make("span", {}, label), input, hint ? make("span", { class: "hint" }, hint) : null);
}

// Sign-in

function door(title, what, fields, action, submit, other) {
  const fault = make("p", { class: "fault", role: "alert" });
  const form = make("form", {
    submit: async (event) => {
      event.preventDefault();
      fault.textContent = "";
      const key = form.querySelector("button");
      key.disabled = true;
      try {
        me = await submit(Object.fromEntries(new FormData(form)));
        start();
      } catch (error) {
        fault.textContent = explain(error);
      }
      key.disabled = false;
    },
  }, fields, fault, make("button", { class: "key yellow" }, action), other);
  byId("main").replaceChildren(make("div", { class: "door card" }, make("h1", {}, title), what ? make("p", { class: "hint" }, what) : null, form));
  form.querySelector("input").focus();
}

function showDoor(reason) {
  stopNow();
  drawBar();
  door(say("signInTitle"), reason ?? "", [
    field(say("signInName"), make("input", { name: "id", required: true, autocomplete: "username", autocapitalize: "none", spellcheck: "false" })),
    field(say("password"), make("input", { name: "password", type: "password", required: true, autocomplete: "current-password" })),
  ], say("signIn"), (values) => ask("POST", "signin", values),
  make("a", { href: "#setup", class: "hint", click: (event) => { event.preventDefault(); showSetUp(); } }, say("firstTime")));
}

function showSetUp() {
  door(say("setUpTitle"), say("setUpWhat"), [
    field(say("code"), make("input", { name: "code", required: true, autocomplete: "off", spellcheck: "false" })),
    field(say("name"), make("input", { name: "name", required: true, autocomplete: "name", maxlength: 60 })),
    field(say("signInName"), make("input", { name: "id", required: true, autocomplete: "username", autocapitalize: "none", pattern: "[a-z0-9]+([.\\-][a-z0-9]+)*", spellcheck: "false" }), say("idHint")),
    field(say("newPassword"), make("input", { name: "password", type: "password", required: true, minlength: 10, autocomplete: "new-password" })),
  ], say("register"), (values) => ask("POST", "setup", values),
  make("a", { href: "#now", class: "hint", click: (event) => { event.preventDefault(); showDoor(); } }, say("back")));
}

// The frame

function allowedPages() {
  return pages.filter((page) => may(page.right));
}

function chosenPage() {
  const wanted = location.hash.slice(1);
  return allowedPages().find((page) => page.name === wanted) ?? allowedPages()[0];
}

function switches() {
  const contrast = document.documentElement.classList.contains("contrast");
  return [
    make("button", { lang: otherLanguage(), title: say("otherLanguage"), click: () => { choose("language", otherLanguage()); } }, make("span", { class: "full" }, say("otherLanguage")), make("span", { class: "short" }, otherLanguage().toUpperCase())),
    make("button", { "aria-pressed": String(contrast), click: () => choose("contrast", contrast ? "" : "high"), title: say(contrast ? "contrastNormal" : "contrastHigh"), "aria-label": say(contrast ? "contrastNormal" : "contrastHigh") }, icon("ui-contrast")),
  ];
}

function choose(what, value) {
  localStorage.setItem(what, value);
  applyChoices();
  if (me) start();
  else showDoor();
}

function applyChoices() {
  setLanguage(localStorage.getItem("language"));
  document.documentElement.lang = currentLanguage();
  document.documentElement.classList.toggle("contrast", localStorage.getItem("contrast") === "high");
  byId("skip").textContent = say("skip");
}

function drawBar() {
  const site = me?.site?.shortName;
  const name = site ? site[currentLanguage()] ?? Object.values(site)[0] : "Antre";
  document.title = `${name} · Antre`;
  const page = me ? chosenPage() : null;
  byId("bar").replaceChildren(
    make("img", { class: "mark", src: "/manage/mark.svg", alt: "" }),
    make("span", { class: "site" }, name),
    me ? make("nav", {}, allowedPages().map((one) => make("a", { href: `#${one.name}`, "aria-current": one === page ? "page" : undefined }, say(one.name)))) : "",
    make("span", { class: "right" }, switches(),
      me ? make("button", { click: signOut, title: me.name }, say("signOut")) : "",
      me ? make("span", { class: "clock", id: "clock" }) : ""),
  );
  tick();
}

function tick() {
  const clock = byId("clock");
  if (clock) clock.textContent = time(Date.now() + clockOffset);
}
let clockOffset = 0;
/** The site's time, as the service says it. */
export function heardTime(now) {
  clockOffset = now - Date.now();
  tick();
}
setInterval(tick, 5000);

async function signOut() {
  try {
    await ask("POST", "signout", {});
  } catch { /* signed out all the same */ }
  me = null;
  tell("");
  showDoor();
}

function start() {
  stopNow();
  tell("");
  drawBar();
  if (me.now) heardTime(me.now);
  const page = chosenPage();
  const main = byId("main");
  main.replaceChildren();
  if (page) page.show(main);
}

addEventListener("hashchange", () => { if (me) { start(); byId("main").focus(); } });
applyChoices();
try {
  me = await ask("GET", "me");
  start();
} catch {
  showDoor();
}
