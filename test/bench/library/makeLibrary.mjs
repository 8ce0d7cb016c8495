// Libraries of any size for benchmarks: the same number gives the same library. Titles and abstracts are walks through the word pairs of
// the bundled abstracts, with invented terms among them, so that words come up as often as in real ones and new ones keep coming.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomNumbers } from '../../support/randomNumbers.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

const families =
  `Smith Johnson Müller García Nguyen Chen Wang Li Zhang Kim Lee Park Singh Kumar Patel Silva Santos Rossi Bianchi Ferrari Dubois
Martin Bernard Moreau Lefèvre Schmidt Schneider Fischer Weber Hoffmann Novák Dvořák Kowalski Wiśniewski Nowak Jensen Hansen Nielsen Andersson
Lindström Virtanen Korhonen Papadopoulos Ivanov Petrov Sokolov Yamamoto Tanaka Suzuki Sato Watanabe Cohen Levi Haddad Hassan Öztürk Yılmaz
Kovács Nagy Horváth O'Brien Murphy McDonald Campbell Stewart Anderson Thompson Martinez Hernández López Pérez Gómez Fernández Álvarez Costa
Oliveira Pereira Almeida Jóhannsson Łukasiewicz Brontë Erdős Gödel Poincaré Cauchy Ångström Ørsted Hölder`.split(
    /\s+/,
  );
const given =
  `Anna Maria José Wei Yuki Jan Piotr Lars Ingrid Ahmed Fatima Priya Arjun Elena Dmitri Olga Sofia Marco Giulia François Chloé Émile
Hans Jürgen Karl Sven Björn Mikael Aino Katarzyna Zofia László Ágnes Mehmet Ayşe Noa David Sarah James Emily Michael Laura Thomas Rachel
Daniel Hannah Peter Carlos Lucía Miguel Inês João Paulo Hiroshi Keiko Min-jun Seo-yeon Xiaoming Mei Anh Linh Ravi Deepa Tomáš Jiří`.split(
    /\s+/,
  );
const journals =
  `Journal of Machine Learning Research|Nature Communications|Physical Review Letters|Transactions on Software Engineering|
Annals of Statistics|Cognitive Science|Bioinformatics|The Lancet|Ecology Letters|Journal of Fluid Mechanics|Computational Linguistics|
Artificial Intelligence|Econometrica|Journal of the {ACM}|{IEEE} Transactions on Information Theory|{PLOS} {ONE}|Psychological Review|
Monthly Notices of the Royal Astronomical Society|Water Resources Research|Organization Science`
    .split('|')
    .map(name => name.replace(/\s+/g, ' ').trim());
const conferences =
  `International Conference on Machine Learning|Advances in Neural Information Processing Systems|
Annual Meeting of the Association for Computational Linguistics|Conference on Computer Vision and Pattern Recognition|
Symposium on Theory of Computing|International Conference on Software Engineering|Conference on Human Factors in Computing Systems`
    .split('|')
    .map(name => name.replace(/\s+/g, ' ').trim());
const publishers = [
  'Springer',
  'Elsevier',
  'Cambridge University Press',
  'ACM',
  'IEEE',
  'MIT Press',
  'Wiley & Sons',
];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const syllables =
  'ba be bi bo ca co da de di do fa fi ga ge go ha ka ki la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi xe ze'.split(
    ' ',
  );
/** Of a hundred words, so many are invented; real collections have about as many that come up only once or twice. */
const inventedWords = 3;

/** @returns {Generator<object>} CSL items, one after the other. */
export function* makeItems(count, seed = 1) {
  const random = randomNumbers(seed);
  const pick = list => list[Math.floor(random() * list.length)];
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const followers = wordPairs();
  const starts = [...followers.keys()].filter(
    word => /^[A-Z][a-z]+$/.test(word) && followers.get(word).length > 2,
  );

  function words(length) {
    const result = [pick(starts)];
    while (result.length < length) {
      if (random() * 100 < inventedWords)
        result.push(Array.from({ length: between(2, 4) }, () => pick(syllables)).join(''));
      const next = followers.get(result.at(-1));
      result.push(next ? pick(next) : pick(starts).toLowerCase());
    }
    return result.slice(0, length);
  }

  const keys = new Set();
  for (let i = 0; i < count; i++) {
    const author = Array.from({ length: between(1, 6) }, () => ({
      family: pick(families),
      given: random() < 0.3 ? `${pick(given)} ${pick(given)[0]}.` : pick(given),
    }));
    const year = between(1985, 2025);
    const title = words(between(5, 14))
      .join(' ')
      .replace(/[.,;:]+$/, '')
      .replace(/[.;] /g, ': ');
    const sentences = Array.from(
      { length: between(5, 9) },
      () =>
        `${words(between(14, 30))
          .join(' ')
          .replace(/[.,;:]+$/, '')}.`,
    );
    const isPaper = random() < 0.35;
    const base = `${author[0].family}${year}${title.split(' ')[0]}`
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
    let id = base;
    for (let suffix = 2; keys.has(id); suffix++) id = `${base}${suffix}`;
    keys.add(id);
    yield {
      id,
      type: isPaper ? 'paper-conference' : 'article-journal',
      title,
      author,
      issued: { 'date-parts': [[year, between(1, 12)]] },
      'container-title': pick(isPaper ? conferences : journals),
      publisher: pick(publishers),
      volume: String(between(1, 90)),
      issue: String(between(1, 12)),
      page: `${between(1, 900)}-${between(901, 1800)}`,
      DOI: `10.${between(1000, 9999)}/${base.slice(0, 6)}.${between(1e6, 9e6)}`,
      abstract: sentences.join(' '),
      keyword: [words(1)[0], words(1)[0], words(2).join(' ')].join(', ').toLowerCase(),
    };
  }
}

/** Items, or so many made ones, as a `.bib` file, as reference managers export it: accents partly in TeX, titles with protected words, fields nobody cites. */
export function makeBibtex(what, seed = 1) {
  const random = randomNumbers(seed + 1000);
  const entries = [];
  for (const item of typeof what === 'number' ? makeItems(what, seed) : what) {
    const tex = random() < 0.5 ? texAccents : text => text;
    const isPaper = item.type === 'paper-conference';
    const [[year, month]] = item.issued['date-parts'];
    const fields = {
      title: `{${protectedWords(item.title, random)}}`,
      author: `{${item.author.map(({ family, given }) => tex(`${family}, ${given}`)).join(' and ')}}`,
      [isPaper ? 'booktitle' : 'journal']:
        `{${isPaper ? `Proceedings of the ${item['container-title']}` : item['container-title']}}`,
      year: `{${year}}`,
      month: months[month - 1],
      volume: `{${item.volume}}`,
      number: `{${item.issue}}`,
      pages: `{${item.page.replace('-', '--')}}`,
      publisher: `{${item.publisher.replace('&', '\\&')}}`,
      doi: `{${item.DOI}}`,
      url: `{https://doi.org/${item.DOI}}`,
      urldate: '{2024-03-01}',
      abstract: `{${item.abstract.replace(/%/g, '\\%')}}`,
      keywords: `{${item.keyword}}`,
      file: `{Full Text PDF:/home/user/Zotero/storage/${Math.floor(random() * 36 ** 8)
        .toString(36)
        .toUpperCase()}/${item.id}.pdf:application/pdf}`,
    };
    const lines = Object.entries(fields).map(([name, value]) => `  ${name} = ${value},`);
    entries.push(`@${isPaper ? 'inproceedings' : 'article'}{${item.id},\n${lines.join('\n')}\n}\n`);
  }
  return entries.join('\n');
}

/** After each word of the bundled abstracts, the words that follow it there. */
function wordPairs() {
  const references = JSON.parse(fs.readFileSync(path.join(root, 'data/references.json'), 'utf8'));
  const followers = new Map();
  for (const { title, abstract } of references)
    for (const text of [title, abstract]) {
      const words = text
        .replace(/[$\\{}_^#&~"]/g, '')
        .split(/\s+/)
        .filter(Boolean);
      for (const [position, word] of words.slice(0, -1).entries()) {
        if (!followers.has(word)) followers.set(word, []);
        followers.get(word).push(words[position + 1]);
      }
    }
  return followers;
}

function texAccents(text) {
  return text
    .normalize('NFD')
    .replace(/(\p{L})\u0301/gu, "{\\'$1}")
    .replace(/(\p{L})\u0300/gu, '{\\`$1}')
    .replace(/(\p{L})\u0308/gu, '{\\"$1}')
    .replace(/(\p{L})\u0302/gu, '{\\^$1}')
    .replace(/(\p{L})\u0303/gu, '{\\~$1}')
    .replace(/(\p{L})\u030c/gu, '{\\v{$1}}')
    .normalize('NFC')
    .replace(/ø/g, '{\\o}')
    .replace(/Ø/g, '{\\O}')
    .replace(/Ł/g, '{\\L}');
}

function protectedWords(title, random) {
  return title
    .replace(/\b[A-Z][A-Za-z]*\b/g, word => (random() < 0.3 ? `{${word}}` : word))
    .replace(/%/g, '\\%');
}
