(() => {
"use strict";
const $ = (id) => document.getElementById(id);
const card = $("card"), live = $("live"), list = $("list");
document.documentElement.classList.add("js");
const articleOf = (element) => element.closest("article.one");

/* What stands behind a highlight: built once an article, when it is first needed. */
const known = new Map();
function about(article) {
  if (known.has(article)) return known.get(article);
  const marks = new Map(), notes = new Map();
  for (const mark of article.querySelectorAll("[data-f]"))
    for (const number of mark.dataset.f.split(" ")) {
      if (!marks.has(number)) marks.set(number, []);
      marks.get(number).push(mark);
    }
  for (const place of article.querySelectorAll(".where > li"))
    notes.set(place.querySelector("a").hash.slice(article.id.length + 3), place);
  known.set(article, {marks, notes});
  return known.get(article);
}

/* The card: what a highlight says. It can be pointed at, stays while it is needed, and Escape puts it away. */
let shown = null, pinned = false, leaving = 0;
function fill(mark) {
  const article = articleOf(mark), notes = about(article).notes;
  card.replaceChildren();
  for (const number of mark.dataset.f.split(" ").reverse()) {
    const place = notes.get(number);
    if (!place) continue;
    const note = document.createElement("div");
    note.className = "one-note";
    for (const line of place.closest("li[value]").querySelectorAll(":scope > p")) note.append(line.cloneNode(true));
    for (const said of place.querySelectorAll(".said")) note.append(said.cloneNode(true));
    const id = document.createElement("p");
    id.className = "faint r";
    id.append("Finding ", place.querySelector("code").cloneNode(true));
    note.append(id);
    card.append(note);
  }
}
function show(mark) {
  clearTimeout(leaving);
  if (shown === mark) return;
  hide();
  fill(mark);
  shown = mark;
  mark.classList.add("on");
  card.hidden = false;
  card.style.maxHeight = "";
  const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
  const wide = document.documentElement.clientWidth, tall = window.innerHeight;
  const left = Math.max(8, Math.min(box.left, wide - card.offsetWidth - 8));
  const bottom = mark.getBoundingClientRect().bottom, under = tall - bottom - 16, over = box.top - 16;
  const above = card.offsetHeight > under && over > under;
  card.style.maxHeight = `${Math.max(above ? over : under, 160)}px`;
  const top = above ? box.top - card.offsetHeight - 8 : bottom + 8;
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${top + window.scrollY}px`;
}
function hide() {
  clearTimeout(leaving);
  if (shown) shown.classList.remove("on");
  shown = null;
  pinned = false;
  card.hidden = true;
}
const later = () => { clearTimeout(leaving); if (!pinned) leaving = setTimeout(hide, 220); };
const markAt = (event) => event.target.closest && event.target.closest("[data-f]");
document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const mark = markAt(event);
  if (mark && !pinned) show(mark);
  else if (card.contains(event.target)) clearTimeout(leaving);
});
document.addEventListener("pointerout", (event) => {
  if (markAt(event) || card.contains(event.target)) later();
});
document.addEventListener("focusin", (event) => {
  const mark = markAt(event);
  if (mark) { show(mark); say(card.textContent); }
  else if (shown && !card.contains(event.target)) hide();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") { hide(); unlight(); } });

/* Bars lead to their words: all of them light up, and each press goes to the next. */
let lit = [], from = null, turn = 0;
function unlight() { for (const mark of lit) mark.classList.remove("lit"); lit = []; from = null; }
function say(words) { live.textContent = words; }
function goTo(mark) {
  mark.scrollIntoView({block: "center"});
  if (mark.matches("a")) mark.focus({preventScroll: true});
}
function light(bar) {
  const {marks} = about(articleOf(bar));
  const numbers = bar.dataset.show.split(" ").filter((number) => marks.has(number));
  if (from !== bar) {
    unlight();
    from = bar;
    turn = 0;
    lit = numbers.flatMap((number) => marks.get(number));
    for (const mark of lit) mark.classList.add("lit");
  }
  if (!numbers.length) return;
  goTo(marks.get(numbers[turn % numbers.length])[0]);
  hide();
  say(`${turn % numbers.length + 1} of ${numbers.length} places`);
  turn += 1;
}
document.addEventListener("click", (event) => {
  const bar = event.target.closest("[data-show]");
  if (bar) { event.preventDefault(); light(bar); return; }
  const family = event.target.closest("[data-family]");
  if (family) {
    const on = family.getAttribute("aria-pressed") !== "true";
    family.setAttribute("aria-pressed", String(on));
    articleOf(family).querySelector(".text").parentElement.classList.toggle(`off-${family.dataset.family}`, !on);
    return;
  }
  const mark = markAt(event);
  if (mark && event.detail) { /* by pointer: the card stays; by keyboard the link leads to the note */
    event.preventDefault();
    const again = pinned && shown === mark;
    if (again) { hide(); return; }
    show(mark);
    pinned = true;
    return;
  }
  if (!card.contains(event.target)) hide();
});

/* Many articles: the address says which one is open. */
let scrolled = 0;
function route() {
  const target = location.hash.length > 1 ? $(decodeURIComponent(location.hash.slice(1))) : null;
  hide();
  if (target) for (let inside = target.closest("details"); inside; inside = inside.parentElement.closest("details")) inside.open = true;
  if (!list) { if (target && target.tabIndex >= -1 && target.matches("li,section,a")) target.focus(); return; }
  const wanted = target && articleOf(target), open = document.querySelector("article.one.open");
  if (open !== wanted) {
    if (open) open.classList.remove("open");
    else scrolled = window.scrollY;
    if (wanted) wanted.classList.add("open");
    list.parentElement.classList.toggle("reading", Boolean(wanted));
  }
  if (!wanted) { window.scrollTo(0, scrolled); return; }
  if (target === wanted) { window.scrollTo(0, 0); wanted.querySelector(".title").focus({preventScroll: true}); }
  else { target.scrollIntoView({block: "center"}); target.focus({preventScroll: true}); }
}
window.addEventListener("hashchange", route);
if (location.hash) route();

/* The table: sorted by any column, filtered by words, genre and level. */
if (list) {
  const table = $("table"), body = table.tBodies[0], rows = [...body.rows];
  const keys = new Map(rows.map((row, place) => [row, {
    place,
    words: row.cells[0].textContent.toLowerCase(),
    cells: [...row.cells].map((cell) => cell.dataset.v ?? cell.textContent),
  }]));
  const compare = new Intl.Collator(undefined, {numeric: true, sensitivity: "base"}).compare;
  for (const button of table.querySelectorAll("thead button")) button.addEventListener("click", () => {
    const column = Number(button.dataset.column), numeric = button.dataset.numeric === "1";
    const head = button.closest("th"), descending = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const sign = descending ? -1 : 1;
    rows.sort((one, other) => {
      const a = keys.get(one), b = keys.get(other), x = a.cells[column], y = b.cells[column];
      if (x === y) return a.place - b.place;
      if (numeric && (x === "" || y === "")) return x === "" ? 1 : -1; /* unknown comes last either way */
      return sign * (numeric ? Number(x) - Number(y) : compare(x, y)) || a.place - b.place;
    });
    body.append(...rows);
    say(`Sorted by ${button.textContent}, ${descending ? "descending" : "ascending"}`);
  });
  const words = $("filter-words"), genre = $("filter-genre"), level = $("filter-level");
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const fits = wanted.every((word) => keys.get(row).words.includes(word))
        && (!genre.value || row.dataset.genre === genre.value) && (!level.value || row.dataset.level === level.value);
      row.hidden = !fits;
      count += fits;
    }
    $("shown").textContent = `${count} of ${rows.length} shown`;
  };
  for (const field of [words, genre, level]) field.addEventListener("input", filter);
  words.form.addEventListener("submit", (event) => event.preventDefault());
}

/* On paper nothing can be opened. */
const closed = () => document.querySelectorAll("article.open details:not([open])");
let opened = [];
window.addEventListener("beforeprint", () => { opened = [...closed()]; for (const one of opened) one.open = true; });
window.addEventListener("afterprint", () => { for (const one of opened) one.open = false; opened = []; });
})();
