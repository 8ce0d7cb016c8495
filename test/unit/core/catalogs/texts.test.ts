import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAbstract } from '../../../../src/core/catalogs/text/abstract';
import { exactestDate, readDate } from '../../../../src/core/catalogs/text/date';
import { issnJournal, nlmJournal } from '../../../../src/core/catalogs/text/journal';
import { languageTag } from '../../../../src/core/catalogs/text/language';
import {
  initialsName,
  literalName,
  personName,
  splitName,
  withoutRepeats,
} from '../../../../src/core/catalogs/text/names/personName';
import { pageRange } from '../../../../src/core/catalogs/text/pages';
import { plainLine } from '../../../../src/core/catalogs/text/plainLine';
import { publisherName } from '../../../../src/core/catalogs/text/publisher';
import { isMarkedRetracted, withoutRetractionMark } from '../../../../src/core/catalogs/text/retracted';
import {
  readContainer,
  readTexTitle,
  readTitle,
  readWholeTitle,
} from '../../../../src/core/catalogs/text/title';

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
    [
      'RIVERS OF THE UNITED STATES AND OF EUROPEAN TURKEYS',
      'Rivers of the United States and of European turkeys',
    ],
    ["[Rivers of glass (author's transl)].", 'Rivers of glass'],
    ['someone/rivers: v1.2', 'someone/rivers: v1.2'],
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

test('accents that stand beside their letter go back on it; apostrophes stay', () => {
  for (const [raw, joined] of [
    ['Schr¨odinger', 'Schrödinger'],
    ['Schro¨dinger', 'Schrödinger'],
    ['Schr¨ odinger', 'Schrödinger'],
    ['The Poincare´ inequality', 'The Poincaré inequality'],
    ['Garc´ıa', 'García'],
    ['Poincar´e and H´enon', 'Poincaré and Hénon'],
    ['Franc¸ois, Fran¸cois', 'François, François'],
    ['Mun˜oz, Mu˜noz', 'Muñoz, Muñoz'],
    ['l´eau de Rome´s rivers', 'l´eau de Rome´s rivers'],
    ['a `quoted´ word', 'a `quoted´ word'],
  ])
    assert.equal(readTitle(raw)?.plain.toLowerCase(), joined!.toLowerCase(), raw);
});

test('journals lose what tells their prints apart, and small letters throughout', () => {
  for (const [raw, plain] of [
    ['The Journal of Rivers (Print)', 'The Journal of Rivers'],
    ['journal of rivers', 'Journal of Rivers'],
  ])
    assert.equal(readContainer(raw)?.plain, plain);
});

test('a title of a word in capitals is read with its subtitle', () => {
  assert.equal(
    readWholeTitle('RIVERS', 'A HISTORY OF THEIR WATER AND STONES')?.plain,
    'Rivers: A history of their water and stones',
  );
  assert.equal(readWholeTitle('DNA', 'A history of its water')?.plain, 'DNA: A history of its water');
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
    ['Ann Roe, Jr.', 'Ann|Roe|Jr.'],
    ['Ann Roe, PhD', 'Ann|Roe'],
    ['Ann Roe PhD', 'Ann|Roe'],
    ['Prof. Dr. Hans Meier', 'Hans|Meier'],
    ['Roe, Ann, 1564-1616', 'Ann|Roe'],
    ['Roe, Ann B. (Ann Beatrice), 1938-', 'Ann B.|Roe'],
    ['A. N. Roe et al.', 'A. N.|Roe'],
    ['José Ortega y Gasset', 'José|Ortega y Gasset'],
    ['Fernando Henrique Cardoso Filho', 'Fernando Henrique|Cardoso Filho'],
    ['Ian St. John', 'Ian|St. John'],
    ['Gerard ‘t Hooft', "Gerard|'t|Hooft"],
    ['Aad G', 'G|Aad'],
    ['García Márquez G. J.', 'G. J.|García Márquez'],
    ['Jane ROE', 'Jane|Roe'],
    ['L. DE BROGLIE', 'L.|de|Broglie'],
    ['William H. Press', 'William H.|Press'],
    ['Press, William H.', 'William H.|Press'],
    ['Jonathan Schooler', 'Jonathan|Schooler'],
    ['MIT Press', 'MIT Press'],
    ['The Editors', 'The Editors'],
    ['Ministerio de Salud', 'Ministerio de Salud'],
    ['Bundesamt für Statistik', 'Bundesamt für Statistik'],
    ['Bureau, Jean', 'Jean|Bureau'],
    ['University, Harvard', 'Harvard University'],
    ['Meta AI', 'Meta AI'],
    ['Ann Roe (University of Rivers)', 'Ann|Roe'],
    ['River Collaboration (RIV-C)', 'River Collaboration (RIV-C)'],
    ['by Ann Roe', 'Ann|Roe'],
    ['Ann Roe 2', 'Ann|Roe'],
    ['Roe J, Doe A', 'Roe J, Doe A'],
    ['and Bo Doe', 'Bo|Doe'],
    ['Ann Roe MD PhD', 'Ann|Roe'],
    ['World Health Organization.', 'World Health Organization'],
    ['Anonymous', ''],
    ['(:Unkn) Unknown', ''],
  ] as const)
    assert.equal(parts(personName(raw)), split, raw);
  assert.equal(parts(splitName('Rossum', 'Guido van')), 'Guido|van|Rossum');
  assert.equal(parts(splitName('King Jr.', 'Martin L.')), 'Martin L.|King|Jr.');
  assert.equal(parts(splitName('Roe', 'Dr. Ann', 'MD, PhD')), 'Ann|Roe');
  assert.equal(parts(splitName('Roe1,2', 'Ann*')), 'Ann|Roe');
  assert.equal(parts(splitName('Collaboration', 'ATLAS')), 'ATLAS Collaboration');
  assert.equal(parts(splitName('OECD', undefined)), 'OECD');
  assert.equal(parts(splitName('LI', 'MING')), 'Ming|Li');
  assert.equal(parts(splitName('DE LA CRUZ', 'MARIA')), 'Maria|de la|Cruz');
  assert.equal(parts(literalName('on behalf of the River Study Group')), 'River Study Group');
  assert.equal(parts(splitName('MASIDE', 'XULIO')), 'Xulio|Maside');
  assert.equal(parts(splitName("O'BRIEN-LEE", 'ANNA')), "Anna|O'Brien-Lee");
  assert.equal(parts(splitName('Li', 'W')), 'W|Li');
  assert.equal(parts(splitName('Roe', 'AB')), 'AB|Roe');
  assert.equal(parts(splitName('Moore', 'J.C.')), 'J. C.|Moore');
  assert.equal(parts(splitName('Roe', 'Ph.-A. J.R.R.')), 'Ph.-A. J. R. R.|Roe');
  assert.equal(parts(splitName('Sheherazade', undefined)), 'Sheherazade');
  assert.equal(parts(initialsName('van der Berg J')), 'J|van der|Berg');
  for (const [family, given, split] of [
    ['ATLAS Collaboration', '', 'ATLAS Collaboration'],
    ['for the RIVER Study Group', '', 'RIVER Study Group'],
    ['Group', 'on behalf of the RIVER Study', 'RIVER Study Group'],
    ['Ş. Çelik', '', 'Ş.|Çelik'],
    ['García Márquez', '', 'García Márquez'],
    ['Roe, MD', 'Ann', 'Ann|Roe'],
    ['Roe', 'Ann, PhD', 'Ann|Roe'],
    ['.', 'Suharto', 'Suharto'],
    ['Unknown', '', ''],
    ['Mu¨ller', 'J.', 'J.|Müller'],
  ] as const)
    assert.equal(parts(splitName(family, given)), split, family);
  assert.equal(parts(initialsName('King ML Jr')), 'ML|King|Jr');
});

test('people who are listed twice count once, but initials may be those of two', () => {
  const names = (list: readonly string[]) => withoutRepeats(list.map(personName)).length;
  assert.equal(names(['Ann Roe', 'Bo Doe', 'Ann Roe']), 2);
  assert.equal(names(['Y. Wang', 'Y. Wang']), 2);
});

test('publishers, pages and languages are written as people write them', () => {
  for (const [raw, place, name] of [
    ['Elsevier BV', '', 'Elsevier'],
    ['Walter de Gruyter GmbH & Co. KG', '', 'Walter de Gruyter'],
    ['"River Media, Inc."', '', 'River Media'],
    ['Association for River Machinery (ARM)', '', 'Association for River Machinery'],
    ['Springer Berlin Heidelberg', 'Berlin, Heidelberg', 'Springer'],
    ['Springer International Publishing', 'Cham', 'Springer'],
    ['Technische Universität Berlin', 'Berlin', 'Technische Universität Berlin'],
    ['Oxford University PressNew York', '', 'Oxford University Press'],
    ['(:unav)', '', ''],
  ] as const)
    assert.equal(publisherName(raw, place), name, raw);
  for (const [raw, pages] of [
    ['342-5', '342-345'],
    ['1045-57; discussion 1057-8', '1045-1057'],
    ['S201–S210', 'S201-S210'],
    ['12-1', '12-1'],
    ['7-7', '7'],
    ['n/a-n/a', ''],
    ['no-no', ''],
    ['123-null', '123'],
    ['river.m2025.0086', ''],
    ['e12', 'e12'],
  ] as const)
    assert.equal(pageRange(raw, { doi: '10.1000/river.m2025.0086' }), pages, raw);
  assert.equal(pageRange('n/a-n/a', { number: '045' }), '045');
  for (const [code, tag] of [
    ['eng', 'en'],
    ['en_us', 'en-US'],
    ['zh-hans', 'zh-Hans'],
    ['German', 'de'],
    ['un', ''],
    ['mul', ''],
  ] as const)
    assert.equal(languageTag(code), tag, code);
  assert.equal(
    issnJournal('˜The œAstrophysical journal/˜The œastrophysical journal'),
    'The Astrophysical Journal',
  );
  assert.equal(issnJournal('Physical review. D/Physical review. D.'), 'Physical Review D');
  assert.equal(issnJournal('TCP/IP letters'), 'TCP/IP Letters');
});

test('formulas in dollars are read, sums of money are not; capitals throughout are undone', () => {
  for (const [raw, title] of [
    ['Growth of $L^2$ norms in Fe$_2$O$_3$', 'Growth of L² norms in Fe₂O₃'],
    ['From $5 to $10 a day', 'From $5 to $10 a day'],
    ['DNA REPAIR IN E. COLI: A REVIEW', 'DNA repair in E. coli: A review'],
    ['α-helix bundles', 'α-helix bundles'],
    ['River title*', 'River title'],
    ['Planning with A*', 'Planning with A*'],
    ['River title<xref ref-type="fn"><sup>1</sup></xref>', 'River title'],
    ['A ﬁne river', 'A fine river'],
    ['Schro\u0308dinger and the river', 'Schr\u00f6dinger and the river'],
    ['[Not Available].', undefined],
  ] as const)
    assert.equal(readTitle(raw)?.plain, title, raw);
  assert.equal(readContainer('JOURNAL OF THE RIVER SOCIETY')?.plain, 'Journal of the River Society');
});

test('dates are as exact as they are known', () => {
  for (const [raw, parts] of [
    ['2023', [2023]],
    ['2023-06', [2023, 6]],
    ['2023-06-05T12:00:00Z', [2023, 6, 5]],
    ['2023-01-01', [2023]],
    ['2007 Mar 21', [2007, 3, 21]],
    ['2000 15 Dec', [2000, 12, 15]],
    ['2009/02/03', [2009, 2, 3]],
    ['3.2.2009', [2009, 2, 3]],
    ['20090203', [2009, 2, 3]],
    ['1 de mayo de 2010', [2010, 5, 1]],
    ['März 2010', [2010, 3]],
    ['2010-02-30', [2010, 2]],
    ['c1999', [1999]],
    ['2020-05-06/..', [2020, 5, 6]],
    ['August 5, 2009', [2009, 8, 5]],
    ['Oct 1991', [1991, 10]],
    ['2549', [2006]],
    ['no date', undefined],
    ['', undefined],
  ] as const)
    assert.deepEqual(readDate(raw)?.['date-parts']?.[0], parts, raw);
  for (const [raw, from, to] of [
    ['2001 Nov-Dec', [2001, 11], [2001, 12]],
    ['2001 Dec-2002 Jan', [2001, 12], [2002, 1]],
    ['1998 Dec 25-1999 Jan 2', [1998, 12, 25], [1999, 1, 2]],
    ['2010 Sep 15-30', [2010, 9, 15], [2010, 9, 30]],
    ['1976-1977', [1976], [1977]],
  ] as const)
    assert.deepEqual(readDate(raw), { 'date-parts': [from, to] }, raw);
  assert.deepEqual(readDate('2010/2012'), { 'date-parts': [[2010], [2012]] });
  assert.deepEqual(readDate('Summer 2013'), { 'date-parts': [[2013]], season: 2 });
  assert.deepEqual(exactestDate([readDate('2019'), readDate('2018-12-30'), readDate('2019-07-02')]), {
    'date-parts': [[2019, 7, 2]],
  });
});

test('a title is read without what says that its work was retracted', () => {
  for (const marked of [
    'RETRACTED: Rivers of glass',
    'RETRACTED ARTICLE: Rivers of glass',
    '[Retracted] Rivers of glass',
    'Withdrawn — Rivers of glass',
    'Rivers of glass (Retracted)',
    'Rivers of glass [RETRACTED ARTICLE]',
    'Rivers of glass (Retracted article. See vol. 12, p. 3, 2021)',
    'Rivers of glass (Retracted by the publisher)',
  ]) {
    assert.ok(isMarkedRetracted(marked), marked);
    assert.equal(withoutRetractionMark(marked), 'Rivers of glass', marked);
  }
  for (const title of [
    'Retracted papers in river science',
    'Rivers of glass (withdrawn drugs)',
    'What becomes of (retracted claims)',
    'Removed from the river',
  ])
    assert.ok(!isMarkedRetracted(title), title);
});
