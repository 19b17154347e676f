// Word writes lists as paragraphs with a class and a drawn bullet, and titles as paragraphs with a class.
// This makes them lists and headings before the schema drops the classes.

const bullet = /^[\s\u00a0]*(?:[·•§oØü▪–-])[\s\u00a0]+/i;
const digits = /^[\s\u00a0]*(\d+)[.)](?!\d)[\s\u00a0]*/;
const cited = /^[\s\u00a0]*(?:(?:[a-zđ]|[ivxlc]+)[.)]|\d+(?:\.\d+)+[.)]?)(?=[\s\u00a0])/i;

const classOf = (element) => element.getAttribute("class") ?? "";

function isItem(element) {
  return element.tagName === "P" && /MsoListParagraph/i.test(classOf(element)) && /mso-list:(?!\s*none)/i.test(element.dataset.style ?? "");
}

const levelOf = (item) => Number(/level(\d+)/.exec(item.dataset.style)?.[1] ?? 1);

/**
 * Takes away what Word drew before an item, and tells what it was: a bullet or a number. “a)”, “IV.” and “2.1.” are words: a text is cited by them, and no
 * list of ours draws them.
 */
function undraw(item) {
  const mark = [...item.querySelectorAll("span")].find((span) => /mso-list:\s*Ignore/i.test(span.dataset.style ?? ""));
  const first = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode();
  const said = mark ? `${mark.textContent} ` : (first?.data ?? "");
  const number = Number(digits.exec(said)?.[1] ?? 0);
  if (number === 0 && cited.test(said) && !bullet.test(said)) {
    mark?.replaceWith(`${said.replace(/[\s\u00a0]+/g, " ").trim()} `);
    return { tag: "p" };
  }
  if (mark) {
    mark.remove();
  } else if (first) {
    first.data = first.data.replace(number > 0 ? digits : bullet, "");
  }
  return number > 0 ? { tag: "ol", number } : { tag: "ul" };
}

/** Lists of one run of items. A number that does not follow the one before begins a list of its own at that number. */
function listsOf(items) {
  const page = items[0].ownerDocument;
  const roots = page.createDocumentFragment();
  const open = [];
  for (const item of items) {
    const level = levelOf(item);
    const { tag, number } = undraw(item);
    const words = page.createElement("p");
    words.append(...item.childNodes);
    while (open.length > 0 && (open.at(-1).level > level || (open.at(-1).level === level && (open.at(-1).list.localName !== tag || open.at(-1).next !== number)))) {
      open.pop();
    }
    const within = open.at(-1)?.list.lastElementChild ?? roots;
    if (tag === "p") {
      within.append(words);
      continue;
    }
    if (open.at(-1)?.level !== level) {
      const list = page.createElement(tag);
      if (number > 1) {
        list.setAttribute("start", number);
      }
      within.append(list);
      open.push({ level, list });
    }
    const line = page.createElement("li");
    line.append(words);
    open.at(-1).list.append(line);
    open.at(-1).next = number && number + 1;
  }
  return roots;
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
    place.replaceWith(listsOf(items));
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
