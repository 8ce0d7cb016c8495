import assert from 'node:assert/strict';
import type { Language } from '../../../src/core/citing/citation';
import type { ReadingOptions } from '../../../src/core/citing/citationLanguage';
import { completionAt } from '../../../src/core/citing/completionAt';
import {
  addLocator,
  convertForm,
  moveKey,
  removeKey,
  renameKey,
} from '../../../src/core/citing/edit/changeCitation';
import { declareBibliography } from '../../../src/core/citing/edit/declareBibliography';
import { insertCitation } from '../../../src/core/citing/edit/insertCitation';
import { paragraphText } from '../../../src/core/citing/place/paragraphText';
import { sentenceAt } from '../../../src/core/citing/place/sentenceAt';
import { findPlaceholders } from '../../../src/core/citing/placeholders/findPlaceholders';
import { replacePlaceholder } from '../../../src/core/citing/placeholders/replacePlaceholder';
import { readCitations } from '../../../src/core/citing/readCitations';
import { checkEdits, type Target } from '../target';

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

/** Reading a document, and every edit of one. */
function documentTarget(language: Language, options: ReadingOptions = {}): Target {
  return {
    seeds: documentSeeds[language],
    grows(text) {
      const parsed = readCitations(text, language, options);
      for (const offset of [text.length, text.length >> 1]) {
        insertCitation(text, offset, ['new2020'], language, { parsed });
        completionAt(text, offset, parsed);
        sentenceAt(text, offset, parsed);
        paragraphText(text, offset, parsed);
      }
      declareBibliography(text, language, 'refs.bib');
      findPlaceholders(text, language, options);
    },
    check(text, at) {
      const parsed = readCitations(text, language, options);
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
      paragraphText(text, offset, parsed);
      // To make a pattern ready takes longer than all else.
      const more = at % 50 ? ['TODO'] : [text.slice(0, 20)];
      for (const place of findPlaceholders(text, language, options, more))
        checkEdits(text, replacePlaceholder(text, place, ['new2020'], language, options).edits);
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

/** The languages that documents cite in; Markdown also as MyST has it. */
export const documentTargets: Readonly<Record<string, Target>> = {
  markdown: documentTarget('markdown'),
  myst: {
    ...documentTarget('markdown', { dialect: 'myst' }),
    seeds: [
      ...documentSeeds.markdown,
      '{cite:p}`a, {see}b{p. 3}` and {cite}`c`.\n\n```{bibliography} a.bib\n```\n\n```{code-cell}\n@d\n```\n(x)=\n# T\n',
    ],
  },
  latex: documentTarget('latex'),
  typst: documentTarget('typst'),
  rst: documentTarget('rst'),
};
