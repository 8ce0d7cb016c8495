import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readBibliography } from '../../src/core/bibliography/readBibliography';
import { randomNumbers } from '../../src/core/util/randomNumbers';
import { folderWith, hasPrograms, run } from './programs';

const style =
  'ENTRY { title } {} {}\nFUNCTION {misc} { cite$ ":" * title missing$ {""} {title} if$ * write$ newline$ }\nREAD\nITERATE {call.type$}\n';
const aux = '\\relax\n\\citation{*}\n\\bibstyle{a}\n\\bibdata{a}\n';
const pieces = [
  'word',
  ', ',
  '\\\\',
  '\\{',
  '\\}',
  '{',
  '}',
  '\\{x\\}',
  '{\\"o}',
  '{z\\}',
  '#',
  '(',
  '%',
  '=',
  '"',
];

/** Titles whose braces may be balanced as BibTeX counts them, or not. */
function titles(count: number): string[] {
  const next = randomNumbers(11);
  const piece = () => pieces[Math.floor(next() * pieces.length)]!;
  const text = () => Array.from({ length: 1 + Math.floor(next() * 6) }, piece).join('');
  return Array.from({ length: count }, () => (next() < 0.6 ? `{${text()}}` : `"${text()}"`));
}

test('what BibTeX and biber read without an error has no problem for us, and no broken entry costs another', context => {
  if (!hasPrograms(context, 'bibtex', 'biber')) return;
  const folder = folderWith(context, { 'a.aux': aux, 'a.bst': style });
  const sound: string[] = [];
  for (const title of titles(150)) {
    const text = `@misc{k,\n title = ${title},\n year = 2000\n}\n\n@misc{last, title = {L}}\n`;
    fs.writeFileSync(path.join(folder, 'a.bib'), text);
    const { status } = run(folder, 'bibtex', 'a');
    const { references, problems } = readBibliography(text, 'bibtex', 'x');
    const keys = references.map(({ key }) => key);
    // Without a word, BibTeX ends the entry at a brace too many, and takes what follows for words between entries.
    const isWhole = fs
      .readFileSync(path.join(folder, 'a.bbl'), 'utf8')
      .includes(title.slice(1, -1).replace(/\s+/g, ' '));
    if (status === 0 && isWhole) {
      assert.deepEqual([keys, problems], [['k', 'last'], []], text);
      sound.push(`@misc{k${sound.length}, title = ${title}, year = 2000}\n`);
    } else assert.ok(keys.includes('last'), text);
  }
  assert.ok(sound.length > 15, `${sound.length} sound values`);
  fs.writeFileSync(path.join(folder, 'a.bib'), sound.join(''));
  const { output } = run(folder, 'biber', '--tool', '--output-file', 'b.bib', 'a.bib');
  assert.doesNotMatch(output, /ERROR|WARN.*syntax/);
  assert.equal(readBibliography(sound.join(''), 'bibtex', 'x').references.length, sound.length);
});
