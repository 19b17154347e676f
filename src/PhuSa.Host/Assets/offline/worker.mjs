// Keeps the inspector's page on the phone, and answers with it for the address of a code when the network is gone. self.kept is set by the answer that loads this.

const { name, version, page, files } = self.kept;
const shell = `phusa-check-${name}-${version}`;
const patience = 8e3; // Milliseconds until a network that does not answer counts as gone.

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(shell);
    await cache.addAll([page, ...files].map((file) => new Request(file, { cache: "reload" })));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const others = (await caches.keys()).filter((key) => key.startsWith(`phusa-check-${name}-`) && key !== shell);
    await Promise.all(others.map((key) => caches.delete(key)));
    await self.clients.claim();
  })());
});

async function open(request) {
  try {
    return await Promise.race([fetch(request), new Promise((_, reject) => setTimeout(reject, patience))]);
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== "GET") {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(open(request));
  } else if (files.includes(pathname)) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
