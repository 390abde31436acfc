/* Grey pictures: {width, height, data}, one byte a dot, 0 is black. */

const AROUND = 2; // blocks
const EVEN_BORDER = 0.8; // of the mean, where there is nothing but paper

/** Give the grey picture of the four bytes a dot that a canvas holds. */
function greyOf(rgba, width, height) {
  const data = new Uint8Array(width * height);
  for (let dot = 0, at = 0; dot < data.length; dot += 1, at += 4) {
    data[dot] = (rgba[at] * 77 + rgba[at + 1] * 151 + rgba[at + 2] * 28) >> 8;
  }
  return { width, height, data };
}

/** Give a part of a picture with every `factor` × `factor` dots made into one, their mean. */
function shrunk(picture, factor, box) {
  if (factor === 1 && !box) return picture;
  const { left, top, right, bottom } = box || wholeOf(picture);
  const width = Math.floor((right - left) / factor);
  const height = Math.floor((bottom - top) / factor);
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let row = 0; row < factor; row += 1) {
      let at = (top + y * factor + row) * picture.width + left;
      for (let x = 0; x < width; x += 1) {
        for (let column = 0; column < factor; column += 1) {
          sums[x] += picture.data[at];
          at += 1;
        }
      }
    }
    for (let x = 0; x < width; x += 1) data[y * width + x] = sums[x] / (factor * factor);
  }
  return { width, height, data };
}

/** Give a picture with twice as many dots a side, those between as the eye would guess them. */
function doubled(picture) {
  const { width, height } = picture;
  const rows = stretched(picture.data, width, height, 1, width);
  return { width: 2 * width, height: 2 * height, data: stretched(rows, height, 2 * width, 2 * width, 1) };
}

/** Double the dots along lines: each new one takes three quarters of the nearer, one of the other. */
function stretched(data, length, lines, step, lineStep) {
  const made = new Uint8Array(2 * data.length);
  const isAcross = step === 1;
  for (let line = 0; line < lines; line += 1) {
    const from = line * lineStep;
    const to = isAcross ? 2 * from : line;
    const last = from + (length - 1) * step;
    for (let at = from, out = to; at <= last; at += step, out += 2 * step) {
      const before = data[at > from ? at - step : at];
      const after = data[at < last ? at + step : at];
      made[out] = (3 * data[at] + before + 2) >> 2;
      made[out + step] = (3 * data[at] + after + 2) >> 2;
    }
  }
  return made;
}

/** Give the box of a whole picture. */
function wholeOf(picture) {
  return { left: 0, top: 0, right: picture.width, bottom: picture.height };
}

/** Give a picture with edges made stronger (amount > 0) or softer (amount < 0). */
function sharpened(picture, reach, amount) {
  const { width, height, data } = picture;
  const mean = boxMean(picture, reach);
  const made = new Uint8ClampedArray(width * height);
  for (let dot = 0; dot < made.length; dot += 1) {
    made[dot] = data[dot] + amount * (data[dot] - mean[dot]);
  }
  return { width, height, data: made };
}

/** Give the mean of the square around every dot, by running sums over rows, then columns. */
function boxMean(picture, reach) {
  const { width, height, data } = picture;
  const across = runningMean(data, width, height, 1, width, reach);
  return runningMean(across, height, width, width, 1, reach);
}

function runningMean(data, length, lines, step, lineStep, reach) {
  const made = new Float32Array(data.length);
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep;
    let sum = 0;
    let count = 0;
    for (let ahead = 0; ahead < Math.min(reach, length); ahead += 1) {
      sum += data[start + ahead * step];
      count += 1;
    }
    for (let at = 0; at < length; at += 1) {
      if (at + reach < length) {
        sum += data[start + (at + reach) * step];
        count += 1;
      }
      if (at - reach > 0) {
        sum -= data[start + (at - reach - 1) * step];
        count -= 1;
      }
      made[start + at * step] = sum / count;
    }
  }
  return made;
}

/**
 * Give a picture in which 128 is the border between dark and light, whatever the light was.
 *
 * The border lies half-way between what is darker and what is lighter than the mean of the
 * surroundings; where these are even (paper, table) it lies lower, so that grain does not become
 * dots. `block` is the side of the squares that are looked at as one.
 */
function levelled(picture, block) {
  const { width, height, data } = picture;
  const across = Math.max(1, Math.ceil(width / block));
  const down = Math.max(1, Math.ceil(height / block));
  const borders = bordersOf(picture, block, across, down);
  const made = new Uint8ClampedArray(width * height);
  const columns = new Float32Array(across);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(Math.max((y + 0.5) / block - 0.5, 0), down - 1);
    const above = Math.floor(row);
    const below = Math.min(above + 1, down - 1);
    const low = row - above;
    for (let column = 0; column < across; column += 1) {
      columns[column] =
        borders[above * across + column] * (1 - low) + borders[below * across + column] * low;
    }
    for (let x = 0; x < width; x += 1) {
      const place = Math.min(Math.max((x + 0.5) / block - 0.5, 0), across - 1);
      const left = Math.floor(place);
      const right = left + 1 < across ? left + 1 : left;
      const border = columns[left] + (columns[right] - columns[left]) * (place - left);
      made[y * width + x] = 128 + data[y * width + x] - border;
    }
  }
  return { width, height, data: made };
}

/** Give the border between dark and light for every block. */
function bordersOf(picture, block, across, down) {
  const all = blockSums(picture, block, across, null);
  const [dots, total] = all.map((sums) => windowSums(sums, across, down));
  const means = total.map((sum, at) => sum / dots[at]);
  const lighter = blockSums(picture, block, across, means);
  const [lightDots, lightTotal] = lighter.map((sums) => windowSums(sums, across, down));
  return means.map((mean, at) => {
    const darkDots = dots[at] - lightDots[at];
    if (!lightDots[at] || !darkDots) return mean * EVEN_BORDER;
    const light = lightTotal[at] / lightDots[at];
    const dark = (total[at] - lightTotal[at]) / darkDots;
    const evenness = Math.max(0, 1 - (light - dark) / (0.35 * mean + 1));
    return ((light + dark) / 2) * (1 - evenness * (1 - EVEN_BORDER));
  });
}

/** Give how many dots each block has and their sum; with means, only of the dots above theirs. */
function blockSums({ width, height, data }, block, across, means) {
  const counts = new Float32Array(across * Math.ceil(height / block));
  const sums = new Float32Array(counts.length);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / block) * across;
    for (let column = 0; column < across; column += 1) {
      const end = y * width + Math.min((column + 1) * block, width);
      const least = means ? means[row + column] : -1;
      let count = 0;
      let sum = 0;
      for (let at = y * width + column * block; at < end; at += 1) {
        if (data[at] > least) {
          sum += data[at];
          count += 1;
        }
      }
      counts[row + column] += count;
      sums[row + column] += sum;
    }
  }
  return [counts, sums];
}

/** Give for each block the sum over the blocks around it. */
function windowSums(sums, across, down) {
  const rows = new Float32Array(sums.length);
  const made = new Float32Array(sums.length);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let sum = 0;
      const last = Math.min(across - 1, column + AROUND);
      for (let x = Math.max(0, column - AROUND); x <= last; x += 1) sum += sums[row * across + x];
      rows[row * across + column] = sum;
    }
  }
  for (let row = 0; row < down; row += 1) {
    const last = Math.min(down - 1, row + AROUND);
    for (let y = Math.max(0, row - AROUND); y <= last; y += 1) {
      for (let column = 0; column < across; column += 1) {
        made[row * across + column] += rows[y * across + column];
      }
    }
  }
  return made;
}

/** Give the brightness between dots; 128, which says nothing, outside the picture. */
function brightnessAt({ width, height, data }, x, y) {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (!(left >= 0 && top >= 0 && left < width - 1 && top < height - 1)) return 128;
  const right = x - 0.5 - left;
  const low = y - 0.5 - top;
  const at = top * width + left;
  const upper = data[at] + (data[at + 1] - data[at]) * right;
  const lower = data[at + width] + (data[at + width + 1] - data[at + width]) * right;
  return upper + (lower - upper) * low;
}
