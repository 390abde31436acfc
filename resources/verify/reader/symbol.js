/* What the standard fixes about a code: its sizes, the parts that are always the same, the masks. */

/* For each version from 1 on: check bytes a block, and how many blocks; by level L, M, Q, H. */
const CHECK_BYTES = [
  "7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30",
  "10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28",
  "13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30",
  "17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30",
].map((line) => line.split(" ").map(Number));
const BLOCKS = [
  "1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25",
  "1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49",
  "1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68",
  "1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81",
].map((line) => line.split(" ").map(Number));
/* The two bits of the format name the levels in this order. */
const LEVELS = [1, 0, 3, 2];
const FORMAT_CHECK = 0x537;
const FORMAT_MASK = 0x5412;
const VERSION_CHECK = 0x1f25;
const MASKS = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];
const frames = new Map();

/** Give the middles of the small squares of a version, along one side. */
function alignmentPlaces(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = version * 4 + 10;
  /* The standard takes an even step, all the same but the first one. */
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = [6];
  for (let at = count - 2; at >= 0; at -= 1) places.push(last - at * step);
  return places;
}

/**
 * Give what is fixed in a version: {side, fixed, known}. `fixed` marks the dots that carry no data;
 * `known` lists those whose colour is certain as {column, row, sign}, light 1 and dark -1.
 */
function frameOf(version) {
  if (!frames.has(version)) frames.set(version, madeFrame(version));
  return frames.get(version);
}

function madeFrame(version) {
  const side = 17 + 4 * version;
  const fixed = new Uint8Array(side * side);
  const known = [];
  const colours = new Map();
  const put = (column, row, dark) => {
    if (column >= 0 && row >= 0 && column < side && row < side) fixed[row * side + column] = 1;
    colours.set(row * 1000 + column, { column, row, sign: dark ? -1 : 1 });
  };
  for (let at = 8; at < side - 8; at += 1) {
    put(at, 6, at % 2 === 0);
    put(6, at, at % 2 === 0);
  }
  for (const [column, row] of [[3, 3], [side - 4, 3], [3, side - 4]]) {
    putSquares(put, column, row, 4, (ring) => ring !== 2 && ring !== 4);
  }
  const inCorners = [...colours.values()].filter(({ column, row }) => column < 8 || row < 8);
  const places = alignmentPlaces(version);
  for (const row of places) {
    for (const column of places) {
      const inCorner = (row === 6 && (column === 6 || column === side - 7)) ||
        (column === 6 && row === side - 7);
      if (!inCorner) putSquares(put, column, row, 2, (ring) => ring !== 1);
    }
  }
  if (version >= 7) putVersion(put, side, version);
  known.push(...colours.values());
  markFormat(fixed, side);
  return { side, fixed, known, inCorners, places };
}

function putSquares(put, column, row, reach, isDark) {
  for (let down = -reach; down <= reach; down += 1) {
    for (let across = -reach; across <= reach; across += 1) {
      put(column + across, row + down, isDark(Math.max(Math.abs(down), Math.abs(across))));
    }
  }
}

/** Codes from version 7 on name their version twice: six bits and twelve that check them. */
function putVersion(put, side, version) {
  let rest = version << 12;
  for (let at = 17; at >= 12; at -= 1) if (rest & (1 << at)) rest ^= VERSION_CHECK << (at - 12);
  const word = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const long = Math.floor(at / 3);
    const short = side - 11 + (at % 3);
    put(short, long, (word >> at) & 1);
    put(long, short, (word >> at) & 1);
  }
}

function markFormat(fixed, side) {
  for (let at = 0; at < 9; at += 1) {
    fixed[8 * side + at] = 1;
    fixed[at * side + 8] = 1;
    if (at < 8) {
      fixed[8 * side + side - 1 - at] = 1;
      fixed[(side - 1 - at) * side + 8] = 1;
    }
  }
}

/** Give {level, mask} of a code from the two places where it is written; null where in doubt. */
function formatOf(bits, side) {
  const first = [];
  const second = [];
  for (let at = 0; at < 6; at += 1) first.push(bits[8 * side + at]);
  first.push(bits[8 * side + 7], bits[8 * side + 8], bits[7 * side + 8]);
  for (let at = 5; at >= 0; at -= 1) first.push(bits[at * side + 8]);
  for (let at = 0; at < 7; at += 1) second.push(bits[(side - 1 - at) * side + 8]);
  for (let at = 8; at >= 1; at -= 1) second.push(bits[8 * side + side - at]);
  let best = null;
  let least = 8;
  for (let format = 0; format < 32; format += 1) {
    const word = formatWord(format);
    const wrong = differences(first, word) + differences(second, word);
    const oneWrong = Math.min(differences(first, word), differences(second, word));
    if (wrong < least || (oneWrong <= 2 && oneWrong * 2 < least)) {
      least = Math.min(wrong, oneWrong * 2);
      best = { level: LEVELS[format >> 3], mask: format & 7 };
    }
  }
  return best;
}

function formatWord(format) {
  let rest = format << 10;
  for (let at = 14; at >= 10; at -= 1) if (rest & (1 << at)) rest ^= FORMAT_CHECK << (at - 10);
  return ((format << 10) | rest) ^ FORMAT_MASK;
}

function differences(bits, word) {
  return bits.reduce((sum, bit, at) => sum + (bit !== ((word >> (14 - at)) & 1) ? 1 : 0), 0);
}

/** Give the bytes of a code in the order in which they lie, and how sure each is. */
function bytesIn(bits, sureness, version, mask) {
  const { side, fixed } = frameOf(version);
  const inverts = MASKS[mask];
  const bytes = [];
  const sure = [];
  let byte = 0;
  let least = Infinity;
  let count = 0;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < side; step += 1) {
      const row = upwards ? side - 1 - step : step;
      for (let column = right; column > right - 2; column -= 1) {
        const at = row * side + column;
        if (fixed[at]) continue;
        byte = (byte << 1) | (bits[at] ^ (inverts(row, column) ? 1 : 0));
        least = Math.min(least, sureness[at]);
        count += 1;
        if (count === 8) {
          bytes.push(byte);
          sure.push(least);
          [byte, count, least] = [0, 0, Infinity];
        }
      }
    }
  }
  return { bytes, sure };
}

/** Give the blocks of a code, each with its bytes, how sure they are, and how many are checks. */
function blocksOf({ bytes, sure }, version, level) {
  const checks = CHECK_BYTES[level][version - 1];
  const count = BLOCKS[level][version - 1];
  const shorter = Math.floor(bytes.length / count);
  const firstLong = count - (bytes.length % count);
  const blocks = Array.from({ length: count }, () => ({ bytes: [], sure: [], checks }));
  let at = 0;
  const give = (block) => {
    block.bytes.push(bytes[at]);
    block.sure.push(sure[at]);
    at += 1;
  };
  for (let place = 0; place < shorter - checks; place += 1) blocks.forEach(give);
  blocks.slice(firstLong).forEach(give);
  for (let place = 0; place < checks; place += 1) blocks.forEach(give);
  return blocks;
}
