"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  // Languages: words stand in both, and the style hides the one that is not wanted.
  function speak(language) {
    root.lang = language;
    document.title = root.dataset[language] || document.title;
    for (const button of all("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    for (const part of all("[data-label-km]")) {
      part.setAttribute("aria-label", language === "km" ? part.dataset.labelKm : part.dataset.labelEn);
    }
    count();
  }

  // Search: what is looked for may stand in any text or note.
  const field = document.getElementById("sought");
  const found = document.getElementById("found");
  const parts = all("[data-part]");
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\u200b-\u200d\u2060]/g, "");
  const texts = parts.map((part) => plain(part.textContent));
  const digits = (number) =>
    root.lang === "km" ? String(number).replace(/\d/g, (one) => "០១២៣៤៥៦៧៨៩"[one]) : String(number);

  function count() {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    parts.forEach((part, at) => {
      const fits = words.every((word) => texts[at].includes(word));
      part.hidden = !fits;
      shown += fits ? 1 : 0;
      for (const notes of all("details", part)) {
        if (words.length && fits) notes.open = words.some((word) => plain(notes.textContent).includes(word));
        for (const line of all("li[data-note]", notes)) mark(line, words);
      }
    });
    found.textContent = words.length
      ? (root.lang === "km" ? found.dataset.km : found.dataset.en).replace("{n}", digits(shown))
      : "";
  }

  function mark(line, words) {
    const text = line.textContent;
    const hit = words.find((word) => text.toLowerCase().includes(word));
    line.textContent = text;
    if (!hit) return;
    const at = text.toLowerCase().indexOf(hit);
    const shown = document.createElement("mark");
    shown.textContent = text.slice(at, at + hit.length);
    line.replaceChildren(text.slice(0, at), shown, text.slice(at + hit.length));
  }

  // Boards: nearer and farther by buttons, keys and the wheel with Ctrl; dragged when near.
  const WIDTH = 420, HEIGHT = 297, NEAREST = 12;
  function board(box) {
    const drawing = box.querySelector("svg");
    let x = 0, y = 0, zoom = 1, held = null;
    const show = () => {
      zoom = Math.min(Math.max(zoom, 1), NEAREST);
      const width = WIDTH / zoom, height = HEIGHT / zoom;
      x = Math.min(Math.max(x, 0), WIDTH - width);
      y = Math.min(Math.max(y, 0), HEIGHT - height);
      drawing.setAttribute("viewBox", [x, y, width, height].map((one) => one.toFixed(3)).join(" "));
      box.classList.toggle("near", zoom > 1);
    };
    const near = (by, fx = 0.5, fy = 0.5) => {
      const before = zoom;
      zoom = Math.min(Math.max(zoom * by, 1), NEAREST);
      x += (WIDTH / before - WIDTH / zoom) * fx;
      y += (HEIGHT / before - HEIGHT / zoom) * fy;
      show();
    };
    const move = (dx, dy) => { x += dx * WIDTH / zoom; y += dy * HEIGHT / zoom; show(); };
    const whole = () => { zoom = 1; x = y = 0; show(); };
    const acts = { nearer: () => near(1.5), farther: () => near(1 / 1.5), whole };
    for (const button of all("[data-act]", box.closest("figure"))) {
      button.addEventListener("click", acts[button.dataset.act]);
    }
    const keys = {
      "+": acts.nearer, "=": acts.nearer, "-": acts.farther, "0": whole,
      ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0),
      ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
    };
    box.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
      if (event.key.startsWith("Arrow") && zoom === 1) return;
      event.preventDefault();
      keys[event.key]();
    });
    box.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const place = box.getBoundingClientRect();
      const fx = (event.clientX - place.left) / place.width, fy = (event.clientY - place.top) / place.height;
      near(event.deltaY < 0 ? 1.2 : 1 / 1.2, fx, fy);
    }, { passive: false });
    box.addEventListener("pointerdown", (event) => {
      if (zoom === 1) return;
      held = { x: event.clientX, y: event.clientY };
      box.setPointerCapture(event.pointerId);
    });
    box.addEventListener("pointermove", (event) => {
      if (!held) return;
      const place = box.getBoundingClientRect();
      move((held.x - event.clientX) / place.width, (held.y - event.clientY) / place.height);
      held = { x: event.clientX, y: event.clientY };
    });
    for (const name of ["pointerup", "pointercancel"]) box.addEventListener(name, () => { held = null; });
  }

  for (const button of all("[data-language]")) {
    button.addEventListener("click", () => speak(button.dataset.language));
  }
  field.addEventListener("input", count);
  all(".board").forEach(board);
  addEventListener("beforeprint", () => all("details").forEach((one) => { one.open = true; }));
  speak(root.lang);
})();
