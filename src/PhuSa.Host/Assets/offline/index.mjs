// The inspector's page: keeps the keys and the list on the phone, reads a QR code by camera, photo or paste, and says what it is worth as of the list's moment.
import { judge, read } from "./statement.mjs";

const store = "phusa-check-data";
const day = 24 * 3600e3;
const main = document.querySelector("main");
const { data: address, worker, check, days: fresh, words } = JSON.parse(main.dataset.settings);
const [ask, box, answer, age] = ["ask", "text", "answer", "age"].map((id) => document.getElementById(id));

let data = null;
let last = null;

const fill = (sentence, ...places) => sentence.replace(/\{(\d)\}/g, (_, place) => places[place] ?? "");
const written = (iso) => iso?.split("-").reverse().join("/");

/** A moment in Vietnamese hours. */
function moment(seconds) {
  const [on, at] = new Date(seconds * 1000 + 7 * 3600e3).toISOString().split("T");
  return fill(words.moment, at.slice(0, 5), written(on));
}

function ageOf(milliseconds) {
  const hours = Math.floor(milliseconds / 3600e3);
  return hours < 1 ? words.soon : hours < 48 ? fill(words.hours, hours) : fill(words.days, Math.floor(hours / 24));
}

const old = () => Date.now() - data.asOf * 1000;
const isStale = () => old() > fresh * day;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text ?? "";
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/** How old the data is, and what is wrong with that. */
function sayAge() {
  if (!data) {
    return [words.empty];
  }
  const said = [fill(words.asOf, moment(data.asOf), ageOf(Math.max(0, old())))];
  if (isStale()) {
    said.push(fill(words.stale, ageOf(old())));
  }
  if (old() < -5 * 60e3) {
    said.push(words.clock);
  }
  return said;
}

function linesOf({ claims, to }) {
  const list = document.createElement("dl");
  const line = (label, value, ofRecord, large) => {
    const row = element("div");
    row.append(element("dt", label), element("dd", value ?? words.noData, { ...(ofRecord && value && { lang: "vi" }), ...(large && { class: "p" }) }));
    list.append(row);
  };
  line(words.lines.product, claims.product, true, true);
  line(words.lines.holder, claims.holder, true);
  line(words.lines.mark, claims.mark, true);
  if (claims.batch) {
    line(words.lines.batch, claims.batch, true);
  }
  line(words.lines.from, written(claims.from));
  line(words.lines.to, written(to === undefined ? claims.to : to));
  line(words.lines.code, claims.code.replace(/(.{4})(?=.)/g, "$1-"));
  line(words.lines.signed, moment(claims.iat));
  return list;
}

function show(told) {
  const [ground, title, sentence] = words.verdicts[told.verdict];
  const isSure = told.verdict !== "genuine" || (told.to && !isStale());
  const head = element("div", "", { class: `s ${isSure ? ground : "ask"}` });
  const inner = element("div", "", { class: "w" });
  inner.append(element("h2", title), element("p", fill(sentence, data && moment(data.asOf), written(told.on) ?? words.noData, told.issuer)));
  head.append(inner);
  const below = element("div", "", { class: "w" });
  below.append(...sayAge().map((said, place) => element("p", said, { class: place === 0 ? "t" : "n" })));
  if (told.claims) {
    below.append(element("p", words.copied, { class: "n" }), linesOf(told));
  }
  if (told.code) {
    below.append(element("a", words.online, { class: "k", href: `${check}/${told.code.replace(/(.{4})(?=.)/g, "$1-")}` }));
  }
  answer.replaceChildren(head, below);
  answer.dataset.verdict = told.verdict;
}

async function tell(text) {
  last = text;
  show(globalThis.crypto?.subtle ? await judge(text, data, Date.now()) : { verdict: "cannot" });
  answer.focus();
  answer.scrollIntoView();
}

function say(sentence) {
  answer.replaceChildren(element("p", sentence, { class: "n w" }));
  delete answer.dataset.verdict;
}

function tellAge() {
  age.replaceChildren(...sayAge().map((said) => element("span", `${said} `)));
}

/** The list of the phone at once, that of the network when it comes. */
async function load() {
  try {
    data ??= (await (await caches.match(address))?.json()) ?? null;
  } catch {
    // Nothing can be kept here; the network may still answer.
  }
  tellAge();
  try {
    const answered = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(15e3) });
    if (!answered.ok) {
      return;
    }
    const kept = answered.clone();
    data = await answered.json();
    tellAge();
    if (last !== null) {
      await tell(last);
    }
    await (await caches.open(store)).put(address, kept);
  } catch {
    // Without network: what the phone has stays.
  }
}

async function scan(detector) {
  const [view, stop, start] = ["view", "stop", "camera"].map((id) => document.getElementById(id));
  let stream;
  const end = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    [view.hidden, stop.hidden, start.hidden] = [true, true, false];
  };
  stop.onclick = end;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } } });
    view.srcObject = stream;
    [view.hidden, stop.hidden, start.hidden] = [false, false, true];
    await view.play();
  } catch {
    end();
    say(words.noCamera);
    return;
  }
  while (stream) {
    const [code] = await detector.detect(view).catch(() => []);
    if (code && stream) {
      end();
      await tell(code.rawValue);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

async function photo(detector, input) {
  const [file] = input.files;
  input.value = "";
  if (!file) {
    return;
  }
  try {
    const [code] = await detector.detect(await createImageBitmap(file));
    await (code ? tell(code.rawValue) : say(words.unread));
  } catch {
    say(words.unread);
  }
}

async function readers() {
  const can = (await globalThis.BarcodeDetector?.getSupportedFormats?.().catch(() => []))?.includes("qr_code");
  if (!can) {
    document.getElementById("no-reader").hidden = false;
    return;
  }
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const picture = document.getElementById("photo");
  picture.hidden = false;
  picture.querySelector("input").addEventListener("change", ({ target }) => photo(detector, target));
  if (navigator.mediaDevices?.getUserMedia) {
    const camera = document.getElementById("camera");
    camera.hidden = false;
    camera.addEventListener("click", () => scan(detector));
  }
}

/** Opened for the address of a code without network: that is what was scanned. */
const scanned = () => (read(location.href) ? location.href : null);

async function begin() {
  document.getElementById("off").hidden = true;
  ask.hidden = false;
  ask.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(box.value);
  });
  window.addEventListener("online", load);
  navigator.serviceWorker?.register(worker).catch(() => {});
  await readers();
  await load();
  if (scanned()) {
    box.value = scanned();
    await tell(scanned());
  }
  main.dataset.ready = "";
}

begin();
