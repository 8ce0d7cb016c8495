import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portableItem } from '../../src/core/bibliography/write/appendCsl';
import { bundledStyles } from '../../src/core/display/citationStyle/bundledStyles';
import { formatBibliography } from '../../src/core/display/citationStyle/formatBibliography';
import { citationStyles } from '../../src/scripts/citationStyles';
import { collection } from './collection';
import { folderWith, hasPrograms, run } from './programs';

const files = citationStyles(process.cwd());
const style = (id: string) => files.get(`${id}.csl`)!;

/** Differences that are Pandoc's way, or that of its older locales, and no error of ours. */
const explained: readonly (readonly [RegExp, string])[] = [
  [/[’‘]/g, "'"],
  // terms that Pandoc 2's locales lack
  [/\[Online\]\. /g, ''],
  [/Preprint at/g, 'at'],
  [/\. Preprint, arXiv/g, '. arXiv'],
  // Pandoc writes names that are missing as the term `et al.`, or glues them to the last name
  [/(?:,? (?:&|and) ?| ?)others\b/g, ' et al.'],
  // Pandoc has both the mark of a title and the comma behind it as one
  [/\?,([”'])/g, '?$1'],
  // Chicago shortens ranges, Pandoc 2 does not
  [/\b839–53\b/g, '839–853'],
  // initials of `J.-H.`
  [/([A-Z]\.)-(?=[A-Z]\.)/g, '$1 '],
  [/\s+/g, ' '],
];

function plain(text: string): string {
  return explained
    .reduce((sofar, [pattern, reading]) => sofar.replace(pattern, reading), text.normalize('NFKC'))
    .replace(/[.,]+(?= et al)|(?<=et al\.)\./g, '')
    .trim()
    .toLowerCase();
}

/** The entries of Pandoc's HTML by their keys. */
function entriesIn(html: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [, key, entry] of html.matchAll(
    /<div id="ref-([^"]+)"[^>]*>(.*?)<\/div>\s*(?=<div id="ref-|<\/div>)/gs,
  )) {
    const text = entry!
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
    entries.set(key!, text);
  }
  return entries;
}

for (const { id, label } of bundledStyles)
  test(`${label}: the reference list is Pandoc's`, context => {
    if (!hasPrograms(context, 'pandoc')) return;
    const folder = folderWith(context, {
      'a.json': JSON.stringify(collection.map(item => portableItem(item, item.id))),
      'a.md': '---\nnocite: "@*"\n---\n',
      'a.csl': style(id),
    });
    const pandoc = [
      '--citeproc',
      '--bibliography',
      'a.json',
      '--csl',
      'a.csl',
      '-t',
      'html',
      '--wrap',
      'none',
      'a.md',
    ];
    const theirs = entriesIn(run(folder, 'pandoc', ...pandoc).output);
    assert.equal(theirs.size, collection.length);
    const { entries } = formatBibliography(collection, {
      style: style(id),
      localeText: language => files.get(`locales-${language}.xml`)!,
      output: 'text',
    });
    for (const { key, text } of entries) assert.equal(plain(text), plain(theirs.get(key)!));
  });
