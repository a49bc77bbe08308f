'use strict';
// Which changes are shown: by group, class, strength, kind and section. Within a facet one of the chosen must hold, and all facets
// together. What is not shown as a change stands as it reads in the later draft.

const NOBODY = 'nobody';

/** Each facet: its legend, what of an edit it looks at, the order of its values. */
const facets = [
  {key: 'group', legend: 'Asked for by', of: edit => edit.groups ? groupsOf(edit) : data.complete ? [NOBODY] : [], last: NOBODY},
  {key: 'class', legend: 'Class', of: edit => edit.class ? [edit.class] : [],
    order: ['date', 'number', 'bracket', 'substantive', 'editorial']},
  {key: 'strength', legend: 'Strength', of: edit => edit.strength ? [edit.strength] : [], order: ['strengthened', 'weakened']},
  {key: 'change', legend: 'Kind', of: edit => [edit.change], order: ['added', 'removed', 'edited', 'editorial', 'moved', 'split',
    'merged', 'status', 'retitled', 'relabelled']},
];
const chosen = new Map(facets.map(facet => [facet.key, new Set()]));
let section = '';

function isFiltered() { return section !== '' || facets.some(facet => chosen.get(facet.key).size); }

function matches(edit) {
  return facets.every(({key, of}) => {
    const wanted = chosen.get(key);
    return !wanted.size || of(edit).some(value => wanted.has(value));
  });
}

/** Marks what is not wanted in one view; returns the edits that are seen in it and adds the places where they stand. */
function applyTo(root, wanted, on) {
  const seen = new Set(), sections = new Set();
  for (const block of root.children) {
    let hit = false;
    for (const element of [block, ...block.querySelectorAll('[data-e]')]) {
      if (!element.dataset.e) continue;
      const shown = idsOf(element).filter(id => wanted[id]);
      element.classList.toggle('other', on && !shown.length);
      if (!shown.length || (section !== '' && block.dataset.s !== section)) continue;
      hit = true;
      shown.forEach(id => seen.add(id));
    }
    if (hit) sections.add(block.dataset.s);
    block.classList.toggle('out', on && !hit);
  }
  if (on) keepHeadings(root, sections);
  root.classList.toggle('filtered', on);
  return seen;
}

/** A heading stays where something under it does. */
function keepHeadings(root, sections) {
  for (const heading of root.querySelectorAll(':scope > .heading')) {
    if (sections.has(heading.dataset.s)) heading.classList.remove('out');
  }
}

function applyFilter() {
  const on = isFiltered();
  const wanted = data.edits.map(matches);
  const split = document.querySelector('.split');
  if (split) applyTo(split, wanted, on);
  const seen = applyTo(article, wanted, on);
  for (const entry of document.querySelectorAll('#sources > ol > li')) {
    const id = Number(entry.id.slice(1));
    entry.classList.toggle('out', on && !seen.has(id));
  }
  forgetStops();
  const text = on ? `${seen.size} of ${data.edits.length} changes shown` : `All ${data.edits.length} changes shown`;
  document.querySelector('.filters .result').textContent = text;
  const button = document.querySelector('.tools .filter');
  button.classList.toggle('active', on);
  button.querySelector('.number').textContent = on ? `${seen.size}/${data.edits.length}` : '';
  document.querySelector('.tools .at').textContent = '';
  if (on) showSome();
  say(text + '.');
}

/** What is left may be all above or below what was being read. */
function showSome() {
  const all = findStops();
  if (all.length) all[Math.min(firstInSight(all), all.length - 1)].scrollIntoView({block: 'nearest', behavior: 'instant'});
}

// --- the form --------------------------------------------------------------------------------------------------------------------

function choice(facet, value, number) {
  const box = make('input', {type: 'checkbox', name: facet.key, value});
  box.addEventListener('change', () => {
    box.checked ? chosen.get(facet.key).add(value) : chosen.get(facet.key).delete(value);
    applyFilter();
  });
  return make('label', {class: 'choice'}, box, make('bdi', {}, value), ' ', make('span', {class: 'count'}, String(number)));
}

function fieldset(facet) {
  const numbers = new Map();
  for (const edit of data.edits) for (const value of facet.of(edit)) numbers.set(value, (numbers.get(value) || 0) + 1);
  const rank = value => facet.order ? (facet.order.indexOf(value) + 1 || 99) : value === facet.last ? 1 : 0;
  const values = [...numbers.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  if (!values.length) return '';
  return make('fieldset', {}, make('legend', {}, facet.legend), ...values.map(value => choice(facet, value, numbers.get(value))));
}

/** The sections that hold changes, by the names that the navigation gives them. */
function sectionChoice() {
  const select = make('select', {name: 'section'}, make('option', {value: ''}, 'All sections'));
  const changed = new Set();
  for (const block of article.children) {
    if (block.dataset.e || block.querySelector('[data-e]')) changed.add(block.dataset.s);
  }
  for (const link of document.querySelectorAll('nav.side li > a[data-s]')) {
    if (changed.has(link.dataset.s)) select.append(make('option', {value: link.dataset.s}, link.textContent));
  }
  select.addEventListener('change', () => { section = select.value; applyFilter(); });
  return make('label', {class: 'by-section'}, make('span', {class: 'legend'}, 'Section'), select);
}

function makeFilters() {
  const clear = make('button', {type: 'button', class: 'clear'}, 'Show all changes');
  const form = make('form', {class: 'filters', id: 'filters', 'aria-label': 'Filters', autocomplete: 'off', hidden: ''},
    ...facets.map(fieldset), sectionChoice(), make('p', {class: 'foot'}, make('span', {class: 'result'}), clear));
  form.addEventListener('submit', event => event.preventDefault());
  clear.addEventListener('click', () => {
    form.reset();
    chosen.forEach(values => values.clear());
    section = '';
    applyFilter();
  });
  return form;
}
