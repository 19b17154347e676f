// Word writes lists as paragraphs with a class and a drawn bullet, and titles as paragraphs with a class.
// This makes them lists and headings before the schema drops the classes.

const drawn = /^[\s\u00a0]*(?:[·•§oØü▪–-]|(?:\d+|[a-zđ]|[ivx]+)[.)])[\s\u00a0]+/i;
const number = /^[\s\u00a0]*(?:\d+|[a-zđ]|[ivx]+)[.)]/i;

const classOf = (element) => element.getAttribute("class") ?? "";

function isItem(element) {
  return element.tagName === "P" && /MsoListParagraph/i.test(classOf(element)) && /mso-list:(?!\s*none)/i.test(element.dataset.style ?? "");
}

const levelOf = (item) => Number(/level(\d+)/.exec(item.dataset.style)?.[1] ?? 1);

/** Removes the bullet that Word drew, and tells whether it was a number. */
function undraw(item) {
  const mark = [...item.querySelectorAll("span")].find((span) => /mso-list:\s*Ignore/i.test(span.dataset.style ?? ""));
  if (mark) {
    const numbered = number.test(`${mark.textContent} `.replace(/[\s\u00a0]+/g, " "));
    mark.remove();
    return numbered;
  }
  const numbered = number.test(item.textContent);
  const first = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode();
  if (first) {
    first.data = first.data.replace(drawn, "");
  }
  return numbered;
}

function listOf(items) {
  const page = items[0].ownerDocument;
  const open = [];
  let root;
  for (const item of items) {
    const level = levelOf(item);
    const numbered = undraw(item);
    while (open.length > 0 && open.at(-1).level > level) {
      open.pop();
    }
    if (open.length === 0 || open.at(-1).level < level) {
      const list = page.createElement(numbered ? "ol" : "ul");
      const parent = open.at(-1)?.list.lastElementChild;
      open.push({ level, list });
      if (parent) {
        parent.append(list);
      } else if (root) {
        root.append(...list.childNodes);
      } else {
        root = list;
      }
    }
    const line = page.createElement("li");
    const words = page.createElement("p");
    words.append(...item.childNodes);
    line.append(words);
    open.at(-1).list.append(line);
  }
  return root;
}

/** What other editors say by a style is said by an element; the style itself goes. */
function withoutStyles(page) {
  for (const element of page.querySelectorAll("[data-style]")) {
    const style = element.dataset.style;
    delete element.dataset.style;
    if (element.tagName === "B" && /font-weight:\s*(?:normal|400)/i.test(style)) {
      element.replaceWith(...element.childNodes);
    } else if (element.tagName === "SPAN") {
      for (const [said, tag] of [[/font-weight:\s*(?:bold|[6-9]00)/i, "strong"], [/font-style:\s*italic/i, "em"]]) {
        if (said.test(style)) {
          const meant = page.createElement(tag);
          meant.append(...element.childNodes);
          element.append(meant);
        }
      }
    }
  }
}

function lists(page) {
  for (let item = [...page.querySelectorAll("p")].find(isItem); item; item = [...page.querySelectorAll("p")].find(isItem)) {
    const items = [item];
    while (items.at(-1).nextElementSibling && isItem(items.at(-1).nextElementSibling)) {
      items.push(items.at(-1).nextElementSibling);
    }
    const place = page.createComment("");
    item.before(place);
    for (const one of items) {
      one.remove();
    }
    place.replaceWith(listOf(items));
  }
}

/** Not of this site, so the schema leaves it out. Word's pictures are files of the writer's own machine. */
const isForeign = (image) => !/^\/(?!\/)/.test(image.getAttribute("src") ?? "");

/**
 * Cleans HTML from the clipboard. Styles are renamed before it is parsed: the page's policy forbids inline ones, also unseen.
 * @param tell is called where there are pictures in it that do not come into the text.
 */
export function fromClipboard(html, tell) {
  const plain = html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, "")
    .replace(/<!\[if[^>]*>|<!\[endif\]>/g, "")
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/(<[a-z][^<>]*?\s)style\s*=/gi, "$1data-style=");
  const page = new DOMParser().parseFromString(plain, "text/html");
  for (const junk of page.querySelectorAll("style, script, meta, link, xml, title, o\\:p")) {
    junk.remove();
  }
  for (const title of page.querySelectorAll("p[class^=MsoTitle], h1")) {
    const heading = page.createElement("h2");
    heading.append(...title.childNodes);
    title.replaceWith(heading);
  }
  lists(page);
  withoutStyles(page);
  // Word sets the space between paragraphs by empty ones.
  for (const paragraph of page.querySelectorAll("p")) {
    if (paragraph.textContent.trim() === "" && !paragraph.querySelector("img")) {
      paragraph.remove();
    }
  }
  if ([...page.images].some(isForeign)) {
    // Never unsaid by the next paste: the picture is still missing.
    tell();
  }
  return page.body.innerHTML;
}
