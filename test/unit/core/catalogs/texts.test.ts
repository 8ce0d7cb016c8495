import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAbstract } from '../../../../src/core/catalogs/text/abstract';
import { exactestDate, readDate } from '../../../../src/core/catalogs/text/date';
import { nlmJournal } from '../../../../src/core/catalogs/text/journal';
import { initialsName, personName, splitName } from '../../../../src/core/catalogs/text/personName';
import { plainLine, readTexTitle, readTitle } from '../../../../src/core/catalogs/text/title';

test('titles lose what publishers left in them', () => {
  for (const [raw, plain] of [
    ['The role of\n      <scp>AI</scp>\n      in streams', 'The role of AI in streams'],
    ['Growth of <i>Rosa alba</i> at CO\n   <sub>2</sub>\n   peaks', 'Growth of Rosa alba at CO₂ peaks'],
    ['Ca<sup>2+</sup> in <b>bold</b>', 'Ca²⁺ in bold'],
    ['Salt &amp;amp; light, &amp;lt;sup&amp;gt;3&amp;lt;/sup&amp;gt;He', 'Salt & light, ³He'],
    ['Caf&eacute; culture', 'Café culture'],
    ['Tests of p<0.05 and q>2', 'Tests of p<0.05 and q>2'],
    ['On <jats:italic>x</jats:italic>', 'On x'],
    [
      'Decay of <mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:msup><mml:mi>B</mml:mi><mml:mn>0</mml:mn></mml:msup><mml:mo>→</mml:mo><mml:mi>K</mml:mi></mml:math> mesons',
      'Decay of B⁰ → K mesons',
    ],
    ['A title with a stop.', 'A title with a stop'],
    ['Life in the U.S.', 'Life in the U.S.'],
    ['[PDF] A study', 'A study'],
    ['THE ORIGIN OF COVID-19 IN RIVERS: A REVIEW', 'The origin of COVID-19 in rivers: A review'],
    ['on the syntax of small words', 'On the syntax of small words'],
    ['BERT', 'BERT'],
    ['0', '0'],
    ['一、乾溜', '一、乾溜'],
    ['iPSC lines of mice', 'iPSC lines of mice'],
  ])
    assert.equal(readTitle(raw)?.plain, plain, raw);
  assert.equal(readTitle('Growth of <i>Rosa alba</i>')?.formatted, 'Growth of <i>Rosa alba</i>');
  assert.equal(readTitle(''), undefined);
  assert.equal(readTitle(['a']), undefined);
  assert.equal(plainLine('Ecol &amp; Env'), 'Ecol & Env');
});

test("arXiv's titles are TeX over two lines", () => {
  assert.equal(
    readTexTitle('Bounds for $\\alpha$-stable laws of Erd\\H{o}s\n  type')?.plain,
    'Bounds for α-stable laws of Erdős type',
  );
});

test('hyphens are those of keyboards, and nothing invisible is left', () => {
  assert.equal(
    readTitle('Life\u2010history trade\u2011offs of co\u00adoperation\u200b')?.plain,
    'Life-history trade-offs of cooperation',
  );
});

test('a journal of the National Library of Medicine is written as journals write themselves', () => {
  for (const [listed, cited] of [
    ['Clinical infectious diseases : an official publication of a society', 'Clinical Infectious Diseases'],
    ['Phronesis (Barcelona, Spain)', 'Phronesis'],
    ['The Journal of x-ray science and technology', 'The Journal of X-ray Science and Technology'],
    ['Bulletin de la Societe francaise', 'Bulletin de la Societe francaise'],
    ['AIDS care', 'AIDS Care'],
    ['eLife', 'eLife'],
  ] as const)
    assert.equal(nlmJournal(listed), cited);
});

test('abstracts are paragraphs of plain text', () => {
  for (const [raw, text] of [
    ['<jats:title>Abstract</jats:title>\n   <jats:p>Rivers flow.</jats:p>', 'Rivers flow.'],
    [
      '<jats:sec><jats:title>Background</jats:title><jats:p>Rivers.</jats:p></jats:sec><jats:sec><jats:title>Results</jats:title><jats:p>Flow.</jats:p></jats:sec>',
      'Background: Rivers.\n\nResults: Flow.',
    ],
    ['<h4>Methods</h4>We looked.<h4>Results</h4>We saw.', 'Methods: We looked.\n\nResults: We saw.'],
    ['<p>One.</p><p>Two <i>x</i>.</p>', 'One.\n\nTwo x.'],
    ['Abstract We show that rivers flow.', 'We show that rivers flow.'],
    ['<jats:p>n/a</jats:p>', undefined],
    ['<jats:p />', undefined],
    ['', undefined],
    [undefined, undefined],
    [
      '<p>Let <jats:inline-formula><jats:alternatives><jats:tex-math>$x^2$</jats:tex-math><mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></jats:alternatives></jats:inline-formula> be.</p>',
      'Let x² be.',
    ],
    [`${'<i>'.repeat(5000)}deep`, 'deep'],
  ])
    assert.equal(readAbstract(raw), text, String(raw).slice(0, 80));
});

test('names are split as the person writes them', () => {
  const parts = (name: ReturnType<typeof personName>) =>
    [
      name?.given,
      name?.['dropping-particle'],
      name?.['non-dropping-particle'],
      name?.family,
      name?.suffix,
      name?.literal,
    ]
      .filter(Boolean)
      .join('|');
  for (const [raw, split] of [
    ['Ann B. Roe', 'Ann B.|Roe'],
    ['Roe, Ann B.', 'Ann B.|Roe'],
    ['Roe, Jr., Ann', 'Ann|Roe|Jr.'],
    ['Martin L. King Jr.', 'Martin L.|King|Jr.'],
    ['Guido van Rossum', 'Guido|van|Rossum'],
    ['Xia Zhang 0009', 'Xia|Zhang'],
    ['World Health Organization', 'World Health Organization'],
    ['宮地 元彦', '元彦|宮地'],
    ['Беспалов Дмитрий Николаевич', 'Дмитрий Николаевич|Беспалов'],
    ['Plato', 'Plato'],
    ['et al.', ''],
  ] as const)
    assert.equal(parts(personName(raw)), split, raw);
  assert.equal(parts(splitName('MASIDE', 'XULIO')), 'Xulio|Maside');
  assert.equal(parts(splitName("O'BRIEN-LEE", 'ANNA')), "Anna|O'Brien-Lee");
  assert.equal(parts(splitName('Li', 'W')), 'W|Li');
  assert.equal(parts(splitName('Roe', 'AB')), 'AB|Roe');
  assert.equal(parts(splitName('Moore', 'J.C.')), 'J. C.|Moore');
  assert.equal(parts(splitName('Roe', 'Ph.-A. J.R.R.')), 'Ph.-A. J. R. R.|Roe');
  assert.equal(parts(splitName('Sheherazade', undefined)), 'Sheherazade');
  assert.equal(parts(initialsName('van der Berg J')), 'J|van der|Berg');
  assert.equal(parts(initialsName('King ML Jr')), 'ML|King|Jr');
});

test('dates are as exact as they are known', () => {
  for (const [raw, parts] of [
    ['2023', [2023]],
    ['2023-06', [2023, 6]],
    ['2023-06-05T12:00:00Z', [2023, 6, 5]],
    ['2023-01-01', [2023]],
    ['2007 Mar 21', [2007, 3, 21]],
    ['2010 Sep-Oct', [2010, 9]],
    ['August 5, 2009', [2009, 8, 5]],
    ['Oct 1991', [1991, 10]],
    ['2549', [2006]],
    ['no date', undefined],
    ['', undefined],
  ] as const)
    assert.deepEqual(readDate(raw)?.['date-parts']?.[0], parts, raw);
  assert.deepEqual(readDate('2010/2012'), { 'date-parts': [[2010], [2012]] });
  assert.deepEqual(readDate('Summer 2013'), { 'date-parts': [[2013]], season: 2 });
  assert.deepEqual(exactestDate([readDate('2019'), readDate('2018-12-30'), readDate('2019-07-02')]), {
    'date-parts': [[2019, 7, 2]],
  });
});
