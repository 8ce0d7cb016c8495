import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { readMarkdown } from '../../src/core/citing/markdown/readMarkdown';
import { bundledStyles } from '../../src/core/display/citationStyle/bundledStyles';
import { documentFormatter } from '../../src/core/display/citationStyle/formatCitations';
import type { CslItem } from '../../src/core/model/reference';
import { citationsPlugin } from '../../src/core/preview/markdownItPlugin';
import { previewAnswer, shownCitations } from '../../src/core/preview/previewAnswer';
import { previewRequest } from '../../src/core/preview/previewRequest';
import { citationStyles } from '../../src/scripts/citationStyles';
import { folderWith, hasPrograms, run } from './programs';

const files = citationStyles(process.cwd());

const person = (family: string, given: string) => ({ family, given });
const items: readonly CslItem[] = [
  {
    id: 'roe2001',
    type: 'article-journal',
    title: 'On sets & more',
    author: [person('Roe', 'Ann'), person('Doe', 'Joe')],
    'container-title': 'Annals of Sets',
    volume: '3',
    page: '4-7',
    issued: { 'date-parts': [[2001]] },
  },
  ...['Ravens', 'Doves'].map(
    (title, index): CslItem => ({
      id: `poe-${index}`,
      type: 'book',
      title,
      author: [person('Poe', 'Edgar')],
      publisher: 'Press',
      issued: { 'date-parts': [[1999]] },
    }),
  ),
  {
    id: 'many',
    type: 'paper-conference',
    title: 'Many hands',
    author: ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm'].map(family => person(family, 'Kim')),
    'container-title': 'Proceedings of Trees',
    page: '10-20',
    issued: { 'date-parts': [[2010]] },
  },
  {
    id: 'listed',
    type: 'book',
    title: 'Listed only',
    author: [person('Zed', 'Ann')],
    issued: { 'date-parts': [[2020]] },
  },
];

const document = `---
nocite: "@listed"
reference-section-title: Sources
---

# Text [@many]

One [@poe-0] and [see @roe2001, p. 3; also @poe-1, and *more*]. Then @poe-1 says, and @many [p. 4] too. Suppressed [-@roe2001]
and [@poe-0; @roe2001; @many]. With a locator [@roe2001, pp. 3-5] or [@roe2001, sec. 2], and \`[@roe2001]\` in code.

> - Quoted [see @roe2001;
>   @many].

Unknown [@nope] and [see @nope2, p. 3] and @nope3.

| a | b |
|---|---|
| [@poe-1] | me@roe2001.org |

Before the end @roe2001 [p. 3; @poe-0].
`;

/** Both programs' ways to write the same. */
function plain(html: string): string {
  return (
    html
      .replace(/<span class="literature-card"[\s\S]*?<\/span><\/span>(?=<\/span>)/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, ' ')
      // the number of an entry stands in a box of its own
      .replace(/(\[\d+\]|\b\d+\.) (?=[A-Z])/g, '$1')
      .trim()
  );
}

/** Differences of the two processors in what the style says itself. */
const explained: readonly (readonly [RegExp, string])[] = [
  // Pandoc 2 sorts what is named in the text among what stands behind it, and leaves its name there
  [/\(Poe, 1999b; Roe & Doe; 2001, p\. 3\)/, 'Roe & Doe (2001, p. 3; Poe, 1999b)'],
];

function shown(style: string): string {
  const request = previewRequest(document, readMarkdown(document, 'pandoc'));
  const works = {
    items: new Map(items.map(item => [item.id, item])),
    elsewhere: new Set<string>(),
    undefinedText: (key: string) => key,
  };
  const citations = shownCitations(request, works);
  const formatted = documentFormatter({
    style: files.get(`${style}.csl`)!,
    localeText: language => files.get(`locales-${language}.xml`)!,
  })({
    citations: citations.map(citation => citation.works),
    items,
    uncited: request.uncited,
  });
  const answer = previewAnswer(citations, formatted, request.settings, works);
  const md = citationsPlugin(new MarkdownIt({ html: true }), () => ({ answer, dialect: 'pandoc' }));
  return md.render(document.replace(/^---[\s\S]*?\n---\n/, ''));
}

for (const { id, label } of bundledStyles)
  test(`${label}: the preview says what Pandoc makes of the document`, context => {
    if (!hasPrograms(context, 'pandoc')) return;
    const folder = folderWith(context, {
      'lib.json': JSON.stringify(items),
      'style.csl': files.get(`${id}.csl`)!,
      'a.md': document,
    });
    const { output, status } = run(
      folder,
      'pandoc',
      '-f',
      'markdown-smart',
      '--quiet',
      '--citeproc',
      '--csl',
      'style.csl',
      '--bibliography',
      'lib.json',
      'a.md',
      '-t',
      'html',
      '--wrap=none',
    );
    assert.equal(status, 0, output);
    const same = (html: string) =>
      explained.reduce((text, [pattern, reading]) => text.replace(pattern, reading), plain(html));
    assert.equal(same(shown(id)), same(output));
  });
