// Builds every file that a browser loads into ../wwwroot/assets: the stylesheets, the scripts of passkeys, of the editor, of the map and of the check without network, the two heading fonts, the favicon.
// Names carry a hash of the content, so a file can be cached for ever; `assets.json` says which name is current.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = import.meta.dirname;
const target = join(here, "..", "wwwroot", "assets");
const fontFiles = join(here, "node_modules", "@fontsource", "be-vietnam-pro", "files");

const types = {
  css: "text/css; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};
const compressible = new Set(["css", "mjs", "svg"]);

const files = new Map();
const manifest = {};

/** Takes one asset under its plain name and returns the name that it is written under. */
function emit(name, content) {
  const bytes = Buffer.from(content);
  const [, stem, extension] = /^(.+)\.(\w+)$/.exec(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const hashed = `${stem}.${hash}.${extension}`;
  manifest[name] = { path: `/assets/${hashed}`, type: types[extension] };
  files.set(hashed, bytes);
  if (compressible.has(extension)) {
    files.set(`${hashed}.br`, brotli(bytes));
    files.set(`${hashed}.gz`, gzipSync(bytes, { level: 9 }));
  }
  return hashed;
}

function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

async function compileStyle(name) {
  const sass = await import("sass");
  const { css } = sass.compile(join(here, name), {
    style: "compressed",
    loadPaths: [join(here, "node_modules")],
    quietDeps: true,
    // Bootstrap 5.3 can be loaded in no other way.
    silenceDeprecations: ["import"],
  });
  return css;
}

/** One file from a script and what it imports. */
async function bundle(entry, format = "esm") {
  const { build: run } = await import("esbuild");
  const { outputFiles } = await run({
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles[0].contents;
}

/** The characters of the font face that loads `file`, as the stylesheet lists them in `unicode-range`. */
function charactersOf(css, file) {
  const face = css.match(/@font-face\{[^}]*\}/g)?.find((rule) => rule.includes(file));
  const ranges = face?.match(/unicode-range:([^;}]+)/)?.[1];
  if (!ranges) {
    throw new Error(`The stylesheet has no font face with a unicode-range for ${file}.`);
  }
  let text = "";
  for (const range of ranges.split(",")) {
    const [first, last = first] = range.trim().replace(/^U\+/i, "").split("-").map((code) => parseInt(code, 16));
    for (let code = first; code <= last; code++) {
      text += String.fromCodePoint(code);
    }
  }
  return text;
}

async function subset(source, text, keepFeatures) {
  const { default: subsetFont } = await import("subset-font");
  const original = await readFile(join(fontFiles, source));
  return subsetFont(original, text, { targetFormat: "woff2", noHinting: true, keepFeatures });
}

/** Replaces what the folder holds; a reader sees the old file or the new one, and `assets.json` last. */
async function write() {
  files.set("assets.json", Buffer.from(JSON.stringify(manifest, null, 2) + "\n"));
  await mkdir(target, { recursive: true });
  for (const [name, bytes] of files) {
    const unfinished = join(target, `${name}.${process.pid}.tmp`);
    await writeFile(unfinished, bytes);
    await rename(unfinished, join(target, name));
  }
  for (const name of await readdir(target)) {
    if (!files.has(name)) {
      await rm(join(target, name), { recursive: true });
    }
  }
}

/** The typeface of certificates, whole: a name may have any letter. Read from the disk when one is made, and not for browsers. */
async function printFonts() {
  for (const [name, source] of [["tinos-400.ttf", "400Regular/Tinos_400Regular.ttf"], ["tinos-700.ttf", "700Bold/Tinos_700Bold.ttf"]]) {
    files.set(name, await readFile(join(here, "node_modules", "@expo-google-fonts", "tinos", ...source.split("/"))));
  }
}

/** The map's own program, worker and sheet as they are published; they are loaded when a reader opens the map. */
async function emitMap() {
  const dist = join(here, "node_modules", "maplibre-gl", "dist");
  const published = async (name) => (await readFile(join(dist, name), "utf8")).replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
  emit("maplibre.mjs", await published("maplibre-gl.mjs"));
  emit("maplibre-worker.mjs", await published("maplibre-gl-worker.mjs"));
  emit("maplibre.css", (await published("maplibre-gl.css")) + ".map-ground{height:28rem;max-height:80vh}");
}

async function build() {
  let css = await compileStyle("theme.scss");
  const marks = ["kern", "mark", "mkmk", "ccmp"];
  const fonts = [
    ["bvp-latin-600.woff2", "be-vietnam-pro-latin-600-normal.woff2", [...marks, "tnum", "lnum"]],
    ["bvp-viet-600.woff2", "be-vietnam-pro-vietnamese-600-normal.woff2", marks],
  ];
  for (const [name, source, features] of fonts) {
    const hashed = emit(name, await subset(source, charactersOf(css, name), features));
    css = css.replaceAll(name, hashed);
  }
  emit("style.css", css);
  emit("editor.css", await compileStyle("editor.scss"));
  emit("passkey.mjs", await readFile(join(here, "passkey.mjs")));
  emit("position.mjs", await readFile(join(here, "position.mjs")));
  emit("editor.mjs", await bundle("editor/index.mjs"));
  emit("kept.mjs", await bundle("editor/kept.mjs"));
  emit("draft.mjs", await bundle("editor/draft.mjs"));
  emit("offline.mjs", await bundle("offline/index.mjs"));
  emit("offline-worker.mjs", await bundle("offline/worker.mjs", "iife"));
  emit("map.mjs", await readFile(join(here, "map.mjs")));
  await emitMap();
  await printFonts();
  emit("favicon.svg", await readFile(join(here, "art", "logo-placeholder.svg")));
  await write();
}

try {
  await build();
} catch (error) {
  // The form in which MSBuild recognises an error of a tool, with its place.
  const { url, start } = error.span ?? {};
  const place = url ? `${fileURLToPath(url)}(${start.line + 1},${start.column + 1})` : "build.mjs";
  console.error(`${place}: error ASSETS: ${error.sassMessage ?? error.message}`);
  process.exitCode = 1;
}
