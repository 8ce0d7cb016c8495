import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { moveTexts } from '../../src/scripts/l10n/manifestTexts';
import { sourceTexts } from '../../src/scripts/l10n/sourceTexts';

const languages = ['de', 'zh-cn'];
type Texts = Record<string, string>;
const read = (file: string): Texts => JSON.parse(fs.readFileSync(file, 'utf8'));

/** What a translation has to leave as it is: values, code, addresses of links and names of settings. */
function marksOf(text: string): string[] {
  return [...text.matchAll(/\{\d+\}|`[^`]*`|\]\([^)]*\)|\$\([\w-]+\)|%[A-Z0-9]{2}|\n/g)]
    .map(([mark]) => mark)
    .sort();
}

function assertTranslated(file: string, english: Texts): void {
  const translated = read(file);
  assert.deepEqual(
    Object.keys(translated).sort(),
    Object.keys(english).sort(),
    `${file} does not have what is to be translated: run \`npm run l10n\`, and translate what it names.`,
  );
  for (const [key, text] of Object.entries(english)) {
    assert.ok(translated[key]!.trim(), `${file}: ${key} is empty.`);
    assert.deepEqual(marksOf(translated[key]!), marksOf(text), `${file}: ${key}`);
  }
}

test('every text of the manifest stands where it is translated', () => {
  const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const before = structuredClone(manifest);
  const used = moveTexts(manifest, read('package.nls.json'));
  const hint = 'Run `npm run l10n`, and translate what it names.';
  assert.deepEqual(manifest, before, hint);
  assert.deepEqual(used, read('package.nls.json'), hint);
});

test('every text of the sources is in the bundle, and nothing else', () => {
  assert.deepEqual(Object.keys(read('l10n/bundle.l10n.json')), sourceTexts('src'), 'Run `npm run l10n`.');
});

for (const language of languages)
  test(`everything is translated into ${language}, with its values, code and links`, () => {
    assertTranslated(`package.nls.${language}.json`, read('package.nls.json'));
    assertTranslated(`l10n/bundle.l10n.${language}.json`, read('l10n/bundle.l10n.json'));
  });

test('the translations are part of the extension', () => {
  const packed = fs.readFileSync('.vscodeignore', 'utf8').split('\n');
  for (const files of ['!package.nls.json', '!package.nls.*.json', '!l10n/bundle.l10n.*.json'])
    assert.ok(packed.includes(files), files);
  assert.equal(JSON.parse(fs.readFileSync('package.json', 'utf8')).l10n, './l10n');
});

/** Where the adapters hand a text to VS Code that people read, and it stands there as it is. */
const shownAsItIs =
  /(?:notify\.\w+\(|CodeAction\(|\b(?:title|label|placeHolder|placeholder|prompt|tooltip|detail|description):|\.(?:title|tooltip|message|placeholder) =)\s*(?:'[^'\n]*[A-Za-z]{3}[^'\n]*'|`[^`\n]*[A-Za-z]{3,} [^`$\n]*`)/g;
/** Names, keys and examples, the same in every language. */
const sameEverywhere = /'(?:Markdown|LaTeX|Typst|Zotero|BibTeX|\(?Roe[^']*|[a-z]+[A-Z]\w*|[\w.-]+\.\w+)'/;

test('nothing is shown in English alone', () => {
  for (const file of fs.readdirSync('src/vscode', { recursive: true }).map(String))
    if (file.endsWith('.ts'))
      for (const [written] of fs.readFileSync(`src/vscode/${file}`, 'utf8').matchAll(shownAsItIs)) {
        const words = /['`].*/s.exec(written)![0].replace(/\$\{[^}]*\}?|\$\([\w~-]+\)/g, '');
        if (/[A-Za-z]{3}/.test(words) && !/\b(?:l10n\.t|say)\(/.test(written))
          assert.match(written, sameEverywhere, `${file}: put it into vscode.l10n.t(…).`);
      }
});
