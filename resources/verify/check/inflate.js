/* Unpacking zlib data, since not every browser can; only what the standard (RFC 1950, 1951) asks. */

const LENGTHS = baseTable([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5], 3);
LENGTHS.push([258, 0]);
const DISTANCES = baseTable([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13], 1);
const ORDER_OF_SIZES = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MOST_UNPACKED = 4000000; // as the program has it

/** Give the bytes that were packed; null where the data are no whole zlib stream. */
function inflated(bytes) {
  if (bytes.length < 6 || (bytes[0] & 15) !== 8 || ((bytes[0] << 8) | bytes[1]) % 31) return null;
  if (bytes[1] & 32) return null;
  const bits = lowBits(bytes, 2);
  const out = [];
  try {
    let isLast = false;
    while (!isLast) {
      isLast = bits.take(1) === 1;
      unpackBlock(bits, bits.take(2), out);
      if (out.length > MOST_UNPACKED) return null;
    }
    const sum = bits.bytesAhead(4).reduce((value, byte) => value * 256 + byte, 0);
    return sum === checkSum(out) ? Uint8Array.from(out) : null;
  } catch (problem) {
    if (problem instanceof RangeError) return null;
    throw problem;
  }
}

function baseTable(extras, first) {
  let base = first;
  return extras.map((extra) => {
    const entry = [base, extra];
    base += 1 << extra;
    return entry;
  });
}

function lowBits(bytes, start) {
  let at = start * 8;
  const need = (count) => {
    if (at + count > bytes.length * 8) throw new RangeError("the data end too early");
  };
  return {
    take(count) {
      need(count);
      let value = 0;
      for (let bit = 0; bit < count; bit += 1, at += 1) {
        value |= ((bytes[at >> 3] >> (at & 7)) & 1) << bit;
      }
      return value;
    },
    bytesAhead(count) {
      at = (at + 7) & ~7;
      need(count * 8);
      const part = bytes.subarray(at >> 3, (at >> 3) + count);
      at += count * 8;
      return part;
    },
  };
}

function unpackBlock(bits, kind, out) {
  if (kind === 0) {
    const [low, high] = bits.bytesAhead(4);
    for (const byte of bits.bytesAhead(low | (high << 8))) out.push(byte);
  } else if (kind === 1) {
    const sizes = Array.from({ length: 288 }, (_none, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8));
    unpackSigns(bits, codeOf(sizes), codeOf(new Array(30).fill(5)), out);
  } else if (kind === 2) {
    const counts = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
    const own = new Array(19).fill(0);
    for (let at = 0; at < counts[2]; at += 1) own[ORDER_OF_SIZES[at]] = bits.take(3);
    const sizes = readSizes(bits, codeOf(own), counts[0] + counts[1]);
    unpackSigns(bits, codeOf(sizes.slice(0, counts[0])), codeOf(sizes.slice(counts[0])), out);
  } else {
    throw new RangeError("no such kind of block");
  }
}

function readSizes(bits, code, count) {
  const sizes = [];
  while (sizes.length < count) {
    const sign = nextSign(bits, code);
    if (sign < 16) sizes.push(sign);
    else if (sign === 16 && !sizes.length) throw new RangeError("nothing to repeat");
    else {
      const value = sign === 16 ? sizes[sizes.length - 1] : 0;
      let times = sign === 16 ? bits.take(2) + 3 : sign === 17 ? bits.take(3) + 3 : bits.take(7) + 11;
      for (; times > 0; times -= 1) sizes.push(value);
    }
  }
  if (sizes.length > count) throw new RangeError("too many sizes");
  return sizes;
}

/** Give a canonical Huffman code: how many signs have each size, and the signs in order. */
function codeOf(sizes) {
  const counts = new Array(16).fill(0);
  for (const size of sizes) counts[size] += 1;
  counts[0] = 0;
  const signs = sizes.map((_size, sign) => sign).filter((sign) => sizes[sign]);
  signs.sort((one, other) => sizes[one] - sizes[other] || one - other);
  return { counts, signs };
}

function nextSign(bits, { counts, signs }) {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let size = 1; size < 16; size += 1) {
    code |= bits.take(1);
    if (code - first < counts[size]) return signs[index + code - first];
    index += counts[size];
    first = (first + counts[size]) << 1;
    code <<= 1;
  }
  throw new RangeError("no such sign");
}

function unpackSigns(bits, literals, distances, out) {
  for (;;) {
    const sign = nextSign(bits, literals);
    if (sign === 256) return;
    if (out.length > MOST_UNPACKED) throw new RangeError("too much data");
    if (sign < 256) {
      out.push(sign);
      continue;
    }
    const [base, extra] = LENGTHS[sign - 257] || [0, 0];
    const length = base + bits.take(extra);
    const [from, more] = DISTANCES[nextSign(bits, distances)] || [Infinity, 0];
    const back = from + bits.take(more);
    if (!base || back > out.length) throw new RangeError("nothing to copy");
    for (let left = length; left > 0; left -= 1) out.push(out[out.length - back]);
  }
}

function checkSum(bytes) {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
