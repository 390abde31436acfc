/* Grey pictures: {width, height, data}, one byte a dot, 0 is black. */

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
 * The border is the mean of the surroundings; where these are even (paper, table) it lies lower,
 * so that grain does not become dots. `block` is the side of the squares that are looked at as one.
 */
function levelled(picture, block) {
  const { width, height, data } = picture;
  const across = Math.max(1, Math.ceil(width / block));
  const down = Math.max(1, Math.ceil(height / block));
  const borders = smoothBorders(blockSums(picture, block, across, down), across, down);
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

function blockSums({ width, height, data }, block, across, down) {
  const count = new Float64Array(across * down);
  const sum = new Float64Array(across * down);
  const squares = new Float64Array(across * down);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / block) * across;
    for (let column = 0; column < across; column += 1) {
      const end = Math.min((column + 1) * block, width);
      let one = 0;
      let two = 0;
      for (let x = column * block; x < end; x += 1) {
        const value = data[y * width + x];
        one += value;
        two += value * value;
      }
      count[row + column] += end - column * block;
      sum[row + column] += one;
      squares[row + column] += two;
    }
  }
  return { count, sum, squares };
}

function smoothBorders({ count, sum, squares }, across, down) {
  const borders = new Float32Array(across * down);
  const around = 2;
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let dots = 0;
      let one = 0;
      let two = 0;
      for (let y = Math.max(0, row - around); y <= Math.min(down - 1, row + around); y += 1) {
        const last = Math.min(across - 1, column + around);
        for (let x = Math.max(0, column - around); x <= last; x += 1) {
          dots += count[y * across + x];
          one += sum[y * across + x];
          two += squares[y * across + x];
        }
      }
      const mean = one / dots;
      const spread = Math.sqrt(Math.max(0, two / dots - mean * mean));
      const evenness = Math.max(0, 1 - spread / (0.22 * mean + 1));
      borders[row * across + column] = mean * (1 - 0.2 * evenness);
    }
  }
  return borders;
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
