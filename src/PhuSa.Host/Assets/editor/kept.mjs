// A page that says something was saved: the copy of it on this device goes.
import { forget } from "./keeping.mjs";

forget();
