import type { LibraryPicture } from '../../core/library/libraryService';
import { PointCanvas, type Theme } from './canvas';
import { FoundList } from './foundList';
import {
  type Chart,
  filterOf,
  isEmpty,
  isSelected,
  mapPlaces,
  type Places,
  type Selection,
  selectionIn,
  selectionText,
  shownYears,
  yearPlaces,
  yearsOf,
} from './mapModel';
import type { FromMap, ToMap } from './messages';
import { filled, type MapTexts } from './texts';

declare function acquireVsCodeApi(): { postMessage(message: FromMap): void };

/** Colours of topics; those of fewer works share the last one. */
const colourNames = ['blue', 'cyan', 'green', 'purple', 'red', 'yellow', 'foreground'];

const host = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset.texts!) as MapTexts;
const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const tooltip = element('tooltip');
const canvasElement = element<HTMLCanvasElement>('canvas');

let picture: LibraryPicture = { works: [], topics: [] };
let places: Readonly<Record<Chart, Places>> = { map: new Float32Array(), years: new Float32Array() };
let chart: Chart = 'map';
let selection: Selection = {};
let cited: ReadonlySet<number> = new Set();
let citedKeys: ReadonlySet<string> = new Set();

const list = new FoundList(element('found'), texts, {
  open: work => host.postMessage({ kind: 'open', work }),
  cite: work => host.postMessage({ kind: 'cite', work }),
});
const canvas = new PointCanvas(canvasElement, theme, {
  hover(work, x, y) {
    tooltip.hidden = work === undefined;
    canvasElement.style.cursor = work === undefined ? '' : 'pointer';
    if (work === undefined) return;
    const { short, title } = picture.works[work]!;
    tooltip.textContent = `${short} · ${title}${cited.has(work) ? ` · ${texts.cited}` : ''}`;
    const left = Math.min(x + 12, canvasElement.clientWidth - tooltip.offsetWidth - 8);
    tooltip.style.left = `${Math.max(4, left)}px`;
    tooltip.style.top = `${y + 16}px`;
  },
  click(work, { altKey, ctrlKey, metaKey }) {
    host.postMessage({ kind: altKey || ctrlKey || metaKey ? 'cite' : 'open', work });
  },
  area: works => choose({ works: new Set(works) }),
});

addEventListener('message', ({ data }: MessageEvent<ToMap>) => {
  if (data.kind === 'picture') take(data.picture);
  else {
    citedKeys = new Set(data.keys);
    element('document').textContent = data.keys.length ? filled(texts.marked, data.document) : '';
    show();
  }
});

/** What is chosen stays: the library changes while one looks at it. */
function take(next: LibraryPicture): void {
  const kept = selectionIn(next, selection, picture);
  picture = next;
  places = { map: mapPlaces(picture), years: yearPlaces(picture) };
  const unplaced = picture.works.filter(({ place }) => !place).length;
  element('unplaced').textContent = unplaced ? filled(texts.unplaced, unplaced.toLocaleString()) : '';
  fill(
    'topics',
    picture.topics.map((label, topic) => ({ label, count: countOf({ topic }), selection: { topic } })),
  );
  fill(
    'years',
    [...yearsOf(picture)].reverse().map(([year, count]) => ({
      label: String(year),
      count,
      selection: { years: { from: year, to: year } },
    })),
  );
  element('loading').hidden = true;
  element('content').hidden = false;
  choose(kept);
}

function countOf(part: Selection): number {
  return picture.works.reduce((count, _, work) => count + Number(isSelected(picture, work, part)), 0);
}

/** A list of buttons, each of which chooses a part of the library, or leaves it again. */
function fill(id: string, parts: readonly { label: string; count: number; selection: Selection }[]): void {
  const buttons = parts.map(({ label, count, selection: part }, index) => {
    const button = document.createElement('button');
    const swatch = document.createElement('span');
    swatch.className = 'swatch';
    if (id === 'topics') swatch.style.background = `var(--topic-${Math.min(index, colourNames.length - 1)})`;
    const name = document.createElement('span');
    name.textContent = label;
    const number = document.createElement('span');
    number.className = 'count';
    number.textContent = count.toLocaleString();
    button.append(...(id === 'topics' ? [swatch] : []), name, number);
    // Read one after the other, a year and a number would be one.
    button.setAttribute(
      'aria-label',
      filled(count === 1 ? texts.one : texts.some, label, number.textContent),
    );
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', event => {
      const isChosen = button.getAttribute('aria-pressed') === 'true';
      choose(isChosen ? without(part) : joined(part, event.shiftKey));
    });
    const row = document.createElement('li');
    row.append(button);
    pressedWhen.set(button, () => isPartOf(part));
    return row;
  });
  element(id).replaceChildren(...buttons);
  element(`${id}Section`).hidden = !parts.length;
}

const pressedWhen = new Map<HTMLButtonElement, () => boolean>();

function isPartOf({ topic, years }: Selection): boolean {
  if (topic !== undefined) return selection.topic === topic;
  return (
    years !== undefined &&
    selection.years !== undefined &&
    selection.years.from <= years.from &&
    years.to <= selection.years.to
  );
}

/** With Shift, all years up to the one that is chosen are. */
function joined(part: Selection, isExtended: boolean): Selection {
  const { works: _, ...before } = selection;
  const years =
    part.years && isExtended && before.years
      ? {
          from: Math.min(before.years.from, part.years.from),
          to: Math.max(before.years.to, part.years.to),
        }
      : part.years;
  return { ...before, ...part, ...(years && { years }) };
}

function without(part: Selection): Selection {
  const { topic, years, works } = selection;
  return {
    ...(topic !== undefined && part.topic === undefined && { topic }),
    ...(years && !part.years && { years }),
    ...(works && { works }),
  };
}

function choose(next: Selection): void {
  selection = next;
  show();
}

function show(): void {
  const found = picture.works.flatMap((_, work) => (isSelected(picture, work, selection) ? [work] : []));
  cited = new Set(
    picture.works.flatMap(({ keys }, work) => (keys.some(key => citedKeys.has(key)) ? [work] : [])),
  );
  const lit = isEmpty(selection) ? undefined : new Set(found);
  for (const [button, isPressed] of pressedWhen) button.setAttribute('aria-pressed', String(isPressed()));
  element('heading').textContent = selectionText(picture, selection, found.length, texts);
  element('clear').hidden = isEmpty(selection);
  list.show(picture, found, cited);
  const years = yearsOf(picture);
  const { from, to } = shownYears(years);
  const labels =
    chart === 'years'
      ? Array.from(
          { length: to - from + 1 },
          (_, i) =>
            [
              i === 0 && years[0]![0] < from ? `≤ ${from}` : String(from + i),
              to > from ? i / (to - from) : 0,
            ] as const,
        )
      : [];
  canvas.show(
    {
      places: places[chart],
      colours: coloursNow(),
      isLit: work => !lit || lit.has(work),
      isMarked: work => cited.has(work),
    },
    labels,
  );
}

/** By the topic that is chosen where a paper has it, else by the first of its own. */
function coloursNow(): number[] {
  const last = colourNames.length - 1;
  const { topic } = selection;
  return picture.works.map(({ topics }) => {
    const shown = topic !== undefined && topics.includes(topic) ? topic : Math.min(...topics, last);
    return Math.min(last, shown);
  });
}

function theme(): Theme {
  const style = getComputedStyle(document.body);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    colours: colourNames.map((_, i) => colour(`--topic-${i}`)),
    text: colour('--vscode-editor-foreground'),
    faint: colour('--faint'),
  };
}

for (const name of ['map', 'years'] as const)
  element(`show-${name}`).addEventListener('click', () => {
    chart = name;
    for (const other of ['map', 'years'])
      element(`show-${other}`).setAttribute('aria-pressed', String(other === name));
    canvasElement.setAttribute('aria-label', name === 'map' ? texts.map : texts.byYear);
    show();
  });
element('filter').addEventListener('click', () => {
  host.postMessage({ kind: 'filter', query: filterOf(picture, selection) });
});
element('clear').addEventListener('click', () => choose({}));
new MutationObserver(() => canvas.draw()).observe(document.body, { attributes: true });
host.postMessage({ kind: 'ready' });
