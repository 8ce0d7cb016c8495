import assert from 'node:assert/strict';
import { entriesOf, renameInBibliography } from '../../src/core/bibliography/entryKeys';
import { formats } from '../../src/core/bibliography/formats';
import { readBibliography } from '../../src/core/bibliography/readBibliography';
import { addEntries } from '../../src/core/bibliography/write/addEntries';
import type { Language } from '../../src/core/citing/citation';
import { completionAt } from '../../src/core/citing/completionAt';
import {
  addLocator,
  convertForm,
  moveKey,
  removeKey,
  renameKey,
} from '../../src/core/citing/edit/changeCitation';
import { declareBibliography } from '../../src/core/citing/edit/declareBibliography';
import { insertCitation } from '../../src/core/citing/edit/insertCitation';
import { readMetadata } from '../../src/core/citing/markdown/metadata/metadata';
import { sentenceAt } from '../../src/core/citing/place/sentenceAt';
import { matchesGlob } from '../../src/core/citing/project/matchesGlob';
import { readCitations } from '../../src/core/citing/readCitations';
import { card } from '../../src/core/display/card';
import { plainMessage } from '../../src/core/display/plainText';
import { decodeSnapshot } from '../../src/core/library/sources/librarySnapshot';
import { applyEdits, type TextEdit } from '../../src/core/model/textEdit';
import { parseQuery } from '../../src/core/search/query/query';

/** One thing that takes text of others. */
export interface Target {
  /** Beginnings of what it is given, from which others are made. */
  readonly seeds: readonly string[];
  /** Throws where something is wrong. `at` is a number to choose a place by. */
  readonly check: (text: string, at: number) => void;
  /** Takes time by the length of its text: checked by doubling. */
  readonly grows: (text: string) => void;
}

const item = { id: 'x', type: 'book', title: 'On Sets', author: [{ family: 'Roe', given: 'Ann' }] };

function checkEdits(text: string, edits: readonly TextEdit[]): string {
  let last = 0;
  for (const { start, end } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assert.ok(start >= last && end >= start && end <= text.length, `edit ${start} to ${end}`);
    last = end;
  }
  return applyEdits(text, edits);
}

const documentSeeds: Readonly<Record<Language, readonly string[]>> = {
  markdown: [
    '---\nbibliography: [a.bib, "b.bib"]\nnocite: "@x"\nreferences:\n- id: a\n  title: T\n---\n\nAs [see @a, p. 3; -@b] says, @c [p. 4] and @{d e}.\n',
    '- a `code` [@x] $m@y$\n\n```r\n@z\n```\n\n> <pre>@q</pre> [^1]\n\n[^1]: @n\n\n| a | b |\n|---|---|\n| @t | x |\n',
  ],
  latex: [
    '\\documentclass{article}\n\\usepackage[backend=biber]{biblatex}\n\\addbibresource{a.bib}\n\\newcommand{\\my}[1]{\\cite{#1}}\n\\begin{document}\n\\cite[see][p.~3]{a,b} \\my{c} \\verb|\\cite{d}| % \\cite{e}\n\\begin{verbatim}\\cite{f}\\end{verbatim}\n\\parencites(x)(y)[a][b]{g}{h}\n\\bibliography{a}\n\\end{document}\n',
    '\\ifx\\a\\b \\citet*{k} \\else \\citep{l} \\fi \\begin{thebibliography}{9}\\bibitem[L]{m} Text\\end{thebibliography}',
  ],
  rst: [
    '.. bibliography:: a.bib\n\nAs :cite:t:`a` and :cite:p:`{see}b{p. 3}, c` say.\n\n::\n\n   :cite:`d`\n\n.. :cite:`e`\n',
  ],
  typst: [
    '#bibliography("a.bib", style: "apa")\nAs @a[p. 3] and #cite(<b>, form: "prose") say. `@c` // @d\n$ @e $ #let f(x) = [@x] <lab>\n',
  ],
};

function documentTarget(language: Language): Target {
  return {
    seeds: documentSeeds[language],
    grows: text => void readCitations(text, language),
    check(text, at) {
      const parsed = readCitations(text, language);
      const offset = at % (text.length + 1);
      for (const { keys } of parsed.citations)
        for (const { start, end } of keys) assert.ok(start <= end && end <= text.length, 'place of a key');
      const place = completionAt(text, offset, parsed);
      if (place)
        assert.ok(place.start <= offset && offset <= place.end && place.end <= text.length, 'completion');
      const inserted = insertCitation(text, offset, ['new2020', 'b'], language, { parsed });
      const after = checkEdits(text, inserted.edits);
      assert.ok(inserted.cursor >= 0 && inserted.cursor <= after.length, 'cursor');
      sentenceAt(text, offset, parsed);
      const declared = declareBibliography(text, language, 'refs.bib');
      if (declared) checkEdits(text, declared);
      const citation = parsed.citations[at % Math.max(1, parsed.citations.length)];
      const key = citation?.keys[at % Math.max(1, citation.keys.length)];
      if (!citation || !key) return;
      checkEdits(text, removeKey(text, parsed, citation, key));
      checkEdits(text, moveKey(text, parsed, citation, key, 1));
      checkEdits(text, convertForm(text, parsed, citation, 'inText'));
      checkEdits(text, addLocator(text, parsed, citation, key, 'p. 3'));
      checkEdits(text, renameKey(text, parsed, key.key, 'other2020'));
    },
  };
}

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
    },
    check(text) {
      for (const { item, brief, key } of readBibliography(text, format, 'fuzz').references) {
        assert.ok(item && typeof key === 'string', 'reference');
        void brief?.title;
        assert.doesNotMatch(card(item), /\]\(command:/);
      }
      for (const { start, end } of entriesOf(text, format))
        assert.ok(start <= end && end <= text.length, 'key');
      checkEdits(text, renameInBibliography(text, format, 'a2020', 'b2020'));
      for (const ascii of [false, true]) {
        const added = addEntries(text, format, [{ item, key: 'x2020' }], { ascii });
        if (added?.edit) checkEdits(text, [added.edit]);
      }
    },
  };
}

const snapshotSeed = String.fromCharCode(...Array.from({ length: 200 }, (_, at) => (at * 7) % 256));

/** Everything that takes text of others, by the name of its parser. */
export const targets: Readonly<Record<string, Target>> = {
  ...Object.fromEntries(formats.map(({ id }) => [id, bibliographyTarget(id)])),
  markdown: documentTarget('markdown'),
  latex: documentTarget('latex'),
  typst: documentTarget('typst'),
  metadata: {
    seeds: [
      'bibliography: [a.bib, b.bib]\ncsl: x.csl\nformat:\n  html:\n    bibliography: c.bib\nreferences:\n- id: a\n',
    ],
    check: text => void readMetadata(text),
    grows: text => void readMetadata(text),
  },
  query: {
    seeds: ['author:roe year:2020..2023 -word "exact phrase" title:x in:refs.bib graph neural'],
    check: text => void parseQuery(text),
    grows: text => void parseQuery(text),
  },
  glob: {
    seeds: ['{a,b{c,d}}*[!x-z]?.bib'],
    check: (text, at) => void matchesGlob('some long name.bib'.slice(at % 10), text),
    grows: text => void matchesGlob('some long name.bib', text),
  },
  message: {
    seeds: ['[a](command:x) [b](https://x.org "t") \u202e'],
    check: text => assert.doesNotMatch(plainMessage(text), /\[[^\]]+\]\((?:command|https?|file):/),
    grows: text => void plainMessage(text),
  },
  snapshot: {
    seeds: [snapshotSeed],
    check: text =>
      void decodeSnapshot(
        Uint8Array.from(text, one => one.charCodeAt(0)),
        'fuzz 1',
      ),
    grows: text =>
      void decodeSnapshot(
        Uint8Array.from(text, one => one.charCodeAt(0)),
        'fuzz 1',
      ),
  },
};
