// Lists of a form that grow: the last row of a list marked data-rows, copied empty under the next number. Without it the page shows some empty rows more after each save.
const safe = (name) => name.replace(/[.[\]]/g, "_");

const listOf = (place, name) => [...place.querySelectorAll("[data-rows]")].find((list) => list.dataset.rows === name);

/** Gives everything in a row that carries its number the next one. */
function renumber(row, list, from, to) {
  const [name, id] = [list.dataset.rows, safe(list.dataset.rows)];
  for (const one of [row, ...row.querySelectorAll("*")]) {
    for (const { name: attribute, value } of [...one.attributes]) {
      one.setAttribute(attribute, value.replaceAll(`${name}[${from}]`, `${name}[${to}]`).replaceAll(`${id}_${from}__`, `${id}_${to}__`));
    }
    if (one.tagName === "LABEL") {
      one.textContent = one.textContent.replace(new RegExp(`\\b${from + 1}$`), to + 1);
    }
  }
}

/** What a copy must not take over: words, complaints about them, names in headings. */
function empty(row, list) {
  for (const field of row.querySelectorAll("input, textarea, select")) {
    field.value = "";
    field.removeAttribute("value");
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
  for (const complaint of row.querySelectorAll(".ps-error")) {
    complaint.remove();
  }
  for (const field of row.querySelectorAll(".has-error")) {
    field.classList.remove("has-error");
  }
  for (const inner of row.querySelectorAll("[data-rows]")) {
    for (const spare of [...inner.children].slice(2)) {
      spare.remove();
    }
  }
  for (const legend of row.querySelectorAll("legend")) {
    const kind = legend.closest("[data-rows]") ?? list;
    legend.textContent = kind.dataset.new ?? legend.textContent;
  }
}

function add(list) {
  const last = list.lastElementChild;
  const count = list.children.length;
  const row = last.cloneNode(true);
  renumber(row, list, count - 1, count);
  empty(row, list);
  list.append(row);
  return row;
}

/** Rows until each of the named fields has its place: for what is put back from this device. */
export function makeRoom(form, names) {
  for (const name of names) {
    // From the outer list to the inner one, which stands in a row of it.
    for (const { 1: at, index } of name.matchAll(/\[(\d+)\]/g)) {
      growTo(form, name.slice(0, index), Number(at));
    }
  }
}

function growTo(form, prefix, at) {
  const list = listOf(form, prefix);
  while (list && list.children.length <= at) {
    add(list);
  }
}

/** Shows the buttons and lets them work, those in rows that come later too. */
export function growRows() {
  for (const button of document.querySelectorAll("[data-add]")) {
    button.hidden = false;
  }
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-add]");
    if (button) {
      add(listOf(document, button.dataset.add)).querySelector("input:not([type=hidden])")?.focus();
    }
  });
}
