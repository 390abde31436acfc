/* Checking Ed25519 signatures (RFC 8032, section 5.1.7), strictly: one way of writing each value. */

const FIELD = (1n << 255n) - 19n;
const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;
const CURVE = inField(-121665n * invertedInField(121666n));
const ROOT_OF_MINUS_ONE = powerInField(2n, (FIELD - 1n) / 4n);
const NEUTRAL = [0n, 1n, 1n, 0n];
const BASE = pointOf(bytesOfNumber(inField(4n * invertedInField(5n))));

/** Say whether a signature of 64 bytes over a message is that of a public key of 32 bytes. */
function isSigned(publicKey, message, signature) {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const point = pointOf(publicKey);
  const scalar = numberOf(signature.subarray(32));
  if (!point || scalar >= ORDER) return false;
  const first = signature.subarray(0, 32);
  const hash = numberOf(sha512(joined(first, publicKey, message))) % ORDER;
  const opposite = [inField(-point[0]), point[1], point[2], inField(-point[3])];
  const made = bytesOfPoint(sumOfMultiples(BASE, scalar, opposite, hash));
  return made.every((byte, at) => byte === first[at]);
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function numberOf(bytes) {
  return BigInt(`0x${hexOf(Uint8Array.from(bytes).reverse())}`);
}

function bytesOfNumber(number) {
  const hex = number.toString(16).padStart(64, "0");
  return Uint8Array.from(hex.match(/../g).reverse(), (pair) => parseInt(pair, 16));
}

function inField(number) {
  const rest = number % FIELD;
  return rest < 0n ? rest + FIELD : rest;
}

function powerInField(base, exponent) {
  let result = 1n;
  let square = inField(base);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % FIELD;
    square = (square * square) % FIELD;
  }
  return result;
}

function invertedInField(number) {
  return powerInField(number, FIELD - 2n);
}

/** Give a point (x, y, 1, x·y) of 32 bytes; null where they are none, or not in the one right form. */
function pointOf(bytes) {
  const wanted = BigInt(bytes[31] >> 7);
  const y = numberOf(bytes) & ((1n << 255n) - 1n);
  if (y >= FIELD) return null;
  const square = inField((y * y - 1n) * invertedInField(CURVE * y * y + 1n));
  let x = powerInField(square, (FIELD + 3n) / 8n);
  if (inField(x * x - square)) x = inField(x * ROOT_OF_MINUS_ONE);
  if (inField(x * x - square)) return null;
  if (x === 0n && wanted) return null;
  if ((x & 1n) !== wanted) x = FIELD - x;
  return [x, y, 1n, inField(x * y)];
}

function bytesOfPoint([x, y, z]) {
  const inverse = invertedInField(z);
  const bytes = bytesOfNumber(inField(y * inverse));
  bytes[31] |= Number(inField(x * inverse) & 1n) << 7;
  return bytes;
}

function sumOfPoints([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = ((y1 - x1) * (y2 - x2)) % FIELD;
  const b = ((y1 + x1) * (y2 + x2)) % FIELD;
  const c = (((2n * CURVE * t1) % FIELD) * t2) % FIELD;
  const d = (2n * z1 * z2) % FIELD;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [inField(e * f), inField(g * h), inField(f * g), inField(e * h)];
}

/** Give n·P + m·Q, both at once, from the highest bit down. */
function sumOfMultiples(one, times, other, timesOther) {
  const both = sumOfPoints(one, other);
  const choices = [null, one, other, both];
  let sum = NEUTRAL;
  for (let bit = 255n; bit >= 0n; bit -= 1n) {
    sum = sumOfPoints(sum, sum);
    const choice = Number((times >> bit) & 1n) + 2 * Number((timesOther >> bit) & 1n);
    if (choice) sum = sumOfPoints(sum, choices[choice]);
  }
  return sum;
}
