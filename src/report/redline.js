'use strict';
// The controls above the text, and the keys. Without this script the page reads the same, without them.

const keyNames = [['n', 'j', 'next change'], ['p', 'k', 'change before'], ['Enter', '', 'open its sources'],
  ['Escape', '', 'close'], ['/', '', 'filter'], ['s', '', 'side by side, or inline'], ['?', '', 'these keys']];
let keysAreOn = true;

function button(css, label, text, act) {
  const element = make('button', {type: 'button', class: css, 'aria-label': label, title: label}, ...text);
  element.addEventListener('click', act);
  return element;
}

function viewButton(name, label, short) {
  const element = button('view', label, [make('span', {class: 'long'}, label), make('span', {class: 'short'}, short)],
    () => showSplit(name === 'split'));
  element.dataset.view = name;
  element.setAttribute('aria-pressed', String(name === 'inline'));
  return element;
}

function makeHelp() {
  const rows = keyNames.map(([key, other, what]) => make('tr', {},
    make('td', {}, make('kbd', {}, key), ...(other ? [' or ', make('kbd', {}, other)] : [])), make('td', {}, what)));
  const box = make('input', {type: 'checkbox', checked: ''});
  box.addEventListener('change', () => { keysAreOn = box.checked; });
  const close = make('button', {}, 'Close');
  return make('dialog', {class: 'help', 'aria-label': 'Keys', lang: 'en'}, make('h2', {}, 'Keys'),
    make('table', {}, make('tbody', {}, ...rows)),
    make('form', {method: 'dialog'}, make('label', {}, box, ' Single letters are keys'), close));
}

function toggleFilters(open) {
  const form = document.getElementById('filters');
  form.hidden = !open;
  document.querySelector('.tools .filter').setAttribute('aria-expanded', String(open));
  if (open) form.querySelector('input, select').focus();
}

function filtersAreOpen() { return !document.getElementById('filters').hidden; }

function makeTools(help) {
  const filter = button('filter', 'Filter the changes', ['Filter', make('span', {class: 'number'})],
    () => toggleFilters(!filtersAreOpen()));
  filter.setAttribute('aria-expanded', 'false');
  filter.setAttribute('aria-controls', 'filters');
  const bar = make('div', {class: 'bar'},
    make('div', {class: 'steps'}, button('step', 'Change before (p)', ['↑'], () => walk(-1)),
      button('step', 'Next change (n)', ['↓'], () => walk(1)), make('span', {class: 'at'})),
    make('div', {class: 'views', role: 'group', 'aria-label': 'View'}, viewButton('inline', 'Inline', '☰'),
      viewButton('split', 'Side by side', '◫')),
    filter, button('keys', 'Keys (?)', ['?'], () => help.showModal()));
  return make('div', {class: 'tools', lang: 'en'}, bar, makeFilters());
}

function walk(step) {
  const open = !panel.hidden;
  const element = go(step);
  if (element && open) openPanel(element, false);
}

// --- keys ------------------------------------------------------------------------------------------------------------------------

function isWriting(target) { return target.matches('select, textarea, [contenteditable], input:not([type=checkbox])'); }

/** Whether the key did something. */
function press(key, event) {
  if (key === 'Escape') return closePanel() || (filtersAreOpen() && closeFilters());
  if (key === 'Enter') return pressEnter(event);
  if (!keysAreOn || isWriting(event.target)) return false;
  if (key === 'n' || key === 'j') return walk(1), true;
  if (key === 'p' || key === 'k') return walk(-1), true;
  if (key === '/') return toggleFilters(true), true;
  if (key === 's') return showSplit(!article.hidden), true;
  if (key === '?') return document.querySelector('.help').showModal(), true;
  return false;
}

function pressEnter(event) {
  const mark = event.target.closest('a.asked-by');
  const element = mark ? ofMark(mark) : event.target.closest('[data-e]');
  if (!element || (!mark && event.target.closest('a, button, input, select, summary'))) return false;
  openPanel(element);
  return true;
}

function closeFilters() {
  toggleFilters(false);
  document.querySelector('.tools .filter').focus();
  return true;
}

function start() {
  if (!data.edits.length) return;
  const help = makeHelp();
  const tools = makeTools(help);
  document.querySelector('.page').before(tools);
  document.body.append(help, live);
  makePanel();
  document.documentElement.classList.add('with-tools');
  main.addEventListener('click', openByClick);
  document.addEventListener('click', followInSplit);
  document.getElementById('only').addEventListener('change', forgetStops);
  document.addEventListener('focusin', event => {
    const element = event.target.closest && event.target.closest('[data-e]');
    if (element && view().contains(element)) current = element;
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    if (press(event.key, event)) event.preventDefault();
  });
}

start();
