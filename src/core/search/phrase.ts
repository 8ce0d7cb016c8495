import { isAscii } from './fold';
import { scanWords } from './words';

/** A test for texts in which these folded words follow one another, whatever stands between. */
export function phraseTest(words: readonly string[]): (text: string) => boolean {
  if (!words.length) return () => true;
  // Words are letters and digits only, so nothing needs escaping.
  const pattern = words.map(word => [...word].join("['’]?")).join('[^\\p{L}\\p{N}]+');
  const quick = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu');
  return text => quick.test(text) || (!isAscii(text) && hasWordsInARow(text, words));
}

function hasWordsInARow(text: string, words: readonly string[]): boolean {
  let begun: number[] = [];
  let found = false;
  scanWords(text, (word, _start, _end, role) => {
    if (found || role !== 'word') return;
    const next: number[] = [];
    for (const at of [...begun, 0]) {
      if (words[at] !== word) continue;
      if (at + 1 === words.length) found = true;
      else next.push(at + 1);
    }
    begun = next;
  });
  return found;
}
