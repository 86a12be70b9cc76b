// SPDX-License-Identifier: Apache-2.0
// What scripts add to pages that are complete without them: a search that answers while one types, and a ticket that is
// told its news instead of asking for them.

const parser = new DOMParser();

async function fetchPage(address, signal) {
  const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
  return parser.parseFromString(await answer.text(), "text/html");
}

// ---- search ---------------------------------------------------------------------------------------------------------

function searchWhileTyping() {
  const field = document.getElementById("q");
  const found = document.getElementById("found");
  if (!field || !found) return;
  const atFirst = [...found.childNodes];
  let asked = null;
  let timer = 0;

  async function look() {
    asked?.abort();
    const query = field.value.trim();
    if (!query) return found.replaceChildren(...atFirst);
    asked = new AbortController();
    try {
      const page = await fetchPage(`/search?q=${encodeURIComponent(query)}`, asked.signal);
      const news = page.getElementById("found");
      if (news) found.replaceChildren(...news.childNodes);
    } catch {
      // A newer question, or no network: what is shown stays, and the key still sends the form.
    }
  }
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 150);
  });
}

// ---- the call -------------------------------------------------------------------------------------------------------

class Bell {
  #sound = null;
  #lock = null;
  wanted = false;

  /** Browsers let a page sound, and keep the screen lit, only after a touch. */
  async arm() {
    this.wanted = true;
    this.#sound ??= new AudioContext();
    await this.#sound.resume().catch(() => {});
    this.#tone(880, 0, 0.12, 0.15);
    await this.keepAwake();
  }

  async keepAwake() {
    if (!this.wanted || !("wakeLock" in navigator) || document.hidden) return;
    this.#lock = await navigator.wakeLock.request("screen").catch(() => null);
  }

  letSleep() {
    this.#lock?.release().catch(() => {});
    this.#lock = null;
  }

  ring() {
    navigator.vibrate?.([500, 250, 500, 250, 500]);
    if (!this.wanted) return;
    for (let i = 0; i < 3; ++i) {
      this.#tone(784, i * 1.1, 0.45, 0.5);
      this.#tone(1047, i * 1.1 + 0.4, 0.6, 0.5);
    }
  }

  /** A struck bell: a tone and its octave, dying away. */
  #tone(pitch, after, length, loud) {
    const begin = this.#sound.currentTime + after;
    for (const [times, share] of [[1, 1], [2, 0.3]]) {
      const voice = this.#sound.createOscillator();
      const volume = this.#sound.createGain();
      voice.frequency.value = pitch * times;
      volume.gain.setValueAtTime(loud * share, begin);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + length);
      voice.connect(volume).connect(this.#sound.destination);
      voice.start(begin);
      voice.stop(begin + length);
    }
  }
}

// ---- following a ticket -----------------------------------------------------------------------------------------------

const pollEvery = 15_000; // where no socket can be had
const quietFor = 70_000; // the service says something every half minute
const staleAfter = 90_000;

class Ticket {
  #bell = new Bell();
  #socket = null;
  #tries = 0;
  #timer = 0;
  #heardAt = 0; // by this phone's elapsed time
  #shape = "";

  constructor(root) {
    this.#adopt(root);
    this.#heardAt = performance.now() - Math.max(0, Math.min(Date.now() - Number(root.dataset.at), 86_400_000));
    if (Math.abs(Date.now() - Number(root.dataset.at)) < 120_000 || navigator.onLine) this.#heardAt = performance.now();
    this.#shape = "";
    setInterval(() => this.#sayAge(), 1000);
    document.addEventListener("visibilitychange", () => this.#woken());
    window.addEventListener("online", () => this.#woken());
    window.addEventListener("offline", () => this.#sayAge());
    this.#sayAge();
    this.#connect();
  }

  get #isOver() {
    return ["served", "noShow", "cancelled", "expired"].includes(this.root.dataset.state);
  }

  #part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  #word(key, ...values) {
    return values.reduce((text, value, i) => text.replace(`%${i + 1}`, value), this.words[key] ?? "");
  }

  #adopt(root) {
    this.root = root;
    this.words = JSON.parse(root.dataset.words);
    // What can be taken back for a minute is not offered for longer.
    for (const undo of root.querySelectorAll("[data-until]"))
      setTimeout(() => undo.remove(), Number(undo.dataset.until));
    const key = root.querySelector("[data-sound]");
    if (!key) return;
    key.hidden = false;
    this.#showSound(key);
    key.addEventListener("click", async () => {
      await this.#bell.arm();
      this.#showSound(key);
    });
  }

  #showSound(key) {
    key.setAttribute("aria-pressed", String(this.#bell.wanted));
    const text = key.querySelector("span");
    if (this.#bell.wanted) text.textContent = text.dataset.on;
  }

  // -- news --

  #connect() {
    clearTimeout(this.#timer);
    if (this.#isOver) return;
    const address = new URL(`${this.root.dataset.follow}/live`, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener("message", (event) => {
      this.#tries = 0;
      this.#heard(JSON.parse(event.data));
    });
    socket.addEventListener("close", () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#later();
    });
  }

  /** The pause doubles, and differs from phone to phone: a whole hall must not come back in one moment. */
  #later() {
    this.#tries += 1;
    const pause = Math.min(pollEvery, 500 * 2 ** this.#tries) * (0.5 + Math.random());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      if (this.#tries > 1) await this.#poll();
      this.#connect();
    }, pause);
  }

  async #poll() {
    try {
      const answer = await fetch(this.root.dataset.follow);
      if (answer.ok) await this.#heard(await answer.json());
      else if (answer.status === 404) location.reload();
    } catch {
      // No network; the age tells.
    }
  }

  #woken() {
    if (document.hidden) return;
    this.#bell.keepAwake();
    if (performance.now() - this.#heardAt > quietFor || !this.#socket) {
      const old = this.#socket;
      this.#socket = null;
      old?.close();
      this.#tries = 0;
      this.#connect();
    }
  }

  async #heard(news) {
    this.#heardAt = performance.now();
    this.#sayAge();
    if (!news.state) return; // only a sign of life
    const { state, counter, calledAt, notice, further, done, parkedUntil, paused } = news;
    const shape = JSON.stringify([state, counter, calledAt, notice, further, done, parkedUntil, paused, !!news.wait, news.mayCancel, news.rejoinUntil, news.placeBackUntil]);
    const changed = this.#shape ? shape !== this.#shape : state !== this.root.dataset.state;
    this.#shape = shape;
    if (changed) await this.#turnPage(state);
    else if (state === "waiting") this.#move(news);
  }

  /** Something else than the place has changed: the service writes the page anew. */
  async #turnPage(state) {
    const calls = state === "called";
    if (calls) this.#bell.ring();
    let page;
    try {
      page = await fetchPage(location.href);
    } catch {
      this.#shape = "";
      return;
    }
    const root = page.getElementById("ticket");
    if (!root) return location.reload();
    // What somebody has opened and is reading, or about to confirm, stays open.
    const open = [...this.root.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
    this.root.replaceWith(root);
    for (const summary of root.querySelectorAll("details > summary"))
      if (open.includes(summary.textContent)) summary.parentElement.open = true;
    document.body.className = page.body.className;
    if (calls) document.body.classList.add("now");
    document.title = calls ? `● ${page.title}` : page.title;
    this.#adopt(root);
    this.#sayAge();
    const title = root.querySelector("h1");
    if (calls && title) {
      title.tabIndex = -1;
      title.focus();
    }
    if (this.#isOver) {
      this.#bell.letSleep();
      const old = this.#socket;
      this.#socket = null;
      old?.close();
    }
  }

  #move(news) {
    const title = this.#part("ahead");
    const text = this.#word(news.ahead === 0 ? "aheadNone" : news.ahead === 1 && this.words.aheadOne ? "aheadOne" : "ahead", news.ahead);
    if (title.textContent.trim() !== text) {
      title.textContent = text;
      this.#drawPeople(news.ahead);
    }
    if (news.wait) {
      this.#part("minutes").textContent = this.#word("minutes", `${news.wait.from}–${news.wait.until}`);
      this.#part("times").textContent = news.wait.about[document.documentElement.lang] ?? "";
    }
    const serving = this.#part("serving");
    serving.hidden = !news.serving?.length;
    serving.querySelector(".desks").replaceChildren(
      ...(news.serving ?? []).map(({ counter, number }) => {
        const desk = document.createElement("span");
        const strong = document.createElement("b");
        strong.textContent = number;
        desk.append(`${this.words.counter} ${counter}`, strong);
        return desk;
      }),
    );
  }

  #drawPeople(ahead) {
    const row = this.root.querySelector(".people");
    const you = row.querySelector(".you");
    const person = you.querySelector("svg");
    const drawn = ahead > 5 ? 2 : ahead;
    const people = Array.from({ length: drawn }, () => person.cloneNode(true));
    if (ahead > 5) {
      const more = document.createElement("b");
      more.textContent = `+${ahead - 2}`;
      people.push(more);
    }
    row.replaceChildren(row.querySelector(".desk"), ...people, you);
  }

  // -- how old it is --

  #sayAge() {
    const place = this.#part("age");
    if (!place || this.#isOver) return;
    const age = performance.now() - this.#heardAt;
    const seconds = Math.floor(age / 1000);
    const minutes = Math.max(1, Math.floor(seconds / 60));
    const old = age > staleAfter || !navigator.onLine;
    const text = !navigator.onLine ? this.#word("offline", minutes)
      : old ? this.#word("stale", minutes)
      : seconds < 3 ? this.#word("updatedNow")
      : seconds < 60 ? this.#word("updatedSeconds", seconds)
      : this.#word("updatedMinutes", minutes);
    place.closest(".age").classList.toggle("old", old);
    const icon = place.querySelector("svg");
    place.replaceChildren(...(icon ? [icon] : []), text);
  }
}

/** A code on paper needs no battery. */
function offerPrinting() {
  const key = document.querySelector("[data-print]");
  if (!key) return;
  key.hidden = false;
  key.addEventListener("click", () => window.print());
}

searchWhileTyping();
offerPrinting();
const ticket = document.getElementById("ticket");
if (ticket) new Ticket(ticket);
navigator.serviceWorker?.register("/worker.js").catch(() => {});
