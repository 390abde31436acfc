/* Reed–Solomon over the 256 bytes: puts wrong bytes right, and those that are known to be unsure. */

const EXPONENTS = new Uint8Array(512);
const LOGARITHMS = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  EXPONENTS[power] = value;
  EXPONENTS[power + 255] = value;
  LOGARITHMS[value] = power;
  value = value << 1 ^ (value & 0x80 ? 0x11d : 0);
}

function times(one, other) {
  return one && other ? EXPONENTS[LOGARITHMS[one] + LOGARITHMS[other]] : 0;
}

function inverse(one) {
  return EXPONENTS[255 - LOGARITHMS[one]];
}

/** Give the value of a polynomial, its lowest coefficient first. */
function valueOf(polynomial, x) {
  let value = 0;
  for (let at = polynomial.length - 1; at >= 0; at -= 1) value = times(value, x) ^ polynomial[at];
  return value;
}

/**
 * Give the bytes of a block put right, or null where too many are wrong. `unsure` names places
 * that may well be wrong: each costs one check byte, a wrong byte at an unknown place costs two.
 */
function corrected(bytes, checks, unsure) {
  const syndromes = syndromesOf(bytes, checks);
  if (!syndromes.some(Boolean)) return bytes.slice();
  const length = bytes.length;
  const locator = locatorOf(syndromes, unsure.map((place) => EXPONENTS[(length - 1 - place) % 255]));
  const degree = locator.length - 1;
  if (degree > checks || 2 * degree - unsure.length > checks) return null;
  const values = evaluatorOf(syndromes, locator, checks);
  const right = bytes.slice();
  let wrong = 0;
  for (let place = 0; place < length; place += 1) {
    const x = EXPONENTS[(255 - (length - 1 - place)) % 255];
    if (valueOf(locator, x)) continue;
    wrong += 1;
    const slope = slopeOf(locator, x);
    if (!slope) return null;
    right[place] ^= times(times(valueOf(values, x), inverse(slope)), inverse(x));
  }
  if (wrong !== degree || syndromesOf(right, checks).some(Boolean)) return null;
  return right;
}

function syndromesOf(bytes, checks) {
  const syndromes = new Uint8Array(checks);
  for (let at = 0; at < checks; at += 1) {
    const x = EXPONENTS[at];
    let value = 0;
    for (const byte of bytes) value = times(value, x) ^ byte;
    syndromes[at] = value;
  }
  return syndromes;
}

/** Berlekamp and Massey's way to the polynomial whose zeros name the wrong places. */
function locatorOf(syndromes, erased) {
  let locator = [1];
  for (const place of erased) locator = sumOf(locator, [0, ...scaled(locator, place)]);
  let before = locator.slice();
  let errors = erased.length;
  for (let at = erased.length; at < syndromes.length; at += 1) {
    let off = 0;
    for (let term = 0; term < locator.length && term <= at; term += 1) {
      off ^= times(locator[term], syndromes[at - term]);
    }
    before = [0, ...before];
    if (!off) continue;
    const next = sumOf(locator, scaled(before, off));
    if (2 * errors <= at + erased.length) {
      errors = at + 1 - errors + erased.length;
      before = scaled(locator, inverse(off));
    }
    locator = next;
  }
  while (locator.length > 1 && !locator[locator.length - 1]) locator.pop();
  return locator;
}

function evaluatorOf(syndromes, locator, checks) {
  const values = new Array(checks).fill(0);
  locator.forEach((term, shift) => {
    for (let at = 0; at + shift < checks; at += 1) values[at + shift] ^= times(term, syndromes[at]);
  });
  return values;
}

/** The formal derivative: only the odd powers stay. */
function slopeOf(polynomial, x) {
  let value = 0;
  const square = times(x, x);
  let power = 1;
  for (let at = 1; at < polynomial.length; at += 2) {
    value ^= times(polynomial[at], power);
    power = times(power, square);
  }
  return value;
}

function scaled(polynomial, factor) {
  return polynomial.map((term) => times(term, factor));
}

function sumOf(one, other) {
  const longer = one.length > other.length ? one : other;
  const shorter = one.length > other.length ? other : one;
  return longer.map((term, at) => term ^ (shorter[at] || 0));
}
