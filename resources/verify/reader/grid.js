/* Laying the net of a code over its picture, and reading every dot through it. */

const LEAST_CORNERS = 0.35;
const MOST_BEND = 3; // dots
const SMALL_SQUARE = squareOf(2, (ring) => ring !== 1);
const LARGE_SQUARE = squareOf(4, (ring) => ring !== 2 && ring !== 4);
const FINDER = 3.5; // the middle of a corner square lies that many dots from both edges

/** Give the net {version, corners} that fits a triple best, and how well: 1 is perfect. */
function fittedNet(picture, triple) {
  let best = null;
  likelyVersions(picture, triple).forEach((version, at) => {
    // The neighbouring version fits nearly as well, so two are always compared.
    if (at > 1 && best.quality > 0.75) return;
    const net = netOf(picture, triple, version);
    if (!best || net.quality > best.quality) best = net;
  });
  return best;
}

function likelyVersions(picture, { corner, right, below }) {
  const across = legInDots(picture, corner, right);
  const down = legInDots(picture, corner, below);
  const guess = ((across + down) / 2 + 7 - 17) / 4;
  const nearest = Math.round(guess);
  const other = guess > nearest ? 1 : -1;
  return [nearest, nearest + other, nearest - other, nearest + 2 * other].filter(
    (version) => version >= 1 && version <= 40,
  );
}

/** Give the length of a leg in dots, by the width of the corner squares along it. */
function legInDots(picture, from, to) {
  const length = distance(from, to);
  const stepX = (to.x - from.x) / length;
  const stepY = (to.y - from.y) / length;
  const modules = [from, to].map((place) => {
    const seen = crossed(picture, place.x, place.y, stepX, stepY, place.module * 8);
    return seen ? seen.total / 7 : place.module;
  });
  return length / ((modules[0] + modules[1]) / 2);
}

/** Look for the fourth corner, then move all four until the parts that are known fit best. */
function netOf(picture, { corner, right, below }, version) {
  const { side, known, inCorners } = frameOf(version);
  const span = side - 2 * FINDER;
  const guess = {
    x: right.x + below.x - corner.x,
    y: right.y + below.y - corner.y,
  };
  const acrossX = (right.x - corner.x) / span;
  const acrossY = (right.y - corner.y) / span;
  const downX = (below.x - corner.x) / span;
  const downY = (below.y - corner.y) / span;
  const corners = [corner.x, corner.y, right.x, right.y, guess.x, guess.y, below.x, below.y];
  // Three places that only looked like corner squares are soon seen not to be any.
  if (qualityOf(picture, mapOf(corners, side), inCorners) < LEAST_CORNERS) return { version, corners, quality: 0 };
  const score = (points) => scoreOf(picture, mapOf(points, side), known);
  let best = score(corners);
  const reach = Math.max(4, span * 0.16);
  const trial = corners.slice();
  for (let down = -reach; down <= reach; down += 0.75) {
    for (let across = -reach; across <= reach; across += 0.75) {
      trial[4] = guess.x + across * acrossX + down * downX;
      trial[5] = guess.y + across * acrossY + down * downY;
      const value = score(trial);
      if (value > best) {
        best = value;
        corners[4] = trial[4];
        corners[5] = trial[5];
      }
    }
  }
  climb(corners, score, Math.hypot(acrossX, acrossY));
  return { version, corners, quality: qualityOf(picture, mapOf(corners, side), known) };
}

/** Move the corners by smaller and smaller steps as long as it helps. */
function climb(corners, score, module) {
  let best = score(corners);
  for (let step = module * 0.6; step > module * 0.04; step /= 2) {
    let better = true;
    for (let round = 0; better && round < 8; round += 1) {
      better = false;
      for (let at = 0; at < 8; at += 1) {
        for (const way of [step, -step]) {
          corners[at] += way;
          const value = score(corners);
          if (value > best) {
            best = value;
            better = true;
            break;
          }
          corners[at] -= way;
        }
      }
    }
  }
}

/**
 * Give the perspective that takes dots of the code to places of the picture: the eight numbers of
 * x = (a·u + b·v + c) / (g·u + h·v + 1), y = (d·u + e·v + f) / (g·u + h·v + 1).
 */
function mapOf([x0, y0, x1, y1, x2, y2, x3, y3], side) {
  const slantX = x0 - x1 + x2 - x3;
  const slantY = y0 - y1 + y2 - y3;
  const area = (x1 - x2) * (y3 - y2) - (x3 - x2) * (y1 - y2);
  const g = (slantX * (y3 - y2) - (x3 - x2) * slantY) / area;
  const h = ((x1 - x2) * slantY - slantX * (y1 - y2)) / area;
  const inUnits = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h];
  return movedMap(inUnits, side - 2 * FINDER);
}

/** From the unit square between the corner squares to dots counted from the edge of the code. */
function movedMap([a, b, c, d, e, f, g, h], span) {
  const rest = 1 - ((g + h) * FINDER) / span;
  const moved = [
    a / span, b / span, c - ((a + b) * FINDER) / span,
    d / span, e / span, f - ((d + e) * FINDER) / span,
    g / span, h / span,
  ];
  return moved.map((number) => number / rest);
}

function placeAt(map, u, v) {
  const depth = map[6] * u + map[7] * v + 1;
  return [(map[0] * u + map[1] * v + map[2]) / depth, (map[3] * u + map[4] * v + map[5]) / depth];
}

function scoreOf(picture, map, known) {
  let sum = 0;
  for (const { column, row, sign } of known) {
    const [x, y] = placeAt(map, column + 0.5, row + 0.5);
    sum += sign * (brightnessAt(picture, x, y) - 128);
  }
  return sum;
}

function qualityOf(picture, map, known) {
  let fits = 0;
  let all = 1;
  for (const { column, row, sign } of known) {
    const [x, y] = placeAt(map, column + 0.5, row + 0.5);
    const value = brightnessAt(picture, x, y) - 128;
    fits += sign * value;
    all += Math.abs(value);
  }
  return fits / all;
}

/** Give the brightness of every dot: the mean of nine places in its inner half. */
function dotsOf(picture, { version, corners }, shift) {
  const { side } = frameOf(version);
  const map = mapOf(corners, side);
  const dots = new Float32Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [offX, offY] = shift ? shift(column + 0.5, row + 0.5) : [0, 0];
      let sum = 0;
      for (const down of [0.27, 0.5, 0.73]) {
        for (const across of [0.27, 0.5, 0.73]) {
          const [x, y] = placeAt(map, column + across + offX, row + down + offY);
          sum += brightnessAt(picture, x, y);
        }
      }
      dots[row * side + column] = sum / 9;
    }
  }
  return dots;
}

/** Where the paper is bent: how far the squares lie from their places, and between them. */
function bendOf(picture, { version, corners }) {
  const { side, places } = frameOf(version);
  if (places.length < 3) return null;
  const map = mapOf(corners, side);
  const last = places.length - 1;
  const offs = places.map((row, down) =>
    places.map((column, across) => {
      const inCorner = (down === 0 || down === last) && (across === 0 || across === last);
      if (!inCorner || (down === last && across === last)) {
        return offOf(picture, map, column + 0.5, row + 0.5, SMALL_SQUARE);
      }
      return offOf(picture, map, across ? side - FINDER : FINDER, down ? side - FINDER : FINDER, LARGE_SQUARE);
    }),
  );
  return (u, v) => betweenOf(offs, places, u - 0.5, v - 0.5);
}

function squareOf(reach, isDark) {
  const dots = [];
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      dots.push({ x, y, sign: isDark(Math.max(Math.abs(x), Math.abs(y))) ? -1 : 1 });
    }
  }
  return dots;
}

/** Give how far a square lies from its place, in dots: the middle of where it fits best. */
function offOf(picture, map, u, v, square) {
  const tried = [];
  for (let down = -MOST_BEND; down <= MOST_BEND; down += 0.25) {
    for (let across = -MOST_BEND; across <= MOST_BEND; across += 0.25) {
      let sum = 0;
      for (const { x, y, sign } of square) {
        const [left, top] = placeAt(map, u + x + across, v + y + down);
        sum += sign * (brightnessAt(picture, left, top) - 128);
      }
      tried.push({ across, down, sum: sum * (1 - 0.03 * Math.hypot(across, down)) });
    }
  }
  const best = tried.reduce((most, one) => (one.sum > most.sum ? one : most));
  const near = tried.filter(
    (one) => one.sum > 0.9 * best.sum && Math.hypot(one.across - best.across, one.down - best.down) < 1.3,
  );
  return ["across", "down"].map((axis) => near.reduce((sum, one) => sum + one[axis], 0) / near.length);
}

/** Give how far a place between the squares is off, by the three nearest of either axis. */
function betweenOf(offs, places, u, v) {
  const [firstColumn, columns] = sharesOf(places, u);
  const [firstRow, rows] = sharesOf(places, v);
  return [0, 1].map((axis) => {
    let off = 0;
    rows.forEach((low, down) => {
      columns.forEach((right, across) => {
        off += low * right * offs[firstRow + down][firstColumn + across][axis];
      });
    });
    return off;
  });
}

/** Give the first of three places, and what each counts at a point: the parabola through them. */
function sharesOf(places, at) {
  let first = 0;
  while (first < places.length - 3 && places[first + 1] + places[first + 2] < 2 * at) first += 1;
  const [a, b, c] = places.slice(first, first + 3);
  return [
    first,
    [
      ((at - b) * (at - c)) / ((a - b) * (a - c)),
      ((at - a) * (at - c)) / ((b - a) * (b - c)),
      ((at - a) * (at - b)) / ((c - a) * (c - b)),
    ],
  ];
}
