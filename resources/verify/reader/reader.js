/* Reading the codes of a picture: several sizes and treatments, the likeliest first. */

const STRENGTHS = [0, 0.5, 1.1, 2, 3.5];
const DOTS_FOR_READING = 4; // dots of the picture for one of the code are enough
const MOST_TO_DOUBLE = 2100;
const LONG_SIDES = [1500, 2400, 1000, 4200, 640];

/**
 * Give what is read, one {text, isSure} after the other; between them null, so that whoever asks
 * can show something else meanwhile. Texts that are not sure had bytes put right on suspicion.
 */
function* readings(picture) {
  const told = new Set();
  const sizes = new Map();
  for (const look of looks(picture)) {
    yield null;
    if (!sizes.has(look.factor)) sizes.set(look.factor, sizedBy(picture, look.factor));
    const small = sizes.get(look.factor);
    const treated = look.sharpen ? sharpened(small, look.reach, look.sharpen) : small;
    const level = levelled(treated, look.block);
    yield null;
    const used = new Set();
    let seen = 0;
    for (const triple of triplesOf(findersIn(level))) {
      const finders = [triple.corner, triple.right, triple.below];
      if (finders.some((finder) => used.has(finder))) continue;
      for (const reading of readingsAt(picture, level, look.factor, triple)) {
        if (!reading) continue;
        finders.forEach((finder) => used.add(finder));
        if (!told.has(reading.text)) yield reading;
        told.add(reading.text);
        seen += reading.isSure ? 1 : 0;
      }
      yield null;
    }
    if (seen) return;
  }
}

function sizedBy(picture, factor) {
  return factor < 1 ? doubled(picture) : shrunk(picture, factor);
}

function looks(picture) {
  const long = Math.max(picture.width, picture.height);
  const factors = [...new Set(LONG_SIDES.map((side) => Math.max(1, Math.round(long / side))))];
  const plain = factors.map((factor) => ({ factor, block: 8 }));
  if (long <= MOST_TO_DOUBLE) plain.splice(2, 0, { factor: 0.5, block: 16 });
  const others = factors.slice(0, 3).flatMap((factor) => [
    { factor, block: 8, sharpen: 1.5, reach: 2 },
    { factor, block: 16 },
    { factor, block: 5, sharpen: -1, reach: 1 },
  ]);
  return [...plain, ...others];
}

/** Read one code, in the finest useful size of its part of the picture. */
function* readingsAt(picture, level, factor, triple) {
  const rough = fittedNet(level, triple);
  if (!rough || rough.quality < 0.3) return;
  const fine = refined(picture, rough, factor);
  const nets = fine ? [fine, { picture: level, net: rough }] : [{ picture: level, net: rough }];
  for (const { picture: seen, net } of nets) {
    for (const reading of decodings(seen, net)) {
      yield reading;
      if (reading && reading.isSure) return;
    }
  }
}

function refined(picture, net, factor) {
  const points = [0, 2, 4, 6].map((at) => [net.corners[at] * factor, net.corners[at + 1] * factor]);
  const { side } = frameOf(net.version);
  const span = side - 2 * FINDER;
  const sizes = points.map((point, at) => {
    const next = points[(at + 1) % 4];
    return Math.hypot(next[0] - point[0], next[1] - point[1]) / span;
  });
  const module = Math.min(...sizes);
  const finer = Math.max(1, Math.floor(module / DOTS_FOR_READING));
  const margin = Math.max(...sizes) * 9;
  const box = {
    left: Math.max(0, Math.floor(Math.min(...points.map(([x]) => x)) - margin)),
    top: Math.max(0, Math.floor(Math.min(...points.map(([, y]) => y)) - margin)),
    right: Math.min(picture.width, Math.ceil(Math.max(...points.map(([x]) => x)) + margin)),
    bottom: Math.min(picture.height, Math.ceil(Math.max(...points.map(([, y]) => y)) + margin)),
  };
  const part = shrunk(picture, finer, box);
  const seen = levelled(part, Math.max(4, Math.round((2 * module) / finer)));
  const corners = points.flatMap(([x, y]) => [(x - box.left) / finer, (y - box.top) / finer]);
  const { known } = frameOf(net.version);
  climb(corners, (moved) => scoreOf(seen, mapOf(moved, side), known), module / finer);
  return { picture: seen, net: { version: net.version, corners } };
}

/** Decode what lies under a net: as it is, sharpened dot by dot, mirrored, with the paper bent. */
function* decodings(picture, net) {
  const { side } = frameOf(net.version);
  const flat = dotsOf(picture, net, null);
  yield* decodedDots(flat, net.version);
  yield* decodedDots(turnedOver(flat, side), net.version);
  yield null;
  const bend = bendOf(picture, net);
  if (bend) yield* decodedDots(dotsOf(picture, net, bend), net.version);
}

function* decodedDots(dots, version) {
  const { side } = frameOf(version);
  for (const strength of STRENGTHS) {
    const { bits, sureness } = bitsOf(dots, side, strength);
    const format = formatOf(bits, side);
    if (!format) return;
    const blocks = blocksOf(bytesIn(bits, sureness, version, format.mask), version, format.level);
    for (const share of [0, 0.35, 0.6]) {
      const bytes = dataOf(blocks, share);
      const text = bytes && textOf(bytes, version);
      if (text !== null && text !== undefined) {
        yield { text, isSure: share === 0 };
        return;
      }
    }
  }
}

/** Give the data of all blocks put right, with a share of the checks spent on the unsure bytes. */
function dataOf(blocks, share) {
  const data = [];
  for (const block of blocks) {
    const right = correctedBlock(block, share);
    if (!right) return null;
    for (const byte of right.slice(0, block.bytes.length - block.checks)) data.push(byte);
  }
  return data;
}

function correctedBlock({ bytes, sure, checks }, share) {
  const plain = corrected(bytes, checks, []);
  if (plain || !share) return plain;
  const order = bytes.map((_byte, at) => at).sort((one, other) => sure[one] - sure[other]);
  return corrected(bytes, checks, order.slice(0, Math.floor(checks * share)));
}

/** Give each dot as a bit, dark 1, and how far it is from the border between dark and light. */
function bitsOf(dots, side, strength) {
  const clear = strength ? dotSharpened(dots, side, strength) : dots;
  const border = boxMean({ width: side, height: side, data: clear }, 4);
  const bits = new Uint8Array(side * side);
  const sureness = new Float32Array(side * side);
  for (let at = 0; at < bits.length; at += 1) {
    const above = clear[at] - (border[at] * 0.6 + 128 * 0.4);
    bits[at] = above < 0 ? 1 : 0;
    sureness[at] = Math.abs(above);
  }
  return { bits, sureness };
}

function dotSharpened(dots, side, strength) {
  const clear = new Float32Array(dots.length);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const at = row * side + column;
      const left = column ? dots[at - 1] : dots[at];
      const right = column < side - 1 ? dots[at + 1] : dots[at];
      const above = row ? dots[at - side] : dots[at];
      const below = row < side - 1 ? dots[at + side] : dots[at];
      clear[at] = dots[at] + strength * (dots[at] - (left + right + above + below) / 4);
    }
  }
  return clear;
}

function turnedOver(dots, side) {
  const made = new Float32Array(dots.length);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      made[row * side + column] = dots[column * side + row];
    }
  }
  return made;
}
