// The row of buttons over the text: one stop of the Tab key, arrows within (the pattern of WAI-ARIA's toolbar).
import { askImage, askLink, element } from "./dialogs.mjs";
import { words } from "./words.mjs";

const icons = {
  bold: "M5 3h5a3 3 0 0 1 2 5.2A3.3 3.3 0 0 1 10.5 14H5zM7.2 5v2.700h2.500a1.35 1.35 0 0 0 0-2.700zm0 4.600V12h3a1.2 1.2 0 0 0 0-2.400z",
  italic: "M7 3h6v2h-2l-2.4 6H11v2H4v-2h2.400L8.8 5H7z",
  bullets: "M2 3h2v2H2zm4 0h8v2H6zM2 7h2v2H2zm4 0h8v2H6zm-4 4h2v2H2zm4 0h8v2H6z",
  numbers: "M2 2h1.500v4H2.500V3.200H2zM6 3h8v2H6zm0 4h8v2H6zm0 4h8v2H6zM1.8 8h2.400v1L3 11h1.200v1.200H1.800v-1L3 9.200H1.800z",
  quote: "M2 4h5v5l-2.5 4H2.800l1.7-4H2zm7 0h5v5l-2.5 4H9.800l1.7-4H9z",
  link: "M6.5 9.500a1 1 0 0 1 0-1.400l2.6-2.600a1 1 0 1 1 1.4 1.400L7.9 9.500a1 1 0 0 1-1.4 0zM4.3 13.100a2.9 2.9 0 0 1 0-4.100l1.5-1.500v2L5.2 10a1.4 1.4 0 1 0 2 2l.5-.5h2l-1.4 1.500a2.9 2.9 0 0 1-4 .1zM10.2 8.500v-2l.6-.5a1.4 1.4 0 1 0-2-2l-.5.5h-2l1.5-1.500a2.9 2.9 0 0 1 4 4.100z",
  image: "M2 3h12v10H2zm1.5 1.500v5.300l2.7-2.6 2.8 2.9 1.5-1.4 2 1.900V4.500zm6.8 1a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.400z",
  table: "M2 3h12v10H2zm1.5 1.500v2h3.700v-2zm5.2 0v2h3.800v-2zM3.5 8v3.500h3.700V8zm5.2 0v3.500h3.800V8z",
  rule: "M2 7h12v2H2z",
  plain: "M4 3h9v2H9.600l-1 3-1.5-1.5.5-1.500H4zM2.6 2 14 13.4 12.9 14.5 7.3 8.9 6 13H4l1.8-5.600L1.5 3.100z",
  undo: "M6 3v2.500h4a4 4 0 0 1 0 8H6v-2h4a2 2 0 0 0 0-4H6V10L2 6.500z",
  redo: "M10 3v2.500H6a4 4 0 0 0 0 8h4v-2H6a2 2 0 0 1 0-4h4V10l4-3.500z",
};

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [attribute, value] of Object.entries({ viewBox: "0 0 16 16", width: 18, height: 18, "aria-hidden": "true", focusable: "false" })) {
    svg.setAttribute(attribute, value);
  }
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", icons[name]);
  path.setAttribute("fill", "currentColor");
  svg.append(path);
  return svg;
}

async function link(editor) {
  const answer = await askLink(editor.getAttributes("link").href);
  if (answer === "away") {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
  } else if (answer && editor.state.selection.empty && !editor.isActive("link")) {
    editor.chain().focus().insertContent({ type: "text", text: answer, marks: [{ type: "link", attrs: { href: answer } }] }).run();
  } else if (answer) {
    editor.chain().focus().extendMarkRange("link").setLink({ href: answer }).run();
  }
}

async function image(editor, images) {
  const answer = await askImage(images());
  if (answer && answer !== "away") {
    editor.chain().focus().insertContent({ type: "figure", attrs: answer }).run();
  }
}

/** Each button: its icon, what it does, and when it is pressed in. */
const buttons = [
  ["bold", (e) => e.chain().focus().toggleBold().run(), (e) => e.isActive("bold")],
  ["italic", (e) => e.chain().focus().toggleItalic().run(), (e) => e.isActive("italic")],
  ["bullets", (e) => e.chain().focus().toggleBulletList().run(), (e) => e.isActive("bulletList")],
  ["numbers", (e) => e.chain().focus().toggleOrderedList().run(), (e) => e.isActive("orderedList")],
  ["quote", (e) => e.chain().focus().toggleBlockquote().run(), (e) => e.isActive("blockquote")],
  ["link", link, (e) => e.isActive("link")],
  ["image", image],
  ["table", (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()],
  ["rule", (e) => e.chain().focus().setHorizontalRule().run()],
  ["plain", (e) => e.chain().focus().unsetAllMarks().clearNodes().run()],
  ["undo", (e) => e.chain().focus().undo().run()],
  ["redo", (e) => e.chain().focus().redo().run()],
];

const tableButtons = [
  ["rowAfter", (e) => e.chain().focus().addRowAfter().run()],
  ["rowAway", (e) => e.chain().focus().deleteRow().run()],
  ["columnAfter", (e) => e.chain().focus().addColumnAfter().run()],
  ["columnAway", (e) => e.chain().focus().deleteColumn().run()],
  ["headRow", (e) => e.chain().focus().toggleHeaderRow().run()],
  ["merge", (e) => e.chain().focus().mergeOrSplit().run()],
  ["tableAway", (e) => e.chain().focus().deleteTable().run()],
];

function kindOf(editor) {
  return [2, 3, 4].find((level) => editor.isActive("heading", { level })) ?? 0;
}

function choice(editor) {
  const names = [[0, words.paragraph], [2, words.heading2], [3, words.heading3], [4, words.heading4]];
  const select = element("select", { class: "form-select", "aria-label": words.kind }, ...names.map(([level, name]) => element("option", { value: level }, name)));
  select.addEventListener("change", () => {
    const level = Number(select.value);
    const chain = editor.chain().focus();
    (level === 0 ? chain.setParagraph() : chain.setHeading({ level })).run();
  });
  return select;
}

/** Only one part of the row can be reached by Tab; arrows, Home and End move between the parts. */
function rove(bar) {
  const parts = () => [...bar.querySelectorAll("button, select")].filter((part) => !part.closest("[hidden]"));
  const settle = (chosen) => {
    for (const part of bar.querySelectorAll("button, select")) {
      part.tabIndex = part === chosen ? 0 : -1;
    }
  };
  settle(parts()[0]);
  bar.addEventListener("focusin", (event) => settle(event.target));
  bar.addEventListener("keydown", (event) => {
    const all = parts();
    const at = all.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      all.at(to % all.length).focus();
    }
  });
  return () => {
    if (![...parts()].some((part) => part.tabIndex === 0)) {
      settle(parts()[0]);
    }
  };
}

/** @param images gives the images of the article as { src, alt, caption, name }. */
export function toolbar(editor, images, controls) {
  const kind = choice(editor);
  const made = buttons.map(([name, act, pressed]) => {
    const button = element("button", { type: "button", class: "btn btn-quiet", title: words[name], "aria-label": words[name], "aria-pressed": pressed ? "false" : undefined }, icon(name));
    button.addEventListener("click", () => act(editor, images));
    return { button, pressed };
  });
  const inTable = element("div", { class: "ps-editor-table", role: "group", "aria-label": words.tableTools, hidden: true }, ...tableButtons.map(([name, act]) => {
    const button = element("button", { type: "button", class: "btn btn-quiet" }, words[name]);
    button.addEventListener("click", () => act(editor));
    return button;
  }));
  const bar = element("div", { class: "ps-editor-tools", role: "toolbar", "aria-label": words.toolbar, "aria-controls": controls }, kind, ...made.map(({ button }) => button), inTable);
  const settle = rove(bar);
  const show = () => {
    kind.value = kindOf(editor);
    for (const { button, pressed } of made) {
      if (pressed) {
        button.setAttribute("aria-pressed", pressed(editor));
      }
    }
    inTable.hidden = !editor.isActive("table");
    settle();
  };
  editor.on("transaction", show);
  show();
  return { bar, link: () => link(editor) };
}
