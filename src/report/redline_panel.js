'use strict';
// An edit's sources and their evidence: beside the text on a wide screen, a sheet from below on a narrow one.

let panel = null, opened = null;

/** What an edit took out and put in, from the text itself. */
function wordsOf(id) {
  const words = make('p', {class: 'words', dir: 'auto'});
  for (const [name, css] of [['del', 'went'], ['ins', 'came']]) {
    const pieces = [...article.querySelectorAll(`${name}[data-e~="${id}"]`)].map(element => element.textContent.trim());
    const text = pieces.join(' ').replace(/\s+/g, ' ').trim();
    if (text) words.append(make('span', {class: css}, text.length > 400 ? text.slice(0, 400) + ' …' : text), ' ');
  }
  return words;
}

function tag(name) { return make('span', {class: 'tag ' + name}, name); }

/** An entry for an edit that the list of sources does not hold. */
function describe(id) {
  const edit = data.edits[id];
  const what = make('p', {class: 'what'}, make('bdi', {}, edit.place), ' ');
  for (const name of [edit.change, edit.class, edit.strength]) if (name) what.append(tag(name), ' ');
  if (edit.instrument) what.append(make('bdi', {}, edit.instrument));
  return edit.change === 'moved' ? [what] : [what, wordsOf(id)];
}

function entryOf(id) {
  const listed = document.getElementById('e' + id);
  const entry = make('div', {class: 'entry', 'data-edit': id});
  if (listed) entry.append(...listed.cloneNode(true).childNodes);
  else entry.append(...describe(id));
  return entry;
}

function makePanel() {
  const close = make('button', {type: 'button', class: 'close', 'aria-label': 'Close', title: 'Close (Escape)'}, '×');
  close.addEventListener('click', closePanel);
  const title = data.credited ? 'Who asked for it' : 'The change';
  panel = make('aside', {class: 'panel', role: 'dialog', 'aria-labelledby': 'panel-title', hidden: '', lang: 'en'},
    make('div', {class: 'top'}, make('h2', {id: 'panel-title', tabindex: '-1'}, title), close), make('div', {class: 'body'}));
  panel.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    if (opened) visit(opened);
  });
  document.body.append(panel);
}

/** Opens what is known of an element's edits. `move`: whether the keyboard goes there. */
function openPanel(element, move = true) {
  const ids = idsOf(element).filter(id => data.edits[id]);
  if (!ids.length) return;
  markOpen(ids);
  opened = element;
  current = element;
  const top = element.getBoundingClientRect().top;
  panel.querySelector('.body').replaceChildren(...ids.map(entryOf));
  panel.hidden = false;
  document.body.classList.add('with-panel');
  panel.querySelector('.body').scrollTop = 0;
  keepInSight(element, top);
  if (move) document.getElementById('panel-title').focus({preventScroll: true});
}

/** The text does not jump when the panel takes its room; nor does the sheet cover what it is about. */
function keepInSight(element, top) {
  scrollBy({top: element.getBoundingClientRect().top - top, behavior: 'instant'});
  const rect = element.getBoundingClientRect(), edge = panel.getBoundingClientRect();
  if (edge.top > 0 && rect.bottom > edge.top && edge.left <= rect.left) {
    scrollBy({top: Math.min(rect.bottom - edge.top + 24, rect.top - 96), behavior: 'instant'});
  }
}

function markOpen(ids) {
  document.querySelectorAll('.open-edit').forEach(element => element.classList.remove('open-edit'));
  if (!ids.length) return;
  for (const element of main.querySelectorAll(`[data-e~="${ids[0]}"]`)) element.classList.add('open-edit');
}

function closePanel() {
  if (panel.hidden) return false;
  const back = panel.contains(document.activeElement) || document.activeElement === document.body;
  const top = opened ? opened.getBoundingClientRect().top : 0;
  panel.hidden = true;
  document.body.classList.remove('with-panel');
  markOpen([]);
  if (opened) scrollBy({top: opened.getBoundingClientRect().top - top, behavior: 'instant'});
  if (opened && back) {
    if (!opened.hasAttribute('tabindex')) opened.tabIndex = -1;
    opened.focus({preventScroll: true});
  }
  return true;
}

/** A click on a change opens it; one that marks words, or follows another link, does not. */
function openByClick(event) {
  const mark = event.target.closest('a.asked-by');
  const link = event.target.closest('a, button, input, select, summary');
  if (link && !mark) return;
  if (!mark && String(getSelection()) !== '') return;
  const element = mark ? ofMark(mark) : event.target.closest('ins[data-e], del[data-e]');
  if (!element || element.classList.contains('other')) return;
  event.preventDefault();
  openPanel(element);
}

/** The change that a link to sources follows. */
function ofMark(mark) {
  const id = mark.getAttribute('href').slice(2);
  const block = mark.closest('p, h2, h3, h4, h5, h6') || mark.parentElement;
  return block.querySelector(`[data-e~="${id}"]`) || mark.closest(`[data-e~="${id}"]`) || view().querySelector(`[data-e~="${id}"]`);
}
