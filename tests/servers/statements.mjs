// Judges what QR codes say, twice: by the script of the inspector's page (its file is the first argument) and by an independent JOSE library.
// Takes {"data","now","jwks","texts"} as JSON on its input; prints one JSON line for each text, and first the thumbprints of the keys.
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet, decodeProtectedHeader } from "jose";
import { pathToFileURL } from "node:url";
import { text as readAll } from "node:stream/consumers";

const { judge } = await import(pathToFileURL(process.argv[2]));
const { data, now, jwks, texts } = JSON.parse(await readAll(process.stdin));
const keys = createLocalJWKSet(jwks);

async function verify(statement) {
  try {
    const { payload } = await compactVerify(statement, keys, { algorithms: ["ES256"] });
    return { header: decodeProtectedHeader(statement), claims: JSON.parse(new TextDecoder().decode(payload)) };
  } catch (error) {
    return { refused: error.code ?? error.name };
  }
}

const thumbprints = {};
for (const key of jwks.keys) {
  thumbprints[key.kid] = await calculateJwkThumbprint(key);
}
process.stdout.write(`${JSON.stringify(thumbprints)}\n`);
for (const text of texts) {
  const { verdict, claims, to } = await judge(text, data, now);
  process.stdout.write(`${JSON.stringify({ verdict, claims, to, jose: await verify(text.slice(text.indexOf("#") + 1)) })}\n`);
}
