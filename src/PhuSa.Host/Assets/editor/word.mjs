// Word writes lists as paragraphs with a class and a drawn bullet, and titles as paragraphs with a class.
// This makes them lists and headings before the schema drops the classes.

const drawn = /^[\s\u00a0]*(?:[·•§oØü▪–-]|(?:\d+|[a-zđ]|[ivx]+)[.)])[\s\u00a0]+/i;
const number = /^[\s\u00a0]*(?:\d+|[a-zđ]|[ivx]+)[.)]/i;

const classOf = (element) => element.getAttribute("class") ?? "";

function isItem(element) {
  return element.tagName === "P" && /MsoListParagraph/i.test(classOf(element)) && /mso-list:(?!\s*none)/i.test(element.getAttribute("style") ?? "");
}

const levelOf = (item) => Number(/level(\d+)/.exec(item.getAttribute("style"))?.[1] ?? 1);

/** Removes the bullet that Word drew, and tells whether it was a number. */
function undraw(item) {
  const mark = [...item.querySelectorAll("span")].find((span) => /mso-list:\s*Ignore/i.test(span.getAttribute("style") ?? ""));
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

/** Cleans HTML from the clipboard. */
export function fromWord(html) {
  if (!/mso-|Mso[A-Z]|urn:schemas-microsoft-com/.test(html)) {
    return html;
  }
  const page = new DOMParser().parseFromString(html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, "").replace(/<!\[if[^>]*>|<!\[endif\]>/g, ""), "text/html");
  for (const junk of page.querySelectorAll("style, script, meta, link, xml, title, o\\:p")) {
    junk.remove();
  }
  for (const title of page.querySelectorAll("p[class^=MsoTitle], h1")) {
    const heading = page.createElement("h2");
    heading.append(...title.childNodes);
    title.replaceWith(heading);
  }
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
  // Word sets the space between paragraphs by empty ones.
  for (const paragraph of page.querySelectorAll("p")) {
    if (paragraph.textContent.trim() === "" && !paragraph.querySelector("img")) {
      paragraph.remove();
    }
  }
  return page.body.innerHTML;
}
