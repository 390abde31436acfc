/* From a picked file to texts of codes, beside the page's own work so that it never stands still. */

const MOST_DOTS = 12.6e6;
const PATIENCE = 60000;

/** Give the dots of a picture, not larger than is useful; null where the browser cannot open it. */
async function dotsOfFile(file) {
  const shown = await openedPicture(file);
  if (!shown) return null;
  const width = shown.naturalWidth || shown.width;
  const height = shown.naturalHeight || shown.height;
  for (let most = MOST_DOTS; most > 5e5; most /= 2) {
    const share = Math.min(1, Math.sqrt(most / (width * height)));
    try {
      return drawnDots(shown, Math.floor(width * share), Math.floor(height * share));
    } catch (tooLarge) {
      continue; // some phones have no room for a canvas of that size
    }
  }
  return null;
}

function drawnDots(shown, width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.drawImage(shown, 0, 0, width, height);
  const { data } = pen.getImageData(0, 0, width, height);
  canvas.width = 0; // gives the memory back at once
  return { width, height, data };
}

async function openedPicture(file) {
  try {
    return await createImageBitmap(file);
  } catch (notThisWay) {
    return pictureElement(file);
  }
}

function pictureElement(file) {
  return new Promise((resolve) => {
    const picture = new Image();
    const address = URL.createObjectURL(file);
    picture.onload = () => resolve(picture);
    picture.onerror = () => resolve(null);
    picture.src = address;
  });
}

/** Read the codes of a picture; `take` gets each reading and says true when it is satisfied. */
function readCodes(dots, take) {
  let stop = () => {};
  const done = new Promise((resolve) => {
    const started = Date.now();
    const isLate = () => Date.now() - started > PATIENCE;
    const worker = newWorker();
    stop = () => {
      if (worker) worker.terminate();
      resolve();
    };
    if (!worker) {
      readInSlices(dots, take, isLate, (stopped) => { stop = stopped; }, resolve);
      return;
    }
    const end = setTimeout(() => stop(), PATIENCE);
    worker.onmessage = ({ data }) => {
      if (data !== null && !take(data)) return;
      clearTimeout(end);
      stop();
    };
    worker.onerror = () => {
      clearTimeout(end);
      stop();
    };
    worker.postMessage(dots, [dots.data.buffer]);
  });
  return { done, stop: () => stop() };
}

const WORK = `
onmessage = ({ data: { width, height, data } }) => {
  for (const reading of readings(greyOf(data, width, height))) if (reading) postMessage(reading);
  postMessage(null);
};`;

function newWorker() {
  try {
    const source = document.getElementById("reader").textContent + WORK;
    return new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  } catch (noWorkers) {
    return null;
  }
}

function readInSlices({ width, height, data }, take, isLate, giveStop, finish) {
  const course = readings(greyOf(data, width, height));
  let isStopped = false;
  giveStop(() => {
    isStopped = true;
    finish();
  });
  const slice = () => {
    if (isStopped) return;
    const { value, done } = course.next();
    if (done || isLate() || (value && take(value))) finish();
    else setTimeout(slice, 0);
  };
  setTimeout(slice, 0);
}

/** What the browser itself sees, where it can: one more try, never the only one. */
async function seenByBrowser(file) {
  if (!("BarcodeDetector" in window)) return [];
  try {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return (await detector.detect(await createImageBitmap(file))).map((one) => one.rawValue);
  } catch (cannot) {
    return [];
  }
}
