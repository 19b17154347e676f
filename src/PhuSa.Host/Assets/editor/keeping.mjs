// Keeps what was typed and not yet saved on this device, by the key that the page gives (which article, made from which version).
import { element } from "./dialogs.mjs";
import { makeRoom } from "./rows.mjs";
import { words } from "./words.mjs";

const prefix = "phusa-soan:";
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

const snapshot = (form) =>
  Object.fromEntries(fieldsOf(form).filter((field) => (field.type !== "checkbox" && field.type !== "radio") || field.checked).map((field) => [field.type === "checkbox" || field.type === "radio" ? `${field.name}=${field.value}` : field.name, field.value]));

function putBack(form, values) {
  makeRoom(form, Object.keys(values));
  for (const field of fieldsOf(form)) {
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
  const key = prefix + form.dataset.keep;
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
      write(key, { at: Date.now(), values: snapshot(form) });
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
    const take = element("button", { type: "button", class: "btn btn-quiet" }, words.takeBack);
    const away = element("button", { type: "button", class: "btn btn-quiet" }, words.throwAway);
    const notice = element("div", { class: "ps-note", role: "status" }, element("p", {}, words.kept.replace("{0}", time)), element("p", { class: "ps-row" }, take, away));
    take.addEventListener("click", () => {
      putBack(form, kept.values);
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

/** A page that says something was saved names its key: the kept copy is of no more use. */
export function forget() {
  for (const saved of document.querySelectorAll("[data-kept]")) {
    try {
      localStorage.removeItem(prefix + saved.dataset.kept);
    } catch {
      // No store.
    }
  }
}
