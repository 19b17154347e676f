// The two questions the editor asks: where a link leads, and which image with which words.
import { isAddress } from "./schema.mjs";
import { words } from "./words.mjs";

let count = 0;

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

export { element };

/** A labelled field with its help and its complaint, in the look of the product's forms. */
function field(label, input, help) {
  const id = `ed-${++count}`;
  input.id = id;
  const wrong = element("p", { class: "ps-error", id: `${id}-wrong`, hidden: true });
  const about = help ? [element("p", { class: "form-text", id: `${id}-help` }, help)] : [];
  input.setAttribute("aria-describedby", [`${id}-wrong`, help && `${id}-help`].filter(Boolean).join(" "));
  const box = element("div", { class: "ps-field" }, element("label", { class: "form-label", for: id }, label), ...about, wrong, input);
  return {
    box,
    input,
    refuse(sentence) {
      wrong.textContent = sentence;
      wrong.hidden = false;
      input.setAttribute("aria-invalid", "true");
      input.focus();
    },
  };
}

/** Shows the dialog; resolves with what `read` gives, with `away` on the further button, or with undefined. */
function ask(title, parts, read, away) {
  return new Promise((resolve) => {
    const heading = element("h2", { class: "ps-h3", id: `ed-${++count}` }, title);
    const apply = element("button", { type: "submit", class: "btn btn-primary" }, words.apply);
    const cancel = element("button", { type: "button", class: "btn btn-quiet" }, words.cancel);
    const further = away ? [element("button", { type: "button", class: "btn btn-quiet" }, away)] : [];
    const form = element("form", { method: "dialog", novalidate: true }, heading, ...parts, element("p", { class: "ps-row" }, apply, ...further, cancel));
    const dialog = element("dialog", { class: "ps-dialog", "aria-labelledby": heading.id }, form);
    let answer;
    const close = (value) => {
      answer = value;
      dialog.close();
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const value = read();
      if (value !== undefined) {
        close(value);
      }
    });
    cancel.addEventListener("click", () => close(undefined));
    further[0]?.addEventListener("click", () => close("away"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    // Inside the editor's own form a form is not allowed.
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function askLink(present) {
  const address = field(words.linkAddress, element("input", { class: "form-control", type: "text", inputmode: "url", value: present ?? "" }), words.linkHelp);
  return ask(
    words.link,
    [address.box],
    () => {
      const value = address.input.value.trim();
      return isAddress(value) ? value : void address.refuse(words.linkWrong);
    },
    present ? words.linkAway : undefined,
  );
}

export function askImage(images) {
  if (images.length === 0) {
    return ask(words.image, [element("p", {}, words.imageNone)], () => "away");
  }
  const which = field(words.imageWhich, element("select", { class: "form-select" }, ...images.map((image, index) => element("option", { value: index }, image.name))));
  const alt = field(words.imageAlt, element("input", { class: "form-control", type: "text", maxlength: 300 }), words.imageAltHelp);
  const caption = field(words.imageCaption, element("input", { class: "form-control", type: "text", maxlength: 300 }));
  const fill = () => {
    const image = images[which.input.value];
    alt.input.value = image.alt;
    caption.input.value = image.caption;
  };
  which.input.addEventListener("change", fill);
  fill();
  return ask(words.image, [which.box, alt.box, caption.box], () => {
    const said = alt.input.value.trim();
    return said ? { src: images[which.input.value].src, alt: said, caption: caption.input.value.trim() } : void alt.refuse(words.imageAltMissing);
  });
}
