'use strict';
// Both drafts side by side, made from the text when they are first asked for. The text itself stays as it is.

/** A paragraph as one draft has it. */
function sideOf(paragraph, without) {
  const copy = paragraph.cloneNode(true);
  copy.querySelectorAll(without).forEach(element => element.remove());
  copy.querySelectorAll('.jump, .stop').forEach(element => element.remove());
  if (copy.textContent.trim() === '') return null;
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  return copy;
}

function cell(label, content) {
  const element = make('div', {class: 'cell', role: 'cell', 'data-draft': label});
  if (content) element.append(content);
  return element;
}

/** One paragraph: the earlier draft's, the later one's. Who asked for an edit is told once. */
function rowOf(paragraph) {
  const before = sideOf(paragraph, 'ins'), after = sideOf(paragraph, 'del');
  if (!before && !after) return '';
  if (before && after) before.querySelectorAll('.asked-by').forEach(mark => mark.remove());
  const same = !paragraph.querySelector('ins, del');
  return make('div', {class: same ? 'row even' : 'row', role: 'row'}, cell('earlier', before), cell('later', after));
}

/** A block of the text: an item with its citations, or a paragraph outside items. */
function groupOf(block) {
  const group = make('div', {role: 'rowgroup'});
  for (const name of ['same', 'changed', 'unit', 'sub', 'heading', 'out']) {
    if (block.classList.contains(name)) group.classList.add(name);
  }
  for (const name of ['s', 'e', 'label']) if (block.dataset[name]) group.dataset[name] = block.dataset[name];
  const inside = [block, ...block.querySelectorAll('[id]')].map(element => element.id).filter(Boolean);
  if (inside.length) group.dataset.of = inside.join(' ');
  const paragraphs = block.classList.contains('unit') ? block.querySelectorAll('p') : [block];
  for (const paragraph of paragraphs) {
    const row = rowOf(paragraph);
    if (row && paragraph.closest('.cite.same')) row.classList.add('same');
    group.append(row);
  }
  return group;
}

function makeSplit() {
  const [from, to] = [...document.querySelectorAll('.drafts bdi')].map(label => label.textContent);
  const head = make('div', {class: 'names', role: 'row'}, make('div', {role: 'columnheader'}, from),
    make('div', {role: 'columnheader'}, to));
  const split = make('div', {class: 'split redline', role: 'table', 'aria-label': 'Both drafts side by side', lang: article.lang});
  split.append(make('div', {role: 'rowgroup', class: 'head'}, head));
  for (const block of article.children) if (block.textContent.trim()) split.append(groupOf(block));
  split.hidden = true;
  article.after(split);
  return split;
}

/** Shows the text (false) or both drafts side by side (true), and keeps the reader at the same change. */
function showSplit(on) {
  if (on === article.hidden) return;
  const id = current && idsOf(current)[0];
  const split = document.querySelector('.split') || makeSplit();
  article.hidden = on;
  split.hidden = !on;
  document.body.classList.toggle('is-split', on);
  for (const button of document.querySelectorAll('.tools [data-view]')) {
    button.setAttribute('aria-pressed', String((button.dataset.view === 'split') === on));
  }
  current = null;
  if (isFiltered()) applyFilter();
  forgetStops();
  const there = id != null && findStops().find(element => idsOf(element).includes(id));
  if (there) visit(there);
  else say(on ? 'Side by side.' : 'Inline.');
}

/** A link into the text leads to the same place side by side. */
function followInSplit(event) {
  const link = event.target.closest('a[href^="#"]');
  if (!link || !article.hidden) return;
  const id = decodeURIComponent(link.getAttribute('href').slice(1));
  if (id === 'text') return;
  const there = document.querySelector(`.split [data-of~="${CSS.escape(id)}"]`);
  if (!there) return;
  event.preventDefault();
  there.tabIndex = -1;
  there.focus({preventScroll: true});
  there.scrollIntoView();
}
