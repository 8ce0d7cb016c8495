import assert from 'node:assert/strict';
import { decodeText } from '../../../src/core/bibliography/decodeText';
import { plainTex } from '../../../src/core/bibliography/tex/plainTex';
import { UnreadableAnswer } from '../../../src/core/catalogs/catalog';
import { catalogs } from '../../../src/core/catalogs/services/catalogs';
import { readMetadata } from '../../../src/core/citing/markdown/metadata/metadata';
import { readPandocCalls, takesIn } from '../../../src/core/citing/markdown/metadata/pandocCalls';
import { notebookCells, notebookText } from '../../../src/core/citing/notebook/notebook';
import { matchesGlob } from '../../../src/core/citing/project/matchesGlob';
import { checkStyle, parentStyle } from '../../../src/core/display/citationStyle/citationStyle';
import { plainMessage } from '../../../src/core/display/text/plainText';
import { decodeSnapshot } from '../../../src/core/library/sources/librarySnapshot';
import { parseIdentifier } from '../../../src/core/model/identifiers/parseIdentifier';
import { parseQuery } from '../../../src/core/search/query/query';
import { SearchIndex } from '../../../src/core/search/searchIndex';
import type { Target } from '../target';

/** One that must not throw, whatever it is given. */
function calm(seeds: readonly string[], read: (text: string) => unknown): Target {
  return { seeds, check: text => void read(text), grows: text => void read(text) };
}

/** Each character one byte. */
const bytesOf = (text: string) => Uint8Array.from(text, one => one.charCodeAt(0));

const snapshotSeed = String.fromCharCode(...Array.from({ length: 200 }, (_, at) => (at * 7) % 256));

const answers = [
  '{"message": {"DOI": "10.1/x", "title": ["T <i>x</i>"], "author": [{"family": "R"}], "items": [{"DOI": "10.1/y", "type": "book"}]}}',
  '{"data": [{"attributes": {"doi": "10.1/x", "titles": [{"title": "T"}], "creators": [{"name": "Roe, Ann"}]}}], "results": [{"id": "W1", "title": "T"}]}',
  '<feed><entry><id>http://arxiv.org/abs/2001.00001v1</id><title>T &amp; x</title><author><name>Ann Roe</name></author></entry></feed>',
  '<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>',
  '{"resultList": {"result": [{"title": "T.", "doi": "10.1/x"}]}, "hits": {"hits": [{"metadata": {"titles": [{"title": "T"}]}}]}, "docs": [{"title": "T"}]}',
];

/** What every service makes of an answer: records, or the statement that it cannot be read. */
function readAnswers(text: string): void {
  for (const catalog of catalogs)
    for (const request of [
      catalog.search?.('words', 3, {}),
      catalog.lookUp({ kind: 'doi', id: '10.1/x' }, { email: 'a@example.org' }),
    ])
      try {
        for (const { item } of request?.read(text).records ?? []) assert.ok(item, 'record');
      } catch (error) {
        if (!(error instanceof UnreadableAnswer)) throw error;
      }
}

const titles = [
  'Graph networks and how they learn',
  'Counting tides: a study of small harbours',
  'Ünïcode “quoted” 日本語',
];
let index: SearchIndex | undefined;

function search(text: string): void {
  if (!index) {
    index = new SearchIndex({ title: id => titles[id] ?? '', abstract: () => titles.join('. ') });
    index.add(
      titles.map((title, id) => ({
        key: `roe${id}`,
        title,
        authors: ['Ann Roe'],
        year: 2020,
        sources: ['a.bib'],
      })),
    );
  }
  for (const { id } of index.search(text, { limit: 5 }).hits) assert.ok(titles[id], 'hit');
}

/** All else that takes text of others. */
export const otherTargets: Readonly<Record<string, Target>> = {
  metadata: calm(
    [
      'bibliography: [a.bib, b.bib]\ncsl: x.csl\nformat:\n  html:\n    bibliography: c.bib\nreferences:\n- id: a\n',
    ],
    text => readMetadata(text),
  ),
  buildFile: calm(
    [
      'SRC := $(wildcard ch/*.md) a.md\nBIB ?= lit/all.bib # ours\npaper.pdf: $(SRC)\n\tpandoc $(SRC) --citeproc --bibliography=$(BIB) \\\n\t  -d make/pdf.yaml --defaults=$(CURDIR)/x.yaml\n',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: variables of the shell
      '#!/bin/sh\nroot="$(cd "$(dirname "$0")/.." && pwd)"\ncat "${root}"/*.md | pandoc -M bibliography="${root}/refs.bib" -d "a b"\nfind ch -name \'*.md\'\n',
    ],
    text => {
      const calls = readPandocCalls(text);
      if (calls) takesIn(calls, 'ch/a.md');
    },
  ),
  notebook: calm(
    [
      '{"cells": [{"cell_type": "markdown", "source": ["As @a says\\n", "[@b]"]}, {"cell_type": "code", "source": "x = 1"}], "nbformat": 4}',
    ],
    text => notebookText(notebookCells(text) ?? []),
  ),
  answers: { seeds: answers, check: readAnswers, grows: readAnswers },
  query: calm(
    ['author:roe year:2020..2023 -word "exact phrase" title:x in:refs.bib graph neural'],
    parseQuery,
  ),
  search: {
    seeds: ['graph networks author:roe "small harbours" -tides year:2020'],
    check: search,
    grows: search,
  },
  identifier: calm(
    [
      'https://doi.org/10.1000/xyz(1)<2>.x arXiv:2001.00001v2 PMID: 123 978-3-16-148410-0 https://arxiv.org/pdf/2001.00001.pdf',
    ],
    parseIdentifier,
  ),
  tex: calm(
    ['{\\"U}ber $x^{2}$ \\emph{a {\\bf b}} \\\'e \\char`\\a \\ss{} ~ -- \\textsubscript{2}'],
    plainTex,
  ),
  encoding: calm([snapshotSeed, '\u00ef\u00bb\u00bf@a{b}', '\u00ff\u00fe@\0a\0'], text =>
    decodeText(bytesOf(text)),
  ),
  style: calm(
    [
      '<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl"><info><title>T &amp; x</title><link rel="independent-parent" href="http://x/y"/></info><citation/></style>',
    ],
    text => [checkStyle(text), parentStyle(text)],
  ),
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
  snapshot: calm([snapshotSeed], text => decodeSnapshot(bytesOf(text), 'fuzz 1')),
};
