// SPDX-License-Identifier: Apache-2.0
// Keeps the pages' files, and the last look at a ticket, for when the phone has no network. Everything else goes to the
// service: a list of waiting people from yesterday helps nobody.

const kept = ["KEPT"];
const files = "files";
const tickets = "tickets";
const patience = 6000; // for a network that is there and answers nothing

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(files).then((cache) => cache.addAll(kept)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(files);
    for (const request of await cache.keys())
      if (!kept.includes(new URL(request.url).pathname)) await cache.delete(request);
    await self.clients.claim();
  })());
});

/** A ticket's page under one address, whatever language was asked for. */
function ticketKey(url) {
  return new Request(url.origin + url.pathname);
}

async function lastLook(request, url) {
  const cache = await caches.open(tickets);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (answer.ok) {
      // One phone follows few tickets: older ones go.
      const known = await cache.keys();
      for (const old of known.slice(0, Math.max(0, known.length - 8))) await cache.delete(old);
      await cache.put(ticketKey(url), answer.clone());
    } else if (answer.status === 404) {
      await cache.delete(ticketKey(url));
    }
    return answer;
  } catch (error) {
    const look = await cache.match(ticketKey(url));
    if (look) return look;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/web/"))
    event.respondWith(caches.match(event.request, { cacheName: files }).then((file) => file ?? fetch(event.request)));
  else if (url.pathname.startsWith("/t/"))
    event.respondWith(lastLook(event.request, url));
});
