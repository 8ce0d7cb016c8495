// What CHANGELOG.md says of the version of a tag: `node test/support/releaseNotes.mjs v1.2.3`. Fails where tag, package.json and
// CHANGELOG.md do not agree.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = file => fs.readFileSync(path.join(root, file), 'utf8');
const fail = message => {
  console.error(message);
  process.exit(1);
};

const { version } = JSON.parse(read('package.json'));
const [tag = `v${version}`] = process.argv.slice(2);
if (tag !== `v${version}`) fail(`The tag is ${tag}, and the version in package.json ${version}.`);
const heading = `## [${version}] - `;
const section = read('CHANGELOG.md')
  .split(/^(?=## )/m)
  .find(part => part.startsWith(heading));
if (!section) fail(`CHANGELOG.md has no section “${heading}DATE”.`);
console.log(section.slice(section.indexOf('\n')).trim());
