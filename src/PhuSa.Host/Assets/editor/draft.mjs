// Forms that are filled in on a phone with a weak signal: what was typed and not yet saved stays on this device, whatever becomes of the network or the battery.
import { forget, keep } from "./keeping.mjs";

forget();
for (const form of document.querySelectorAll("form[data-keep]")) {
  keep(form, () => {});
}
