import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import {
  bundledLocales,
  bundledStyles,
  nearestLocale,
} from '../../../../../src/core/display/citationStyle/bundledStyles';
import { checkStyle } from '../../../../../src/core/display/citationStyle/citationStyle';
import {
  bibliographyFormatter,
  formatBibliography,
} from '../../../../../src/core/display/citationStyle/formatBibliography';
import type { OutputFormat } from '../../../../../src/core/display/citationStyle/formattedPlainly';
import type { CslItem } from '../../../../../src/core/model/reference';
import { citationStyles } from '../../../../../src/scripts/citationStyles';
import { assertLinear } from '../../../growth';

const files = citationStyles(process.cwd());
const style = (id: string) => files.get(`${id}.csl`)!;
const localeText = (language: string) => files.get(`locales-${language}.xml`)!;

const item: CslItem = {
  id: 'roe2001sets',
  type: 'article-journal',
  title: 'On <i>sets</i> & <script>',
  author: [
    { family: 'Roe', given: 'Ann' },
    { family: 'Doe', given: 'Joe' },
  ],
  'container-title': 'Annals',
  volume: '3',
  page: '4-7',
  issued: { 'date-parts': [[2001]] },
};

function format(id: string, output: OutputFormat, ...items: CslItem[]): string[] {
  const { entries, problem } = formatBibliography(items, { style: style(id), localeText, output });
  assert.equal(problem, undefined);
  return entries.map(({ text }) => text);
}

test('a reference in each output', () => {
  assert.deepEqual(format('apa', 'text', item), [
    'Roe, A., & Doe, J. (2001). On sets & <script>. Annals, 3, 4–7.',
  ]);
  assert.deepEqual(format('apa', 'markdown', item), [
    'Roe, A., & Doe, J. (2001). On *sets* & \\<script\\>. *Annals*, *3*, 4–7.',
  ]);
  const [html] = format('apa', 'html', item);
  assert.match(html!, /<i>sets<\/i> &#38; &#60;script&#62;/);
});

test('every bundled style formats the whole collection', () => {
  const collection: CslItem[] = JSON.parse(fs.readFileSync('data/references.json', 'utf8'));
  for (const { id } of bundledStyles) {
    const { entries, problem } = formatBibliography(collection, {
      style: style(id),
      localeText,
      output: 'text',
    });
    assert.equal(problem, undefined);
    assert.equal(new Set(entries.map(({ key }) => key)).size, collection.length);
    for (const { text } of entries) assert.doesNotMatch(text, /undefined|NaN|CSL STYLE ERROR|\[object/);
  }
});

test('a formatter serves many calls, also when a key then means another work', () => {
  const format = bibliographyFormatter({ style: style('ieee'), localeText, output: 'text' });
  const texts = (...items: CslItem[]) => format(items).entries.map(({ text }) => text);
  const first = texts(item);
  assert.match(first[0]!, /On sets/);
  assert.match(texts({ ...item, title: 'On rings' })[0]!, /On rings/);
  assert.equal(texts({ ...item, id: 'other' }, item).length, 2);
  assert.deepEqual(texts(item), first);
});

test('titles keep the markup that was written', () => {
  const formatted = { title: 'Growth of <i>E. coli</i> at 10<sup>3</sup> Pa' };
  const plain = { ...item, title: 'Growth of E. coli at 10³ Pa', custom: { formatted } };
  assert.match(format('apa', 'text', plain)[0]!, /Growth of E\. coli at 10³ Pa/);
  assert.match(format('apa', 'html', plain)[0]!, /Growth of <i>E\. coli<\/i> at 10<sup>3<\/sup> Pa/);
});

test('items with next to nothing in them are listed too', () => {
  for (const { id } of bundledStyles) assert.equal(format(id, 'text', { id: 'x', type: '' }, item).length, 2);
});

test('an incomplete list of authors says so', () => {
  assert.match(format('apa', 'text', { ...item, custom: { authorsIncomplete: true } })[0]!, /others/);
});

test('the language of the document decides the words', () => {
  const options = { style: style('apa'), localeText, output: 'text' as const };
  const edited = { id: 'x', type: 'book', title: 'T', editor: [{ family: 'Roe', given: 'A' }] };
  assert.match(formatBibliography([edited], { ...options, language: 'de-AT' }).entries[0]!.text, /Hrsg\./);
  assert.deepEqual(['de-CH', 'fr', 'ja-JP', 'en-GB'].map(nearestLocale), [
    'de-DE',
    'fr-FR',
    'en-US',
    'en-US',
  ]);
  for (const language of bundledLocales) assert.match(localeText(language), /<locale/);
});

test('a style that cannot be used says why, and the references are listed all the same', () => {
  const dependent = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Annals &amp; Co</title>
    <link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>`;
  assert.deepEqual(checkStyle(dependent), {
    usable: false,
    problem: '“Annals & Co” only refers to the style “apa”. Use that style’s own file instead.',
  });
  for (const broken of [dependent, '', '<html/>', style('apa').slice(0, 20_000)]) {
    const { entries, problem } = formatBibliography([item], { style: broken, localeText, output: 'text' });
    assert.equal(entries.length, 1);
    assert.ok(problem);
  }
});

test('a reference with a field of any length costs the list no time', () =>
  assertLinear(50_000, length => {
    const long = { ...item, id: 'long', title: `${' '.repeat(length)}x`, volume: '2020-'.repeat(length / 5) };
    const texts = format('apa', 'text', long, item);
    assert.equal(texts.length, 2);
    assert.match(texts.join('\n'), /On sets/);
  }));
