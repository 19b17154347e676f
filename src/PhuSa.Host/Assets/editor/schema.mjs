// What a text may hold. Everything that is pasted passes through this, and the server lets no more through than this.
import { mergeAttributes, Node } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
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
  TableKit.configure({ table: { resizable: false, renderWrapper: false } }),
  Figure,
];
