/* JSON as signed lists have it: one strict grammar, which the program reads alike (signed_json.py). */

const MOST_DEEP = 16;
const IN_QUOTES = /"[^"\\]*(?:\\.[^"\\]*)*"/g;
const IS_FRACTION = /[0-9][.eE]/;
const HALF_SIGN = /[\ud800-\udfff]/u;
const IS_ASCII = /^[\0-\x7f]*$/;
const IS_MOMENT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/;
const IS_MARK = /^[0-9a-fA-F]{16}$/;

/** Give what a text holds; null where it is not plain JSON. */
function plainJson(text) {
  try {
    const held = JSON.parse(text);
    return !IS_FRACTION.test(text.replace(IN_QUOTES, '""')) && isPlain(held, MOST_DEEP) ? held : null;
  } catch (noJson) {
    return null;
  }
}

/** Say whether two readers take it alike: no rounded numbers, half signs or keys sorted otherwise. */
function isPlain(value, deep) {
  if (deep === 0) return false;
  if (typeof value === "string") return !HALF_SIGN.test(value);
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (value === null || typeof value === "boolean") return true;
  if (Array.isArray(value)) return value.every((one) => isPlain(one, deep - 1));
  return Object.keys(value).every((key) => IS_ASCII.test(key) && isPlain(value[key], deep - 1));
}

/** Give what was signed: the keys in order, no spaces, and every sign as it is. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const pairs = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${pairs.join(",")}}`;
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isListOf(value, isRight) {
  return Array.isArray(value) && value.every((one) => isObject(one) && isRight(one));
}

function isText(value, most) {
  return typeof value === "string" && value.length <= 2 * most && [...value].length <= most;
}

function isBytes(value, length) {
  return typeof value === "string" && (bytesOfBase64(value) || []).length === length;
}

function isNumber(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

function isMark(value) {
  return typeof value === "string" && IS_MARK.test(value);
}

/** Say whether a text is a second of these centuries, in UTC, as the calendar has it. */
function isMoment(value) {
  if (typeof value !== "string" || !IS_MOMENT.test(value) || value < "2000" || value >= "2201") return false;
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === value.replace("Z", ".000Z");
}

function isDay(value) {
  return typeof value === "string" && isMoment(`${value}T00:00:00Z`);
}
