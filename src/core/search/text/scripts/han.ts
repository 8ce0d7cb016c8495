/** First of the Chinese characters that are told of. */
const firstCharacter = 0x3400;

interface HanTable {
  /** Simplified characters, by the traditional and Japanese ones. */
  readonly simplified: ReadonlyMap<string, string>;
  /** Readings in Pinyin without tones, the commonest first, by simplified character. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
}

const nothing: HanTable = { simplified: new Map(), readings: new Map() };
let bytesToRead: Uint8Array | undefined;
let table = nothing;

/**
 * Tells what is known of Chinese characters, in this thread from now on: `dist/han.txt`, of two lines. The first has each simplified character
 * with those that it stands for behind it; the second each reading with its characters, those of which it is the commonest before a
 * comma. Without it characters are what they are, and have no readings.
 */
export function useHanTable(bytes: Uint8Array): void {
  bytesToRead = bytes;
}

/** Read when the first Chinese character is met. */
function hanTable(): HanTable {
  if (!bytesToRead) return table;
  const [characters = '', syllables = ''] = new TextDecoder().decode(bytesToRead).split('\n');
  bytesToRead = undefined;
  const simplified = new Map<string, string>();
  for (const [simple = '', ...others] of characters.split(' '))
    for (const other of others) simplified.set(other, simple);
  const readings = new Map<string, string[]>();
  const lines = [...syllables.matchAll(/([a-z]+)([^a-z,]*),?([^a-z,]*)/g)];
  const add = (characters: string, reading: string) => {
    for (const character of characters)
      readings.set(character, [...(readings.get(character) ?? []), reading]);
  };
  for (const [, reading = '', usual = ''] of lines) add(usual, reading);
  for (const [, reading = '', , other = ''] of lines) add(other, reading);
  table = { simplified, readings };
  return table;
}

/** The simplified character that one stands for: 语 for 語. Itself where there is none. */
export function simplifiedCharacter(character: string): string {
  if (character.charCodeAt(0) < firstCharacter) return character;
  return hanTable().simplified.get(character) ?? character;
}

/** How a simplified character is read, in Pinyin without tones, the commonest reading first. */
export function pinyinOf(character: string): readonly string[] {
  return hanTable().readings.get(character) ?? [];
}
