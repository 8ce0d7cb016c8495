// Puts the texts of package.json and of the sources where they are translated: `npm run l10n`. Write them in English where they belong,
// run this, and translate what it names in package.nls.*.json and l10n/bundle.l10n.*.json.
import fs from 'node:fs';
import path from 'node:path';
import { moveTexts } from './manifestTexts';
import { sourceTexts } from './sourceTexts';

const root = process.env.LITERATURE_ROOT ?? process.cwd();
const languages = ['de', 'zh-cn'];
type Texts = Record<string, string>;

function read(file: string): Texts {
  const whole = path.join(root, file);
  return fs.existsSync(whole) ? JSON.parse(fs.readFileSync(whole, 'utf8')) : {};
}

function write(file: string, value: unknown): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), `${JSON.stringify(value, undefined, 2)}\n`);
}

/** The translations of these texts that there are, in their order; what lacks one is named. */
function follow(file: string, texts: Texts): void {
  const known = read(file);
  const missing = Object.keys(texts).filter(key => known[key] === undefined);
  write(
    file,
    Object.fromEntries(
      Object.keys(texts).flatMap(key => (known[key] === undefined ? [] : [[key, known[key]]])),
    ),
  );
  for (const key of missing) console.log(`${file} lacks ${JSON.stringify(key)}: ${texts[key]}`);
}

const manifest = read('package.json');
const shown = moveTexts(manifest, read('package.nls.json'));
write('package.json', manifest);
write('package.nls.json', shown);
const said = Object.fromEntries(sourceTexts(path.join(root, 'src')).map(text => [text, text]));
write('l10n/bundle.l10n.json', said);
for (const language of languages) {
  follow(`package.nls.${language}.json`, shown);
  follow(`l10n/bundle.l10n.${language}.json`, said);
}
