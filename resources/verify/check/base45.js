/* Base45: two bytes as three signs of those that a code carries best. */

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

const BLANKS = " \t\n\v\f\r\u00a0\ufeff\u2028\u2029";

/** Give the text of a code without what may stand around it; the program takes the same away. */
function trimmed(text) {
  let [start, end] = [0, text.length];
  while (start < end && BLANKS.includes(text[start])) start += 1;
  while (start < end && BLANKS.includes(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** Give the bytes of a base45 text; null where it is none. */
function bytesOfBase45(text) {
  if (text.length % 3 === 1) return null;
  const bytes = [];
  for (let at = 0; at < text.length; at += 3) {
    const values = [...text.slice(at, at + 3)].map((sign) => SIGNS.indexOf(sign));
    if (values.includes(-1)) return null;
    const [low, middle, high] = values;
    const number = low + 45 * middle + (high === undefined ? 0 : 2025 * high);
    if (number > (high === undefined ? 0xff : 0xffff)) return null;
    if (high !== undefined) bytes.push(number >> 8);
    bytes.push(number & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Give the bytes of a base64 text; null where it is none. */
function bytesOfBase64(text) {
  try {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return btoa(String.fromCharCode(...bytes)) === text ? bytes : null;
  } catch (noBase64) {
    return null;
  }
}

/** Give the text that bytes are in UTF-8; null where they are none. */
function textOfBytes(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (notUtf8) {
    return null;
  }
}

function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
