/* The three large squares in the corners of a code: found by their 1:1:3:1:1 in any direction. */

const MOST_FINDERS = 30;
const MOST_TRIPLES = 40;

/** Give the places that look like corner squares, {x, y, module, seen}, the surest first. */
function findersIn(picture) {
  const found = [];
  const step = picture.height > 900 ? 2 : 1;
  const runs = new Int32Array(5);
  for (let y = 1; y < picture.height; y += step) findInRow(picture, y, runs, found);
  const sure = found.filter((one) => one.seen > 1);
  const kept = sure.length >= 3 ? sure : found;
  return kept.sort((one, other) => other.seen - one.seen).slice(0, MOST_FINDERS);
}

function findInRow(picture, y, runs, found) {
  const { width, data } = picture;
  const row = y * width;
  runs.fill(0);
  let dark = false;
  let length = 0;
  for (let x = 0; x <= width; x += 1) {
    const isDark = x < width && data[row + x] < 128;
    if (x < width && isDark === dark) {
      length += 1;
      continue;
    }
    runs.copyWithin(0, 1);
    runs[4] = length;
    if (dark && isFinder(runs)) {
      const middle = x - runs[4] - runs[3] - runs[2] / 2;
      addFinder(picture, middle, y + 0.5, totalOf(runs), found);
    }
    dark = isDark;
    length = 1;
  }
}

function totalOf(runs) {
  return runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
}

/** Say whether five runs, dark first, stand as 1:1:3:1:1; blur makes either colour thinner. */
function isFinder(runs) {
  if (!(runs[0] && runs[1] && runs[2] && runs[3] && runs[4])) return false;
  const module = totalOf(runs) / 7;
  if (module < 1) return false;
  const slack = module * 0.72;
  return (
    Math.abs(runs[0] - module) < slack &&
    Math.abs(runs[1] - module) < slack &&
    Math.abs(runs[2] - 3 * module) < 2 * slack &&
    Math.abs(runs[3] - module) < slack &&
    Math.abs(runs[4] - module) < slack
  );
}

function addFinder(picture, x, y, across, found) {
  const down = crossed(picture, x, y, 0, 1, across);
  if (!down) return;
  const middle = y + down.shift;
  const again = crossed(picture, x, middle, 1, 0, across);
  if (!again) return;
  const place = { x: x + again.shift, y: middle };
  const falling = crossed(picture, place.x, place.y, Math.SQRT1_2, Math.SQRT1_2, across);
  const rising = crossed(picture, place.x, place.y, Math.SQRT1_2, -Math.SQRT1_2, across);
  if (!falling && !rising) return;
  const module = (down.total + again.total) / 14;
  const known = found.find(
    (one) => Math.hypot(one.x - place.x, one.y - place.y) < 2.5 * Math.min(one.module, module),
  );
  if (!known) {
    found.push({ ...place, module, seen: 1 });
    return;
  }
  const share = 1 / (known.seen + 1);
  known.x += (place.x - known.x) * share;
  known.y += (place.y - known.y) * share;
  known.module += (module - known.module) * share;
  known.seen += 1;
}

/** Walk both ways from a middle; give the length of the five runs and how far off the middle is. */
function crossed(picture, x, y, stepX, stepY, expected) {
  const forth = walked(picture, x, y, stepX, stepY, expected);
  const back = walked(picture, x, y, -stepX, -stepY, expected);
  if (!forth || !back) return null;
  const core = forth[0] + back[0];
  if (!isFinder([back[2], back[1], core, forth[1], forth[2]])) return null;
  const total = core + forth[1] + back[1] + forth[2] + back[2];
  if (total > 2.2 * expected || total < expected / 2.2) return null;
  return { total, shift: (forth[0] - back[0]) / 2 };
}

/** Give the three runs, dark, light, dark, from a dark middle outwards; null where there are none. */
function walked(picture, x, y, stepX, stepY, most) {
  const { width, height, data } = picture;
  const runs = [0, 0, 0];
  let at = 0;
  for (let steps = 0; steps < 2 * most; steps += 1) {
    const column = Math.floor(x + stepX * steps);
    const row = Math.floor(y + stepY * steps);
    if (column < 0 || row < 0 || column >= width || row >= height) return at === 2 ? runs : null;
    const isDark = data[row * width + column] < 128;
    if (isDark !== (at !== 1)) {
      if (steps === 0) return null;
      at += 1;
      if (at === 3) return runs;
    }
    runs[at] += 1;
  }
  return null;
}

/** Give the threes that could be the corners of one code, the likeliest first. */
function triplesOf(finders) {
  const triples = [];
  for (let one = 0; one < finders.length; one += 1) {
    for (let two = one + 1; two < finders.length; two += 1) {
      for (let three = two + 1; three < finders.length; three += 1) {
        const triple = cornersOf([finders[one], finders[two], finders[three]]);
        if (triple) triples.push(triple);
      }
    }
  }
  return triples.sort((first, second) => first.oddness - second.oddness).slice(0, MOST_TRIPLES);
}

/** Give {corner, right, below, oddness} of three finders, or null where they form no corner. */
function cornersOf(three) {
  const sides = [0, 1, 2].map((at) => distance(three[(at + 1) % 3], three[(at + 2) % 3]));
  const at = sides.indexOf(Math.max(...sides));
  const corner = three[at];
  let right = three[(at + 1) % 3];
  let below = three[(at + 2) % 3];
  const turn =
    (right.x - corner.x) * (below.y - corner.y) - (right.y - corner.y) * (below.x - corner.x);
  if (turn < 0) [right, below] = [below, right];
  const modules = three.map((one) => one.module);
  const unlike = Math.max(...modules) / Math.min(...modules);
  const legs = [distance(corner, right), distance(corner, below)];
  const uneven = Math.max(...legs) / Math.min(...legs);
  const sine = Math.abs(turn) / (legs[0] * legs[1]);
  const mean = (modules[0] + modules[1] + modules[2]) / 3;
  if (unlike > 2.2 || uneven > 2.2 || sine < 0.6 || Math.min(...legs) < 9 * mean) return null;
  if (Math.max(...legs) > 220 * mean) return null;
  const oddness = unlike - 1 + (uneven - 1) + 2 * (1 - sine);
  const seen = Math.min(corner.seen, right.seen, below.seen) / mean;
  return { corner, right, below, oddness: oddness - Math.min(seen, 2) / 2 };
}

function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
