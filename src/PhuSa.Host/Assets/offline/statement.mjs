// What a QR code's text is worth, told without network from the keys and the list that the phone holds. No page and no storage here: it runs wherever WebCrypto is.

const slack = 300; // Seconds: instances do not change their key at the very same moment.
const word = /^[A-Za-z0-9_-]*$/;
const states = new Set(["suspended", "revoked", "givenUp", "withdrawn"]);

/** Bytes of base64url, written in the one way there is; other writings of the same bytes are refused, as they were not what was signed. */
function bytesOf(text) {
  if (!word.test(text)) {
    throw new SyntaxError("not base64url");
  }
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const again = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  if (again !== text) {
    throw new SyntaxError("not the one writing");
  }
  return bytes;
}

function partOf(text) {
  const part = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(text)));
  if (part === null || typeof part !== "object" || Array.isArray(part)) {
    throw new SyntaxError("not an object");
  }
  return part;
}

/** A code as it is compared: printed with hyphens, kept without. */
const plain = (code) => code.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
const isCode = (code) => /^[0-9A-HJKMNP-TV-Z]{12}$/.test(plain(code));

/** @returns Host, code and statement, as far as the text names them; null where it is none of ours. */
export function read(text) {
  const typed = text.trim();
  if (isCode(typed)) {
    return { code: plain(typed) };
  }
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(typed)) {
    return { statement: typed };
  }
  let url;
  try {
    url = new URL(typed);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol)) {
    return null;
  }
  if (/^\/01\/\d{8,14}(\/|$)/.test(url.pathname)) {
    return { host: url.hostname };
  }
  const place = /^\/(?:en\/)?xac-minh\/([^/]+)$/.exec(url.pathname);
  return place && isCode(place[1]) ? { host: url.hostname, code: plain(place[1]), statement: url.hash.slice(1) || undefined } : null;
}

/** The day in Việt Nam. */
const dayOf = (milliseconds) => new Date(milliseconds + 7 * 3600e3).toISOString().slice(0, 10);

async function isSigned(parts, jwk) {
  const { kty, crv, x, y } = jwk;
  const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  const signature = bytesOf(parts[2]);
  return signature.length === 64 && crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, new TextEncoder().encode(`${parts[0]}.${parts[1]}`));
}

/** What the list and the calendar say of a statement that is genuine. */
function standing(claims, data, now) {
  const [state, on] = data.codes[claims.code] ?? [];
  if (states.has(state)) {
    return { verdict: state, on };
  }
  const isCorrected = state === "corrected";
  const to = isCorrected ? on : state === "renewed" ? [claims.to, on].filter(Boolean).sort().at(-1) : claims.to;
  const today = dayOf(Math.max(now, data.asOf * 1000));
  if (isCorrected && to < today) {
    return { verdict: state, on, to };
  }
  return { verdict: to < today ? "over" : claims.from > today ? "notYet" : "genuine", to };
}

/**
 * @param text What the QR code says.
 * @param data The keys and the list; null where the phone has none.
 * @param now Milliseconds.
 * @returns The verdict; claims only of what is truly signed.
 */
export async function judge(text, data, now) {
  const found = read(text);
  if (!found) {
    return { verdict: "none" };
  }
  const { host, code, statement } = found;
  if (!data) {
    return { verdict: "empty", code };
  }
  if (!statement) {
    return host && host !== data.issuer ? { verdict: "foreign", issuer: host } : { verdict: "address", code };
  }
  const parts = statement.split(".");
  let header, claims;
  try {
    [header, claims] = [partOf(parts[0]), partOf(parts[1])];
  } catch {
    return { verdict: "altered", code };
  }
  if (data.compromised.some((key) => key.kid === header.kid)) {
    return { verdict: "compromised", code };
  }
  const key = data.keys.find((one) => one.kid === header.kid);
  if (!key) {
    const isNewer = claims.iss === data.issuer && claims.iat > data.asOf - slack;
    return isNewer ? { verdict: "newer", code } : { verdict: "foreign", issuer: String(claims.iss ?? host ?? "") };
  }
  if (parts.length !== 3 || header.alg !== "ES256" || "crit" in header || !(await isSigned(parts, key).catch(() => false))) {
    return { verdict: "altered", code };
  }
  if (claims.iat < key.from - slack || claims.iat > (key.retired ?? Infinity) + slack) {
    return { verdict: "outOfTime", code };
  }
  if ((code && code !== claims.code) || (host && host !== claims.iss)) {
    return { verdict: "moved", code: claims.code };
  }
  return { ...standing(claims, data, now), code: claims.code, claims };
}
