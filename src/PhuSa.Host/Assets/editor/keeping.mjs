// Keeps what was typed and not yet saved on this device, by the key that the page gives (which article).
import { element } from "./dialogs.mjs";
import { makeRoom } from "./rows.mjs";
import { words } from "./words.mjs";

const prefix = "phusa-soan:";

/** Under the name of whoever is signed in: the next person at this device is not offered it. */
const nameOf = (key) => `${prefix}${document.body.dataset.person ?? ""}:${key}`;
const longest = 30 * 24 * 60 * 60 * 1000;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store: the explicit “Lưu nháp” is what counts.
  }
}

/** Other people use this device too: what is a month old goes. */
function clean() {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
      if (!(Date.now() - read(key)?.at < longest)) {
        localStorage.removeItem(key);
      }
    }
  } catch {
    // No store, nothing to clean.
  }
}

const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !field.name.startsWith("__") && !["hidden", "file", "submit", "password"].includes(field.type));

/** The identity that a form of something new was given when it was opened; kept with what was typed, so that one saved text is known from the next one begun. */
const newId = (form) => form.querySelector("input[data-new]");

/** From which version a form was made that others save too, and that says so: put back with what was typed, so that the server sees what it was written over. */
const versionOf = (form) => form.querySelector("form[data-overtaken] input[data-version]");

const snapshot = (form) =>
  Object.fromEntries(fieldsOf(form).filter((field) => (field.type !== "checkbox" && field.type !== "radio") || field.checked).map((field) => [field.type === "checkbox" || field.type === "radio" ? `${field.name}=${field.value}` : field.name, field.value]));

/** @param sameRows whether the form lists the same files in the same order as when the words were kept: words about another file are not put back. */
function putBack(form, values, sameRows) {
  makeRoom(form, Object.keys(values));
  for (const field of fieldsOf(form)) {
    if (!sameRows && /^Input\.(Images|Attachments)\[/.test(field.name)) {
      continue;
    }
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = `${field.name}=${field.value}` in values;
    } else if (field.name in values) {
      field.value = values[field.name];
    }
  }
}

/** @param restored is called after the fields were put back. */
export function keep(form, restored) {
  clean();
  const key = nameOf(form.dataset.keep);
  const version = versionOf(form);
  const before = snapshot(form);
  const kept = read(key);
  if (kept && JSON.stringify(kept.values) !== JSON.stringify(before)) {
    offer();
  }

  let timer;
  const keepNow = () => {
    if (timer) {
      clearTimeout(timer);
      timer = undefined;
      write(key, { at: Date.now(), values: snapshot(form), rows: form.dataset.rows, id: newId(form)?.value, from: version?.value });
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keepNow, 800);
  });
  // The server's answer decides: a refused form comes back with what was typed, a saved one says so or has another key. Without an answer this is all there is.
  form.addEventListener("submit", keepNow);
  window.addEventListener("pagehide", keepNow);

  function offer() {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" }).format(kept.at);
    const overtaken = version && version.value !== kept.from;
    const take = element("button", { type: "button", class: "btn btn-quiet" }, words.takeBack);
    const away = element("button", { type: "button", class: "btn btn-quiet" }, words.throwAway);
    const notice = element("div", { class: "ps-note", role: "status" }, element("p", {}, words.kept.replace("{0}", time), overtaken ? ` ${form.dataset.overtaken}` : ""), element("p", { class: "ps-row" }, take, away));
    take.addEventListener("click", () => {
      putBack(form, kept.values, kept.rows === form.dataset.rows);
      if (overtaken) {
        version.value = kept.from;
      }
      // It is this form's from now on, and goes when that is saved.
      write(key, { ...kept, id: newId(form)?.value });
      restored();
      notice.remove();
    });
    away.addEventListener("click", () => {
      localStorage.removeItem(key);
      notice.remove();
    });
    form.before(notice);
  }
}

/** A page that says something was saved names its key: the kept copy is of no more use. Where it names what was saved, a copy of anything else stays. */
export function forget() {
  for (const saved of document.querySelectorAll("[data-kept]")) {
    try {
      const key = nameOf(saved.dataset.kept);
      if (!saved.dataset.keptId || read(key)?.id === saved.dataset.keptId) {
        localStorage.removeItem(key);
      }
    } catch {
      // No store.
    }
  }
}
