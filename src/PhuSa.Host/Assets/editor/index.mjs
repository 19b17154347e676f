// The editor of articles: a text area marked data-editor becomes one. Without it the text area takes plain text or HTML.
import { Editor } from "@tiptap/core";
import { element } from "./dialogs.mjs";
import { keep } from "./keeping.mjs";
import { growRows } from "./rows.mjs";
import { extensions } from "./schema.mjs";
import { toolbar } from "./toolbar.mjs";
import { fromClipboard } from "./word.mjs";
import { words } from "./words.mjs";

/** The images that the page lists for the article. */
const images = () => [...document.querySelectorAll("[data-image]")].map(({ dataset }) => ({ src: dataset.image, alt: dataset.alt ?? "", caption: dataset.caption ?? "", name: dataset.name || dataset.alt || dataset.image }));

function enhance(area) {
  const label = document.querySelector(`label[for="${area.id}"]`);
  const place = element("div", { class: "ps-editor" });
  const surface = element("div", { id: `${area.id}-editor`, class: "ps-editor-text" });
  // The hint tells how to write without the editor.
  const hint = document.getElementById(`${area.id}-goi-y`);
  hint?.setAttribute("hidden", "");
  const described = (area.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== hint?.id).join(" ");
  // Pictures that were pasted stay behind, and where they come in is said in a place that screen readers listen to.
  const leftOut = element("div", { "aria-live": "polite" });
  const tellLeftOut = () => {
    leftOut.textContent = area.dataset.leftOut;
    leftOut.className = "ps-notice";
  };
  // A picture by itself, without any text around it. Always false: what else is to be done with it is the editor's own.
  const tellOfFiles = (brought) => {
    if (brought && !brought.types.includes("text/html") && [...brought.files].some((file) => file.type.startsWith("image/"))) {
      tellLeftOut();
    }
    return false;
  };
  const editor = new Editor({
    element: surface,
    content: area.value,
    extensions,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label?.textContent.trim() || words.text,
        ...(described ? { "aria-describedby": described } : {}),
        ...(area.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
        class: "ps-prose",
        spellcheck: "true",
      },
      transformPastedHTML: (html) => fromClipboard(html, tellLeftOut),
      handlePaste: (_, { clipboardData }) => tellOfFiles(clipboardData),
      handleDrop: (_, { dataTransfer }) => tellOfFiles(dataTransfer),
      handleKeyDown: (_, event) => {
        if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          tools.link();
          return true;
        }
        return false;
      },
    },
    onUpdate: () => {
      area.value = editor.isEmpty ? "" : editor.getHTML();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const tools = toolbar(editor, images, surface.id);
  place.append(tools.bar, surface);
  area.after(place, leftOut);
  area.hidden = true;
  // The error summary and the label lead to the text area, which nobody sees any more.
  label?.addEventListener("click", () => editor.commands.focus());
  area.addEventListener("focus", () => editor.commands.focus());
  if (window.location.hash === `#${area.id}`) {
    editor.commands.focus();
  }
  for (const lead of document.querySelectorAll(`a[href="#${area.id}"]`)) {
    lead.addEventListener("click", (event) => {
      event.preventDefault();
      editor.commands.focus();
    });
  }
  return () => editor.commands.setContent(area.value, { emitUpdate: false });
}

growRows();
const restores = [...document.querySelectorAll("textarea[data-editor]")].map(enhance);
for (const form of document.querySelectorAll("form[data-keep]")) {
  keep(form, () => {
    for (const restore of restores) {
      restore();
    }
  });
}
