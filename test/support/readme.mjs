// Writes the tables of commands and settings in README.md from package.json, and that of where what works from platforms.json, which names a
// test for each “yes”: `npm run readme`; `-- --check` only says whether they are current.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const readText = file => fs.readFileSync(path.join(root, file), 'utf8');
const texts = JSON.parse(readText('package.nls.json'));
const { contributes } = JSON.parse(
  readText('package.json').replace(/"%([^"%]+)%"/g, (_, name) => JSON.stringify(texts[name])),
);
const file = path.join(root, 'README.md');
const before = fs.readFileSync(file, 'utf8');

const cell = text => String(text).replace(/\s+/g, ' ').replaceAll('|', '\\|');
const keyOf = command => {
  const bindings = (contributes.keybindings ?? []).filter(binding => binding.command === command);
  return [...new Set(bindings.map(({ key, mac }) => `\`${key}\`${mac ? ` (macOS \`${mac}\`)` : ''}`))].join(
    ', ',
  );
};
const hidden = new Set(
  (contributes.menus?.commandPalette ?? []).filter(item => item.when === 'false').map(item => item.command),
);

const commands = [
  '| Command | Key |',
  '| --- | --- |',
  ...contributes.commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, category, title }) => `| ${cell(`${category}: ${title}`)} | ${keyOf(command)} |`),
];
const sections = [contributes.configuration].flat();
const settings = [
  '| Setting | Default | What it does |',
  '| --- | --- | --- |',
  ...sections.flatMap(section =>
    Object.entries(section.properties).map(([name, property]) => {
      const description = property.markdownDescription ?? property.description ?? '';
      return `| \`${name}\` | \`${cell(JSON.stringify(property.default))}\` | ${cell(description)} |`;
    }),
  ),
];

const platforms = [
  '| | Desktop | SSH, WSL, containers | vscode.dev |',
  '| --- | --- | --- | --- |',
  ...JSON.parse(fs.readFileSync(path.join(root, 'test/support/platforms.json'), 'utf8')).map(
    ({ feature, remote = 'yes', notOnWeb = 'yes' }) => `| ${feature} | yes | ${remote} | ${notOnWeb} |`,
  ),
];

const fill = (text, name, lines) =>
  text.replace(
    new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, open, close) => `${open}${lines.join('\n')}\n${close}`,
  );
const after = fill(fill(fill(before, 'commands', commands), 'settings', settings), 'platforms', platforms);
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('The tables in README.md are out of date: run `npm run readme`.');
    process.exit(1);
  }
} else fs.writeFileSync(file, after);
