import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { displayName } from '../../../../../src/core/model/displayName';
import { SearchIndex } from '../../../../../src/core/search/searchIndex';
import { foldText, foldWord } from '../../../../../src/core/search/text/fold';
import { pinyinOf, useHanTable } from '../../../../../src/core/search/text/scripts/han';
import { syllabicScripts } from '../../../../../src/core/search/text/scripts/syllables';
import { makeHanTable } from '../../../../../src/scripts/hanTable';
import { indexOf, paper } from '../support';

useHanTable(new TextEncoder().encode(makeHanTable(process.cwd())));

test('traditional, simplified and Japanese characters are the same', () => {
  assert.equal(foldWord('語言歷史'), foldWord('语言历史'));
  assert.equal(foldText('経済の歴史'), foldText('經濟の歷史'));
  assert.equal(foldWord('弁当'), '弁当', 'what is a character of its own is left');
});

test('characters with several readings have the commonest first', () => {
  assert.deepEqual(pinyinOf('重'), ['zhong', 'chong']);
  assert.deepEqual(pinyinOf('女'), ['nu', 'ru']);
  assert.deepEqual(pinyinOf('a'), []);
});

const documents = [
  paper('yuyan', '语言与文化的历史', { authors: ['王力'] }),
  paper('nongcun', '農村經濟與社會發展', { authors: ['陳建國'] }),
  paper('falu', '法律思想的变迁', { authors: ['欧阳思远'] }),
  paper('wenxue', '中国文学', { authors: [displayName({ family: '张', given: '伟' })] }),
  paper('xuesheng', '文学生中国', { authors: ['李丽'] }),
  paper('rivers', 'Rivers and Cities', { authors: ['Xiaolong Li', 'Jing Liu'] }),
  paper('streets', 'Streets and Cities', { authors: ['Anna Li'] }),
  paper('robotto', 'ロボットとショッピング', { authors: ['伊藤みどり'] }),
  paper('kotoba', 'ことばとコミュニケーション', { authors: ['森ひろし'] }),
  paper('deeta', 'データベースの設計', { authors: ['田中太郎'] }),
  paper('munhak', '한국문학의 역사와 이론', { authors: ['김민수'] }),
  paper('undong', '노동운동과 도시의 변화', { authors: ['박현우'] }),
  paper('eumak', '전통음악과 국어교육', { authors: ['최은희'] }),
  paper('zorbas', 'Βίος και πολιτεία του Αλέξη Ζορμπά', { authors: ['Νίκος Καζαντζάκης'] }),
  paper('glossa', 'Γλώσσα, σκέψη και κοινωνία', { authors: ['Ευαγγελία Μπακογιάννη'] }),
  paper('rus', 'Історія України-Руси', { authors: ['Михайло Грушевський'] }),
  paper('muqaddima', 'المقدمة في التاريخ والعمران', { authors: ['ابن خلدون'] }),
  paper('madina', 'المدينة والمجتمع', { authors: ['نجيب منصور'] }),
  paper('crete', 'The Cretan Novel', { authors: ['Nikos Kazantzakis'] }),
];
const { keys } = indexOf(documents);

const asked: Readonly<Record<string, readonly string[]>> = {
  yuyan: ['語言 歷史', 'yuyan', 'yǔ yán', 'yu yan wenhua', 'yuyanyuwenhua', 'Wang Li'],
  nongcun: ['农村经济', 'nongcunjingji', 'Chen Jianguo', 'Jianguo Chen', '陈建国'],
  falu: ['falü sixiang', 'falv', 'Ouyang Siyuan'],
  wenxue: ['张伟', '張偉', 'Zhang Wei', 'Wei Zhang', 'Zhang wenxue', '"中国文学"'],
  rivers: ['李小龙', '刘静', '劉靜'],
  robotto: ['robotto', 'shoppingu', 'Midori'],
  kotoba: ['kotoba', 'komyunikeeshon', 'komyunikeshon', 'Hiroshi'],
  deeta: ['detabesu', 'deetabeesu', 'dētabēsu'],
  munhak: ['한국 문학', '문학 이론을', 'hanguk munhak', 'hangungmunhak', 'Kim Minsu', 'Minsu Kim'],
  undong: ['도시 노동', 'nodong undong', 'nodongundong', 'Park Hyunwoo'],
  eumak: ['국어 교육의', 'eumak', 'gugeo', 'Choi Eunhee'],
  zorbas: ['βίου πολιτείας', 'vios politeia', 'bios kai politeia', 'Αλέξης'],
  glossa: ['γλωσσα', 'glossa koinonia', 'γλώσσες', 'Bakogianni', 'Mpakogianni'],
  rus: ['історії україна', 'istoriia ukrainy', 'Hrushevskyi'],
  muqaddima: ['مقدمة تاريخ', 'muqaddima', 'Ibn Khaldun', 'al-muqaddima'],
  madina: ['مدينة ومجتمع', 'madina', 'Najib Mansur'],
};
for (const [key, queries] of Object.entries(asked))
  for (const query of queries) test(`${query} finds ${key}`, () => assert.equal(keys(query)[0], key));

test('a name finds who has it in either script', () => {
  for (const name of ['Kazantzakis', 'Καζαντζάκης'])
    assert.deepEqual(keys(name, 2).sort(), ['crete', 'zorbas'], name);
});

test('a quotation of Chinese text asks for these characters one after another', () => {
  assert.deepEqual(keys('"文学生"'), ['xuesheng']);
  assert.deepEqual(keys('"国文学"'), ['wenxue']);
});

test('English words find nothing by chance that is read like them', () => {
  const { keys } = indexOf([...documents, paper('man', 'A Manual of Sand', { authors: ['Ada Lee'] })]);
  assert.equal(keys('manual of sand')[0], 'man');
  assert.equal(keys('sand')[0], 'man');
});

test('an index that was written and read finds the same', () => {
  const index = new SearchIndex({ title: id => documents[id]!.title, abstract: () => undefined });
  index.add(documents);
  const read = SearchIndex.load(index.serialise(), {
    title: id => documents[id]!.title,
    abstract: () => undefined,
  });
  for (const query of Object.values(asked).flat())
    assert.deepEqual(read.rank(query, { limit: 5 }), index.rank(query, { limit: 5 }), query);
});

test('names in Chinese characters and Hangul are written together, others apart', () => {
  assert.equal(displayName({ family: '김', given: '민수' }), '김민수');
  assert.equal(displayName({ family: 'Zhang', given: 'Wei' }), 'Wei Zhang');
  assert.equal(displayName({ family: 'スミス', given: 'ジョン' }), 'ジョン スミス');
});

test('any character can be read, and any word written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      for (const script of syllabicScripts) {
        for (const character of text) if (script.has(character)) script.readings(character, text[0]);
        script.plain(text);
      }
    }),
  );
});
