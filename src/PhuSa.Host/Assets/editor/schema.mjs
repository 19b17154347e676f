// What a text may hold. Everything that is pasted passes through this, and the server lets no more through than this.
import { Mark, mergeAttributes, Node } from "@tiptap/core";
import { Table, TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

const addresses = /^(?:\/(?![/\\])|https?:\/\/|mailto:|tel:)\S*$/i;

export const isAddress = (text) => addresses.test(text);

/** An image of the article with its caption, as one block. */
const Figure = Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: "", parseHTML: (element) => element.querySelector("img")?.getAttribute("src") ?? element.getAttribute("src") },
    alt: { default: "", parseHTML: (element) => element.querySelector("img")?.getAttribute("alt") ?? element.getAttribute("alt") ?? "" },
    caption: { default: "", parseHTML: (element) => element.querySelector("figcaption")?.textContent ?? "" },
  }),
  // Pictures of another site, or inside the pasted text itself, are left out: they would not be there for readers.
  parseHTML: () =>
    ["figure:has(> img[src^='/'])", "img[src^='/']"].map((tag) => ({
      tag,
      getAttrs: (element) => ((element.getAttribute("src") ?? element.querySelector("img").getAttribute("src")).startsWith("//") ? false : null),
    })),
  renderHTML({ node, HTMLAttributes }) {
    const { caption, ...image } = HTMLAttributes;
    return node.attrs.caption ? ["figure", ["img", mergeAttributes(image)], ["figcaption", node.attrs.caption]] : ["figure", ["img", mergeAttributes(image)]];
  },
});

/** Raised and lowered letters have no button; a text that has them keeps them: 10³ is not 103. */
const shifted = ["sup", "sub"].map((tag) => Mark.create({ name: tag, excludes: tag === "sup" ? "sub" : "sup", parseHTML: () => [{ tag }], renderHTML: () => [tag, 0] }));

/** A table keeps its caption, which is no row. */
const CaptionedTable = Table.extend({
  addAttributes() {
    return { ...this.parent?.(), caption: { default: "", rendered: false, parseHTML: (element) => element.querySelector("caption")?.textContent ?? "" } };
  },
  parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
  renderHTML(page) {
    const [tag, attributes, ...rows] = this.parent(page);
    return page.node.attrs.caption ? [tag, attributes, ["caption", page.node.attrs.caption], ...rows] : [tag, attributes, ...rows];
  },
});

export const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    trailingNode: false,
    link: { openOnClick: false, autolink: false, linkOnPaste: true, HTMLAttributes: { target: null, rel: null }, isAllowedUri: isAddress },
  }),
  TableKit.configure({ table: false }),
  CaptionedTable.configure({ resizable: false, renderWrapper: false }),
  ...shifted,
  Figure,
];
