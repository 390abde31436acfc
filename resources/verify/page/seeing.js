/* From a picked file to texts of codes, beside the page's own work so that it never stands still. */

const MOST_DOTS = 12.6e6;
const PATIENCE = 60000; // milliseconds
const PATIENCE_FOR_WORKER = 4000;

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
  const course = { isStopped: false, stop: () => { course.isStopped = true; } };
  course.done = startedWorker().then((worker) => {
    if (worker && course.isStopped) worker.terminate();
    if (course.isStopped) return null;
    return worker ? readAside(worker, dots, take, course) : readInSlices(dots, take, course);
  });
  return course;
}

function readAside(worker, dots, take, course) {
  return new Promise((resolve) => {
    course.stop = () => {
      course.isStopped = true;
      clearTimeout(course.end);
      worker.terminate();
      resolve();
    };
    course.end = setTimeout(() => course.stop(), PATIENCE);
    worker.onerror = () => course.stop();
    worker.onmessage = ({ data }) => {
      if (data === null || take(data)) course.stop();
    };
    worker.postMessage(dots, [dots.data.buffer]);
  });
}

const WORK = `
onmessage = ({ data: { width, height, data } }) => {
  for (const reading of readings(greyOf(data, width, height))) if (reading) postMessage(reading);
  postMessage(null);
};
postMessage("ready");`;

/** Give a worker that runs; null where the browser has none, or none for a page from a file. */
function startedWorker() {
  return new Promise((resolve) => {
    try {
      const source = document.getElementById("reader").textContent + WORK;
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      const late = setTimeout(() => resolve(null), PATIENCE_FOR_WORKER);
      const settle = (made) => {
        clearTimeout(late);
        resolve(made);
      };
      worker.onmessage = () => settle(worker);
      worker.onerror = () => settle(null);
    } catch (noWorkers) {
      resolve(null);
    }
  });
}

function readInSlices({ width, height, data }, take, course) {
  return new Promise((resolve) => {
    const steps = readings(greyOf(data, width, height));
    const started = Date.now();
    const slice = () => {
      if (course.isStopped || Date.now() - started > PATIENCE) return resolve();
      const { value, done } = steps.next();
      if (done || (value && take(value))) return resolve();
      return setTimeout(slice, 0);
    };
    slice();
  });
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
