import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readMarkdown } from '../../../../../src/core/citing/markdown/readMarkdown';

/** Real documents with what `pandoc -t json` reads in them; they are not part of the project, so this runs where they are. */
const manuscripts = path.join(process.env.LITERATURE_SHARED ?? path.resolve('../shared'), 'manuscripts');

const forms = { NormalCitation: 'normal', AuthorInText: 'inText', SuppressAuthor: 'suppressAuthor' } as const;

interface Oracle {
  readonly cites: readonly { readonly id: string; readonly mode: keyof typeof forms }[];
}

const oracles = ['markdown', 'markdown-negative']
  .map(kind => path.join(manuscripts, kind))
  .filter(folder => fs.existsSync(folder))
  .flatMap(folder => fs.readdirSync(folder, { recursive: true }).map(file => path.join(folder, String(file))))
  .filter(file => file.endsWith('.cites.json'));

test('real manuscripts are read as Pandoc reads them', {
  skip: !oracles.length && 'no manuscripts here',
}, () => {
  for (const oracle of oracles) {
    const document = oracle.replace(/([\\/])oracle([\\/])/, '$1files$2').replace(/\.cites\.json$/, '');
    const { cites } = JSON.parse(fs.readFileSync(oracle, 'utf8')) as Oracle;
    const expected = cites.map(({ id, mode }) => `${id} ${forms[mode]}`);
    const read = readMarkdown(fs.readFileSync(document, 'utf8'), 'pandoc')
      .citations.flatMap(({ keys }) => keys)
      .map(({ key, form }) => `${key} ${form}`);
    assert.deepEqual(read.sort(), expected.sort(), document);
  }
});
