import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../src/core/citing/citation';
import { citationLanguage } from '../../../../src/core/citing/citationLanguages';
import { completionAt } from '../../../../src/core/citing/completionAt';
import { insertCitation } from '../../../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../src/core/model/textEdit';

/** Cites at the `|`, where the bibliographies have `old` and `b`. */
function cited(marked: string, language: Language, keys = ['new']): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const isKnown = (key: string) => key === 'old' || key === 'b';
  const { edits, cursor } = insertCitation(text, offset, keys, language, { isKnown });
  const result = applyEdits(text, edits);
  return `${result.slice(0, cursor)}|${result.slice(cursor)}`;
}

/** Accepts a key in the list of completions at the `|`. */
function completed(marked: string, language: Language, key = 'new'): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = completionAt(text, offset, readCitations(text, language));
  if (!place) return undefined;
  const { start, end } = place.outer ?? place;
  const written = citationLanguage(language).writeKey(key, place, text[place.start - 1] === '{');
  return `${text.slice(0, start)}${written}|${place.groupEnd}${text.slice(end)}`;
}

const cases: Readonly<Record<Language, readonly (readonly [before: string, after: string])[]>> = {
  markdown: [
    ['So @ne|', 'So @new|'],
    ['So @ne| is', 'So @new| is'],
    ['So [@ne|] is', 'So [@new|] is'],
    ['So [-@ne|] is', 'So [-@new|] is'],
    ['So [see @ne| there]', 'So [see @new| there]'],
    ['So [@old; @ne|, p. 3]', 'So [@old; @new|, p. 3]'],
    ['So [@ne|', 'So [@new]|'],
    ['So @{ne|', 'So @new|'],
    ['So @ne:|', 'So @new|'],
    ['So @old.|', 'So @old. [@new]|'],
    ['So @ne.| It', 'So @ne. [@new]| It'],
    ['~~@old~~| is', '~~@old~~ [@new]| is'],
    ['<https://example.org/@ne>| is', '<https://example.org/@ne> [@new]| is'],
    ['$$@ne$$| is', '$$@ne$$ [@new]| is'],
    ['<b>@ne</b>| is', '<b>@ne</b> [@new]| is'],
    ['---\nnocite: >\n|  @old, @b\n---\n', '---\nnocite: >\n  @new, |@old, @b\n---\n'],
    ['So @{ne|}', 'So @new|'],
    ['So [@old|]', 'So [@old; @new|]'],
    ['*see @|*', '*see @new|*'],
    ['*see @ne|*', '*see @new|*'],
    ['**@|**', '**@new|**'],
    ['日本語|。', '日本語[@new]|。'],
    ['---\ntitle: |A\n---\n', '---\ntitle: "[@new]| A"\n---\n'],
    ['---\ntitle: |\n---\n', '---\ntitle: "[@new]|"\n---\n'],
    ['---\ntitle: A|\n---\n', '---\ntitle: A [@new]|\n---\n'],
    ['---\ntitle: "A| b"\n---\n', '---\ntitle: "A [@new]| b"\n---\n'],
    ['---\nkeywords: [A|, b]\n---\n', '---\nkeywords: ["A [@new]|", b]\n---\n'],
    ['---\nnocite: "@ne|"\n---\n', '---\nnocite: "@new|"\n---\n'],
    ['\ufeff---\nnocite: "@a, @ne|"\n---\n', '\ufeff---\nnocite: "@a, @new|"\n---\n'],
    ['Text\n\n---\nnocite: "@a, @ne|"\n---\n', 'Text\n\n---\nnocite: "@a, @new|"\n---\n'],
    ['---\nabstract: |\n---\n', '---\nabstract: "[@new]|"\n---\n'],
  ],
  latex: [
    ['\\cite{ne|', '\\cite{new}|'],
    ['\\cite{ne|}', '\\cite{new|}'],
    ['\\cite{old, ne|, b}', '\\cite{old, new|, b}'],
    ['\\cite{ old |}', '\\cite{ old,new| }'],
    ['\\cite{old, |, b}', '\\cite{old, new|, b}'],
    ['\\cite{|, b}', '\\cite{new|, b}'],
    ['\\cite|', '\\cite{new}|'],
    ['As \\citet| says', 'As \\citet{new}| says'],
    ['\\citep[see][p.~3]|.', '\\citep[see][p.~3]{new}|.'],
    ['\\cite{| text goes on', '\\cite{new}| text goes on'],
    ['\\cite{ne| text goes on', '\\cite{new}| text goes on'],
    ['\\cite{old,| text goes on', '\\cite{old,new}| text goes on'],
    ['\\textcquote[3]{old|}{q}', '\\textcquote[3]{old,new|}{q}'],
    ['\\textcquote{|}{q}', '\\textcquote{new|}{q}'],
  ],
  typst: [
    ['So @10.1000/river.(1)|', 'So @new|'],
    ['So @10.1000/river.1| is', 'So @new| is'],
    ['So @ne|', 'So @new|'],
    ['So @ne|[p. 3].', 'So @new|[p. 3].'],
    ['So @ne|.', 'So @new|.'],
    ['So @old.|', 'So @old. @new|'],
    ['= A <ne>\nSo @ne| is', '= A <ne>\nSo @ne @new| is'],
    ['#cite(<ne|>, form: "prose")', '#cite(<new>, form: "prose")|'],
    ['#cite( <ne|> , supplement: [p. 3])', '#cite( <new> , supplement: [p. 3])|'],
    ['#cite(<ne|', '#cite(<new>)|'],
    ['#cite(|)', '#cite(<new>)|'],
    ['#cite(|', '#cite(<new>)|'],
    ['#cite(<|', '#cite(<new>)|'],
    ['#cite(label("ne|"))', '#cite(<new>)|'],
    ['#cite(label("|"), form: "year")', '#cite(<new>, form: "year")|'],
    ['#{ cite(<ne|>) }', '#{ cite(<new>)| }'],
    ['#cite(<old|>)', '#cite(<old>) @new|'],
  ],
  rst: [
    ['So :cite:t:`ne|` is', 'So :cite:t:`new|` is'],
    ['So :cite:p:`old,ne|', 'So :cite:p:`old,new|`'],
  ],
};

for (const [language, examples] of Object.entries(cases))
  for (const [before, after] of examples)
    test(`${language}: ${JSON.stringify(before)} is finished`, () => {
      // A literal block of YAML has a `|` of its own, so the cursor's is the last.
      assert.equal(cited(before, language as Language), after);
    });

test('several keys, and one that is no label of Typst', () => {
  assert.equal(cited('So [@ne|]', 'markdown', ['new', 'other']), 'So [@new; @other|]');
  assert.equal(cited('\\cite{old, ne|}', 'latex', ['new', 'other']), '\\cite{old, new, other|}');
  assert.equal(
    cited('#cite(<ne|>, form: "prose")', 'typst', ['new', 'other']),
    '#cite(<new>, form: "prose") @other|',
  );
  const key = 'DBLP:books/lib/Knuth86a';
  assert.equal(
    cited('#cite(<ne|>, form: "prose")', 'typst', [key]),
    `#cite(label("${key}"), form: "prose")|`,
  );
  assert.equal(cited('So @ne| is', 'typst', [key]), `So #cite(label("${key}"))| is`);
});

test('what bibliographies have is kept, and nothing is replaced where they are not known', () => {
  assert.equal(cited('\\cite{old|}', 'latex'), '\\cite{old,new|}');
  const { edits } = insertCitation('\\cite{ne}', 8, ['new'], 'latex');
  assert.equal(applyEdits('\\cite{ne}', edits), '\\cite{ne,new}');
});

test('a completion replaces what is typed, with the marks that its key needs', () => {
  const key = 'DBLP:books/lib/Knuth86a';
  assert.equal(completed('#cite(<ne|>, form: "prose")', 'typst'), '#cite(<new>|, form: "prose")');
  assert.equal(
    completed('#cite(<ne|>, form: "prose")', 'typst', key),
    `#cite(label("${key}")|, form: "prose")`,
  );
  assert.equal(completed('#cite(|)', 'typst'), '#cite(<new>|)');
  assert.equal(completed('#cite(form: "prose", <ne|>)', 'typst'), '#cite(form: "prose", <new>|)');
  assert.equal(completed('#cite(form: "<ne|>")', 'typst'), undefined);
  assert.equal(completed('#cite(label("|"))', 'typst'), '#cite(<new>|)');
  assert.equal(completed('#cite(label("|"))', 'typst', key), `#cite(label("${key}")|)`);
  assert.equal(completed('#cite(<ne|', 'typst'), '#cite(<new>|)');
  assert.equal(completed('So @ne|', 'typst', key), `So #cite(label("${key}"))|`);
  assert.equal(completed('*see @|*', 'markdown'), '*see @new|*');
  assert.equal(completed('#code(|)', 'typst'), undefined);
  assert.equal(completed('`#cite(|)`', 'typst'), undefined);
});

test('a reference to a figure of Quarto stays, and what a shortcode is given', () => {
  for (const marked of ['See @fig-one| here', 'See [@fig-one|]', '{{< video https://example.org/@lab| >}}']) {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const parsed = readCitations(text, 'markdown', { dialect: 'quarto' });
    const { edits } = insertCitation(text, offset, ['new'], 'markdown', { parsed, isKnown: () => false });
    assert.ok(
      edits.every(({ start, end }) => start === end),
      applyEdits(text, edits),
    );
  }
});
