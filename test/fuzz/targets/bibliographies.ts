import assert from 'node:assert/strict';
import { entriesOf, renameInBibliography } from '../../../src/core/bibliography/entryKeys';
import { formats } from '../../../src/core/bibliography/formats';
import { pastedCitations } from '../../../src/core/bibliography/pastedCitations';
import { readBibliography } from '../../../src/core/bibliography/readBibliography';
import { addEntries } from '../../../src/core/bibliography/write/addEntries';
import { card } from '../../../src/core/display/card';
import { checkEdits, type Target } from '../target';

const item = { id: 'x', type: 'book', title: 'On Sets', author: [{ family: 'Roe', given: 'Ann' }] };

const bibliographySeeds: Readonly<Record<string, readonly string[]>> = {
  bibtex: [
    '% c\n@string{j = "J" # { of X}}\n@article{a2020,\n  title = {On {\\"U}ber $x^2$},\n  author = "Roe, Ann and others",\n  journal = j # { B},\n  crossref = {b},\n}\n@comment{jabref-meta: x}\n@preamble{"\\a"}\n',
  ],
  'csl-json': [
    '[\n {"id": "a", "type": "book", "title": "T \\u00fc", "author": [{"family": "R"}], "issued": {"date-parts": [[2020]]}}\n]\n',
  ],
  'csl-yaml': [
    '---\nreferences:\n- id: a\n  type: book\n  title: "T: x"\n  author:\n  - family: R\n    given: A\n  abstract: |\n    Words\n...\n',
  ],
  ris: ['TY  - JOUR\nID  - a\nT1  - T\nAU  - Roe, Ann\nPY  - 2020\nER  - \n'],
  hayagriva: [
    'a2020:\n  type: Article\n  title: T\n  author: ["Roe, Ann"]\n  date: 2020\n  parent:\n    type: Periodical\n    title: J\n',
  ],
};

function bibliographyTarget(format: (typeof formats)[number]['id']): Target {
  return {
    seeds: bibliographySeeds[format] ?? ['a'],
    grows(text) {
      for (const { brief } of readBibliography(text, format, 'fuzz').references) void brief?.title;
      entriesOf(text, format);
      renameInBibliography(text, format, 'a2020', 'b2020');
      addEntries(text, format, [{ item, key: 'x2020' }], {});
    },
    check(text, at) {
      for (const { item, brief, key } of readBibliography(text, format, 'fuzz').references) {
        assert.ok(item && typeof key === 'string', 'reference');
        void brief?.title;
        assert.doesNotMatch(card(item), /\]\(command:/);
      }
      for (const { start, end } of entriesOf(text, format))
        assert.ok(start <= end && end <= text.length, 'key');
      checkEdits(text, renameInBibliography(text, format, 'a2020', 'b2020'));
      const added = addEntries(text, format, [{ item, key: 'x2020' }], { ascii: at % 2 === 0 });
      if (added?.edit) checkEdits(text, [added.edit]);
    },
  };
}

/** The formats of bibliographies, and what is pasted. */
export const bibliographyTargets: Readonly<Record<string, Target>> = {
  ...Object.fromEntries(formats.map(({ id }) => [id, bibliographyTarget(id)])),
  pasted: {
    seeds: [
      ...Object.values(bibliographySeeds).flat(),
      'PMID- 123\nOWN - NLM\nTI  - On Sets\nFAU - Roe, Ann\nDP  - 2020 Jan\nAID - 10.1/x [doi]\n',
    ],
    check(text) {
      const found = pastedCitations(text);
      assert.ok(!found || found.count > 0, 'none found');
    },
    grows: text => void pastedCitations(text),
  },
};
