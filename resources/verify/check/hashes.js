/* SHA-256 and SHA-512 (FIPS 180-4), since a page opened from a file may not use the browser's own. */

const PRIMES = firstPrimes(80);
const ROUNDS_256 = PRIMES.slice(0, 64).map((prime) => Number(rootBits(prime, 3n, 32n)));
const START_256 = PRIMES.slice(0, 8).map((prime) => Number(rootBits(prime, 2n, 32n)));
const ROUNDS_512 = PRIMES.map((prime) => rootBits(prime, 3n, 64n));
const START_512 = PRIMES.slice(0, 8).map((prime) => rootBits(prime, 2n, 64n));
const ALL_64 = (1n << 64n) - 1n;

function firstPrimes(count) {
  const primes = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime)) primes.push(number);
  }
  return primes;
}

/** Give the first bits behind the point of the square or cube root of a number. */
function rootBits(number, power, bits) {
  const wanted = BigInt(number) << (bits * power);
  let low = 0n;
  let high = BigInt(number) << bits;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** power <= wanted) low = middle;
    else high = middle - 1n;
  }
  return low & ((1n << bits) - 1n);
}

function padded(bytes, block) {
  const lengthBytes = block / 8;
  const size = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
  const whole = new Uint8Array(size);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  new DataView(whole.buffer).setBigUint64(size - 8, BigInt(bytes.length) * 8n);
  return whole;
}

function sha256(bytes) {
  const view = new DataView(padded(bytes, 64).buffer);
  const state = START_256.slice();
  const words = new Int32Array(64);
  const turn = (value, by) => (value >>> by) | (value << (32 - by));
  for (let start = 0; start < view.byteLength; start += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(start + 4 * at);
    for (let at = 16; at < 64; at += 1) {
      const [early, late] = [words[at - 15], words[at - 2]];
      words[at] = words[at - 16] + words[at - 7] +
        (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
        (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) +
        ROUNDS_256[at] + words[at]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, at) => { state[at] = (state[at] + value) | 0; });
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((value, at) => out.setInt32(4 * at, value));
  return new Uint8Array(out.buffer);
}

function sha512(bytes) {
  const view = new DataView(padded(bytes, 128).buffer);
  const state = START_512.slice();
  const words = new Array(80);
  const turn = (value, by) => ((value >> by) | (value << (64n - by))) & ALL_64;
  for (let start = 0; start < view.byteLength; start += 128) {
    for (let at = 0; at < 16; at += 1) words[at] = view.getBigUint64(start + 8 * at);
    for (let at = 16; at < 80; at += 1) {
      const [early, late] = [words[at - 15], words[at - 2]];
      words[at] = (words[at - 16] + words[at - 7] +
        (turn(early, 1n) ^ turn(early, 8n) ^ (early >> 7n)) +
        (turn(late, 19n) ^ turn(late, 61n) ^ (late >> 6n))) & ALL_64;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 80; at += 1) {
      const one = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) +
        ((e & f) ^ ((e ^ ALL_64) & g)) + ROUNDS_512[at] + words[at];
      const two = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & ALL_64, c, b, a, (one + two) & ALL_64];
    }
    [a, b, c, d, e, f, g, h].forEach((value, at) => { state[at] = (state[at] + value) & ALL_64; });
  }
  const out = new DataView(new ArrayBuffer(64));
  state.forEach((value, at) => out.setBigUint64(8 * at, value));
  return new Uint8Array(out.buffer);
}
