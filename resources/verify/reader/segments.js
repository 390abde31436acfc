/* The bits of a code as text. */

const CAPITALS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const FILLING = [0xec, 0x11];

/** Give the text that the data bytes of a code carry; null where they are no such text. */
function textOf(bytes, version) {
  const bits = bitReader(bytes);
  const size = version < 10 ? 0 : version < 27 ? 1 : 2;
  const octets = [];
  while (bits.left() >= 4) {
    const mode = bits.take(4);
    if (mode === 0) break;
    if (mode === 7) {
      if (!skippedCharacterSet(bits)) return null;
      continue;
    }
    const part = PARTS[mode];
    if (!part) return null;
    const count = bits.left() >= part.counts[size] ? bits.take(part.counts[size]) : 0;
    if (!count || !part.read(bits, count, octets)) return null;
  }
  return isFilledRightly(bits, bytes) ? decoded(octets) : null;
}

const PARTS = {
  1: { counts: [10, 12, 14], read: readDigits },
  2: { counts: [9, 11, 13], read: readCapitals },
  4: { counts: [8, 16, 16], read: readOctets },
};

function bitReader(bytes) {
  let at = 0;
  return {
    left: () => bytes.length * 8 - at,
    take(count) {
      let value = 0;
      for (let end = at + count; at < end; at += 1) {
        value = (value << 1) | ((bytes[at >> 3] >> (7 - (at & 7))) & 1);
      }
      return value;
    },
  };
}

function skippedCharacterSet(bits) {
  if (bits.left() < 8) return false;
  const first = bits.take(8);
  const more = first < 128 ? 0 : first < 192 ? 8 : 16;
  if (bits.left() < more) return false;
  bits.take(more);
  return true;
}

function readDigits(bits, count, octets) {
  for (let left = count; left > 0; left -= 3) {
    const digits = Math.min(left, 3);
    const size = [0, 4, 7, 10][digits];
    if (bits.left() < size) return false;
    const value = bits.take(size);
    if (value >= 10 ** digits) return false;
    for (const sign of String(value).padStart(digits, "0")) octets.push(sign.charCodeAt(0));
  }
  return true;
}

function readCapitals(bits, count, octets) {
  for (let left = count; left > 0; left -= 2) {
    const size = left > 1 ? 11 : 6;
    if (bits.left() < size) return false;
    const value = bits.take(size);
    if (value >= (left > 1 ? 45 * 45 : 45)) return false;
    if (left > 1) octets.push(CAPITALS.charCodeAt(Math.floor(value / 45)));
    octets.push(CAPITALS.charCodeAt(value % 45));
  }
  return true;
}

function readOctets(bits, count, octets) {
  if (bits.left() < 8 * count) return false;
  for (let left = count; left > 0; left -= 1) octets.push(bits.take(8));
  return true;
}

/** Say whether what follows the text is the filling of the standard: a check that costs nothing. */
function isFilledRightly(bits, bytes) {
  const left = bits.left();
  if (left >= 8 && bits.take(left % 8) !== 0) return false;
  const from = bytes.length - Math.floor(bits.left() / 8);
  const filling = bytes.slice(from);
  return filling.every((byte, at) => byte === FILLING[at % 2]);
}

function decoded(octets) {
  const bytes = Uint8Array.from(octets);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (notUtf8) {
    return String.fromCharCode(...bytes);
  }
}
