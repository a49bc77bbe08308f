'use strict';
// What the page knows of its edits, where they stand, and how to get to one. Everything that comes from a draft is put in as text.

const data = JSON.parse(document.getElementById('data').textContent);
const article = document.getElementById('text');
const main = article.parentElement;
const live = make('p', {class: 'mark', role: 'status', 'aria-live': 'polite'});

/** An element with attributes and children; strings become text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function say(text) { live.textContent = text; }

/** The edits that an element shows, the most particular first. */
function idsOf(element) { return element.dataset.e ? element.dataset.e.split(' ').map(Number) : []; }

/** The view that is shown: the text itself, or both drafts side by side. */
function view() { return article.hidden ? document.querySelector('.split') : article; }

/** Names of an edit's groups. */
function groupsOf(edit) { return (edit.groups || []).map(number => data.groups[number]); }

/** "edited, substantive, weakened, asked for by …": what is said of an edit. */
function sayingOf(edit) {
  const parts = [edit.change, edit.class, edit.strength].filter(Boolean);
  if (edit.groups) parts.push('asked for by ' + groupsOf(edit).join(', '));
  else if (data.complete) parts.push('nobody asked for it');
  return parts.join(', ');
}

// --- from one change to the next -------------------------------------------------------------------------------------------------

let stops = null; // elements, each the first to show some edit; null: to be looked for again

function forgetStops() { stops = null; }

function isShown(element) { return element.getClientRects().length > 0 && !element.classList.contains('other'); }

function findStops() {
  if (stops) return stops;
  const seen = new Set();
  stops = [];
  for (const element of view().querySelectorAll('[data-e]')) {
    const fresh = idsOf(element).filter(id => !seen.has(id));
    if (!fresh.length || !isShown(element)) continue;
    fresh.forEach(id => seen.add(id));
    stops.push(element);
  }
  return stops;
}

let current = null;

/** Puts the keyboard on a change and says which it is. */
function visit(element) {
  current = element;
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({preventScroll: true});
  bringToSight(element);
  const at = findStops().indexOf(element);
  const edit = data.edits[idsOf(element)[0]];
  const count = at < 0 ? '' : `Change ${at + 1} of ${stops.length}`;
  document.querySelector('.tools .at').textContent = at < 0 ? '' : `${at + 1} / ${stops.length}`;
  say([count, edit ? edit.place + ': ' + sayingOf(edit) : ''].filter(Boolean).join('. '));
}

function bringToSight(element) {
  const long = element.getBoundingClientRect().height > innerHeight / 2;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({block: long ? 'start' : 'center', behavior: calm ? 'instant' : 'auto'});
}

/** The next change (step 1) or the one before (-1), from where the reader is. */
function go(step) {
  const all = findStops();
  if (!all.length) return say('No change is shown.');
  let at = all.indexOf(current);
  if (at < 0) {
    const from = firstInSight(all) % all.length; // below the last one, from the first
    at = step > 0 ? from - 1 : from;
  }
  const next = at + step;
  if (next < 0 || next >= all.length) return say(step > 0 ? 'This is the last change.' : 'This is the first change.');
  visit(all[next]);
  return all[next];
}

/** The first stop that does not lie above what is seen. */
function firstInSight(all) {
  let low = 0, high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].getBoundingClientRect().bottom < 80) low = middle + 1;
    else high = middle;
  }
  return low;
}
