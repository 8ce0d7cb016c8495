import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Language } from '../../../../src/core/citing/citation';
import { insertCitation } from '../../../../src/core/citing/edit/insertCitation';
import {
  citingPlaceOfSentence,
  clauseOf,
  sentenceAt,
  sentencesAround,
  writtenSentenceAt,
} from '../../../../src/core/citing/place/sentenceAt';
import { readCitations } from '../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../src/core/model/textEdit';

/** The sentence at the `|`, or at the `│` in tables. */
function at(marked: string, language: Language = 'markdown'): string {
  const cursor = marked.includes('│') ? '│' : '|';
  const offset = marked.indexOf(cursor);
  const text = marked.replace(cursor, '');
  return sentenceAt(text, offset, readCitations(text, language));
}

/** The text with `k` cited for the sentence at the `|`. */
function citedFor(marked: string, language: Language = 'markdown'): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const parsed = readCitations(text, language);
  const place = citingPlaceOfSentence(text, offset, parsed);
  return applyEdits(text, insertCitation(text, place, ['k'], language, { parsed }).edits);
}

test('the sentence as it is written keeps its citations', () => {
  const text = 'One is here. As @roe2001 [p. 2]\nsay, *two* are there [@doe1999]. Three.';
  const written = writtenSentenceAt(text, text.indexOf('say'), readCitations(text, 'markdown'));
  assert.equal(written, 'As @roe2001 [p. 2] say, *two* are there [@doe1999].');
  const tex = String.raw`One is here. As \textcite[2]{roe2001} say, two are \emph{there}. Three.`;
  assert.equal(
    writtenSentenceAt(tex, tex.indexOf('say'), readCitations(tex, 'latex')),
    String.raw`As \textcite[2]{roe2001} say, two are \emph{there}.`,
  );
});

test('the sentence around the cursor', () => {
  assert.equal(at('One is here. Two is th|ere. Three.'), 'Two is there.');
  assert.equal(at('|One is here. Two.'), 'One is here.');
  assert.equal(at('Spread over\nli|nes it is. Two.'), 'Spread over lines it is.');
});

test('after a sentence it is the one just written', () => {
  assert.equal(at('One is here. Two is there. |'), 'Two is there.');
  assert.equal(at('One is here.|'), 'One is here.');
  assert.equal(at('One is here. | Two is there.'), 'One is here.');
});

test('paragraphs are kept apart, and an empty one says nothing', () => {
  assert.equal(at('First one\n\nSecond o|ne\n\nThird'), 'Second one');
  assert.equal(at('First one\n\n|\n\nThird'), '');
  assert.equal(at('First\r\n\r\nSecond| one\r\n'), 'Second one');
  assert.equal(at('|'), '');
});

test('abbreviations and initials end no sentence', () => {
  assert.equal(at('As Smith vs. Jones| shows. Next.'), 'As Smith vs. Jones shows.');
  assert.equal(
    at('So J. R. Smith et al. Found| it, cf. Fig. 3. Next.'),
    'So J. R. Smith et al. Found it, cf. Fig. 3.',
  );
  assert.equal(at('It is so (e.g. Berlin). Next |one.'), 'Next one.');
  assert.equal(at('Dr. No| was here.'), 'Dr. No was here.');
});

test('citations and markup are no words', () => {
  assert.equal(
    at('As *shown* by many [see @a, p. 3. Really; -@b], it| `works`.'),
    'As shown by many, it works.',
  );
  assert.equal(
    at('A [link to. It](https://x.org/a.b) and ![a picture](p.png) go|.'),
    'A link to. It and a picture go.',
  );
  assert.equal(at('This is \\emph{very} go|od $x_1$.', 'latex'), 'This is very good x 1.');
  assert.equal(
    at('G{\\"o}del and Erd\\H{o}s~\\citep[p. 3]{a} w|rote \\ref{sec:x}.', 'latex'),
    'Gödel and Erdős wrote.',
  );
  assert.equal(
    at('So _emphasised_ @a[p. 3. X] #emph[words here] g|o $x + 1$.', 'typst'),
    'So emphasised words here go x + 1.',
  );
});

test('items, headings, captions, notes, cells and comments are read by themselves', () => {
  assert.equal(at('- item one|\n- item two'), 'item one');
  assert.equal(at('- item one\n- item t|wo'), 'item two');
  assert.equal(at('1. item one\n   goes on|\n2. item two'), 'item one goes on');
  assert.equal(at('# A title|\nText below.'), 'A title');
  assert.equal(at('> Quoted text\n> goes| on.'), 'Quoted text goes on.');
  assert.equal(at('| A model | a sco│re |\n|---|---|'), 'a score');
  assert.equal(at('A sentence^[A note. Its own.] goes| on.'), 'A sentence goes on.');
  const list = '\\begin{itemize}\n  \\item one thing\n  \\item another| thing\n\\end{itemize}';
  assert.equal(at(list, 'latex'), 'another thing');
  const figure =
    '\\begin{figure}[t]\n  \\centering\n  \\includegraphics[width=3cm]{foo.png}\n  \\caption{Scores of all| models.}\\label{fig:x}\n\\end{figure}';
  assert.equal(at(figure, 'latex'), 'Scores of all models.');
  assert.equal(at('A sentence\\footnote{A note. Its own|.} goes on.', 'latex'), 'Its own.');
  assert.equal(at('A sentence\\footnote{A note. Its own.} goes| on.', 'latex'), 'A sentence goes on.');
  assert.equal(at('% TODO look this up\nThe sentence| is here.', 'latex'), 'The sentence is here.');
  assert.equal(at('The sentence| is here. % TODO look. This up\n', 'latex'), 'The sentence is here.');
  assert.equal(at('The sentence.\n% TODO look| this up\nMore.', 'latex'), 'TODO look this up');
  assert.equal(at('\\section{A title|}\nText below.', 'latex'), 'A title');
  assert.equal(at('A model & a sco|re\\\\', 'latex'), 'a score');
  assert.equal(at('- item one|\n- item two', 'typst'), 'item one');
  assert.equal(at('// TODO this\nThe sentence| is here.', 'typst'), 'The sentence is here.');
  assert.equal(
    at('#figure(image("a.png"), caption: [Scores of| models.]) <fig:x>', 'typst'),
    'Scores of models.',
  );
  assert.equal(at('A sentence #footnote[A note.] goes| on.', 'typst'), 'A sentence goes on.');
  assert.equal(at('= A title|\nText.', 'typst'), 'A title');
});

test('a sentence is cited at its end before its full stop, wherever the cursor is in it', () => {
  for (const marked of [
    'One. T|wo is there. Three.',
    'One. Two is th|ere. Three.',
    'One. Two is there.| Three.',
    'One. Two is there. |Three.',
  ])
    assert.equal(citedFor(marked), 'One. Two is there [@k]. Three.');
  assert.equal(citedFor('Sa|id so?!'), 'Said so [@k]?!');
  assert.equal(citedFor('He “sa|id so.” Then'), 'He “said so [@k].” Then');
  assert.equal(citedFor('A *se|ntence.*'), 'A *sentence [@k].*');
  assert.equal(citedFor('It i|s so [@a]. More.'), 'It is so [@a; @k]. More.');
  assert.equal(citedFor('- no st|op\n- other'), '- no stop [@k]\n- other');
  assert.equal(
    citedFor('One. T|wo~\\citep{a} is~$x$. Three.', 'latex'),
    'One. Two~\\citep{a} is~$x$~\\citep{k}. Three.',
  );
  assert.equal(citedFor("One. ``T|wo is.'' Three.", 'latex'), "One. ``Two is \\cite{k}.'' Three.");
  assert.equal(citedFor('\\caption{All sc|ores.}', 'latex'), '\\caption{All scores \\cite{k}.}');
  assert.equal(citedFor('One. T|wo is. Three.', 'typst'), 'One. Two is @k. Three.');
  assert.equal(citedFor('これは文で|す。次。'), 'これは文です[@k]。次。');
});

test('behind the full stop where the document’s citations stand there', () => {
  assert.equal(
    citedFor('It is so.\\footcite{a} Or th|us. More.', 'latex'),
    'It is so.\\footcite{a} Or thus.\\footcite{k} More.',
  );
});

test('any text at any place gives one line, and a place in it', () => {
  const languages = fc.constantFrom<Language>('markdown', 'latex', 'typst');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), languages, (text, seed, language) => {
      const place = seed % (text.length + 1);
      const parsed = readCitations(text, language);
      assert.doesNotMatch(sentenceAt(text, place, parsed), /\n/);
      const cited = citingPlaceOfSentence(text, place, parsed);
      assert.ok(cited >= 0 && cited <= text.length);
    }),
  );
});

test('the sentences of a paragraph, each with the place where it is cited', () => {
  for (const [language, text] of [
    ['markdown', 'One *is* here [@a]. Two is there, e.g. now. Three?\n\nFour.'],
    ['latex', 'One \\emph{is} here \\cite{a}. Two is there, e.g. now. Three?\n\nFour.'],
    ['typst', 'One _is_ here @a. Two is there, e.g. now. Three?\n\nFour.'],
  ] as const) {
    const found = sentencesAround(text, 5, readCitations(text, language));
    assert.deepEqual(
      found.map(sentence => sentence.text),
      ['One is here.', 'Two is there, e.g. now.', 'Three?'],
    );
    assert.deepEqual(
      found.map(({ place }) => text.slice(0, place).match(/\S+$/)?.[0]),
      [text.match(/\S*a\S*(?=\. Two)/)?.[0], 'now', 'Three'],
      language,
    );
  }
  assert.deepEqual(sentencesAround('', 0, readCitations('', 'markdown')), []);
});

test('of several citations in a sentence each is for its own part', () => {
  const clauses = (text: string, language: Language = 'markdown') => {
    const parsed = readCitations(text, language);
    return parsed.citations.map(citation => clauseOf(text, citation, parsed));
  };
  assert.deepEqual(
    clauses('Before. Courts decide as they did [@a], and glass is made of *sand* [@b]. Behind.'),
    ['Courts decide as they did', 'and glass is made of sand'],
  );
  assert.deepEqual(clauses('As @a has shown with deer, and @b has shown with elk.'), [
    'has shown with deer, and',
    'has shown with elk.',
  ]);
  assert.deepEqual(clauses('One citation for all that is said here [@a].'), ['']);
  assert.deepEqual(clauses('Much is known [@a] and [@b].'), ['', '']);
  assert.deepEqual(clauses('Courts decide as before \\cite{a}, glass is made of sand \\cite{b}.', 'latex'), [
    'Courts decide as before',
    'glass is made of sand',
  ]);
  assert.deepEqual(
    clauses('Courts decide as before #cite(<a>), glass is made of sand #cite(<b>).', 'typst'),
    ['Courts decide as before', 'glass is made of sand'],
  );
});

test('initials and abbreviations of several letters end no sentence, and begin no list', () => {
  assert.equal(at('J. Smith et al. sh|owed it. Next.'), 'J. Smith et al. showed it.');
  assert.equal(at('Funded by the U.S. Ar|my. Next.'), 'Funded by the U.S. Army.');
  assert.equal(at('A.  First th|ing\nB.  Second'), 'First thing');
});
