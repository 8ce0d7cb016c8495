import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import type { CslItem } from '../../../../src/core/model/reference';
import { buildReferences, type Topic } from '../../../../src/scripts/collection/buildReferences';

const read = (file: string) => fs.readFileSync(`data/${file}`, 'utf8');
const papers = JSON.parse(read('papers.json'));
const topics: Topic[] = JSON.parse(read('topics.json'));
const references: CslItem[] = JSON.parse(read('references.json'));

test('data/references.json is what `npm run data` makes', () => {
  assert.deepEqual(references, buildReferences(read('abstracts.txt'), papers, topics));
});

test('all 119 are there, in the order delivered, under unique ASCII keys', () => {
  assert.equal(references.length, 119);
  assert.deepEqual(
    references.map(reference => reference.custom?.position),
    papers.map((paper: { n: number }) => paper.n),
  );
  assert.equal(new Set(references.map(reference => reference.id)).size, 119);
  for (const reference of references) assert.match(reference.id, /^[a-z]+[0-9]{4}[a-z0-9]+$/);
});

test('titles and abstracts are those delivered, TeX apart', () => {
  const lines = read('abstracts.txt').split('\n').slice(2);
  const plain = (text: string) =>
    text.normalize('NFKC').replace(/[^\p{L}\p{N}]|\b(?:text(?:bf|it)|em|ge|le)\b/gu, '');
  for (const [index, reference] of references.entries()) {
    assert.equal(plain(reference.title!), plain(lines[2 * index]!.replace(/^Subscribe/, '')));
    assert.equal(plain(reference.abstract!), plain(lines[2 * index + 1]!.replaceAll('\\%', '%')));
  }
});

test('no remnant of TeX and no empty field is left', () => {
  for (const reference of references) {
    for (const text of [reference.title!, reference.abstract!])
      assert.doesNotMatch(text, /\\|``|\{|\}|\^|textbf/);
    for (const value of Object.values(reference)) assert.ok(value !== null && value !== '');
  }
});

test('what was not found stays away, and incomplete author lists are marked', () => {
  assert.equal(references.filter(reference => reference.DOI).length, 29);
  assert.equal(references.filter(reference => reference['container-title']).length, 98);
  const incomplete = references.filter(reference => reference.custom?.authorsIncomplete);
  assert.deepEqual(
    incomplete.map(reference => reference.custom?.position),
    [2, 97],
  );
});

test('each paper has one to three topics, each topic at least three papers', () => {
  assert.ok(topics.length >= 8 && topics.length <= 14);
  for (const topic of topics) assert.ok(topic.papers.length >= 3, topic.id);
  for (const reference of references) {
    const count = reference.custom?.topics?.length ?? 0;
    assert.ok(count >= 1 && count <= 3, reference.id);
  }
});

test('a series has one name over the years', () => {
  const series = new Set(references.map(reference => reference.custom?.venue));
  for (const name of series) assert.doesNotMatch(String(name), /\d{4}/);
  assert.equal(references.find(reference => reference.id === 'lotfi2024nonvacuous')?.volume, '235');
});
