import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const page = fs.readFileSync('SECURITY.md', 'utf8');

/** Settings that name no file, program or server, and add nothing to a file: what they do is the same whoever wrote them. */
const harmless =
  /^literature\.(?:diagnostics|hover|completion|inlayHints|codeLens|latex\.citationCommands|meaning|placeholders|related|preview|otherExtensions|collection\.enabled|citationForm)/;
/** What these do is not done in Restricted Mode at all. */
const switchedOff = ['literature.latex.askTex'];

test('every setting that could reach out of a workspace is the writer’s own in Restricted Mode', () => {
  const settings = [manifest.contributes.configuration]
    .flat()
    .flatMap(({ properties }: { properties: object }) => Object.keys(properties));
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  const reaching = settings.filter(name => !harmless.test(name) && !switchedOff.includes(name));
  assert.deepEqual([...restrictedConfigurations].sort(), reaching.sort());
});

test('the page on security names every one of them, and files that are there', () => {
  for (const name of [...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, ...switchedOff])
    assert.ok(
      page.includes(`\`${name}\``) ||
        page.includes(`\`.${name.split('.').at(-1)}\``) ||
        /catalogs/.test(name),
      name,
    );
  for (const [, named] of page.matchAll(/`((?:test|src)\/[\w./]+)`/g))
    assert.ok(fs.existsSync(named!), named);
  for (const [, named] of page.matchAll(/`([\w/]+\.test\.ts)`/g)) {
    const found = fs
      .readdirSync('test', { recursive: true })
      .some(file => String(file).endsWith(named!.replace(/^test\//, '')));
    assert.ok(found, named);
  }
  const sources = fs
    .readdirSync('src', { recursive: true })
    .map(String)
    .filter(file => file.endsWith('.ts'))
    .map(file => fs.readFileSync(`src/${file}`, 'utf8'))
    .join('\n');
  for (const name of [
    'notify',
    'registerCommand',
    'escapeMarkdown',
    'trustedMarkdown',
    'plainLabel',
    'escapeHtml',
    'linksOf',
    'citableKey',
    'invalidKeyReason',
    'WriteGate',
    'writePermission',
    'isReadable',
    'mayRead',
    'findByTex',
    'exceedsYamlLimits',
    'matchesGlob',
    'RequestThread',
    'EditorContext',
    'FolderContext',
  ]) {
    assert.ok(page.includes(name), name);
    assert.match(sources, new RegExp(`export (?:async )?(?:const|function|class) ${name}\\b`));
  }
});
