import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { declaredTools } from '../../src/core/agents/declaredTools';
import { citationLanguages } from '../../src/core/citing/citationLanguages';
import { manifestWithTexts } from './manifestWithTexts';

const manifest = manifestWithTexts();
const { contributes } = manifest;
const sources = fs
  .readdirSync('src', { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.ts'))
  .map(file => fs.readFileSync(path.join('src', file), 'utf8'))
  .join('\n');
const commandTable = /export const commands = \{[^}]*\}/.exec(
  fs.readFileSync('src/vscode/commands.ts', 'utf8'),
)![0];
const declaredCommands: string[] = contributes.commands.map((one: { command: string }) => one.command);

/** Every object with a `command`, `when` or the like, wherever it stands under `contributes`. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

test('the table of commands in the code is that of the manifest', () => {
  const table = [...commandTable.matchAll(/: '(literature\.\w+)',$/gm)].map(match => match[1]);
  assert.deepEqual([...declaredCommands].sort(), table.sort());
});

test('every command is registered by its name in the table', () => {
  const names = [...commandTable.matchAll(/^ {2}(\w+): 'literature\.\w+',$/gm)].map(match => match[1]!);
  for (const name of names) {
    const uses = sources.match(new RegExp(`\\bcommands\\.${name}\\b`, 'g')) ?? [];
    assert.ok(uses.length, `commands.${name} is not used`);
  }
});

test('commands have the category, a title in title case, and dots where they ask', () => {
  for (const { category, title } of contributes.commands) {
    assert.equal(category, 'Literature');
    for (const word of title.replace(/[….]+$/, '').split(' '))
      assert.match(word, /^(?:[A-Z]|and$|by$|for$|from$|on$|the$|to$|with$|a$|in$|of$|this$)/, title);
  }
});

test('menus, key bindings and walkthroughs name commands that exist', () => {
  for (const object of objectsIn({ ...contributes, commands: undefined })) {
    const { command } = object;
    if (typeof command === 'string') assert.ok(declaredCommands.includes(command), command);
    for (const text of Object.values(object)) {
      if (typeof text !== 'string') continue;
      for (const [, link] of text.matchAll(/\(command:(literature\.\w+)[?)]/g))
        assert.ok(declaredCommands.includes(link!), text);
    }
  }
});

test('settings have defaults, descriptions that are sentences, and are read by the code', () => {
  const sections: { properties: Record<string, Record<string, unknown>> }[] = [
    contributes.configuration,
  ].flat();
  for (const [name, setting] of sections.flatMap(({ properties }) => Object.entries(properties))) {
    assert.ok('default' in setting, name);
    const description = String(setting.markdownDescription ?? setting.description);
    assert.match(description, /^[A-Z][\s\S]*[.)]$/, name);
    const [leaf, ...groups] = name.replace('literature.', '').split('.').reverse();
    const inGroup = `'${['literature', ...groups.reverse()].join('.')}'`;
    const isRead = sources.includes(`'${[...groups, leaf].join('.')}'`) || sources.includes(`'${leaf}'`);
    assert.ok(isRead || sources.includes(inGroup), `${name} is not read`);
    const { enumDescriptions } = setting as { enumDescriptions?: string[] };
    if (enumDescriptions) assert.equal(enumDescriptions.length, (setting.enum as []).length, name);
  }
});

test('every file the manifest names is there', () => {
  const names: string[] = [manifest.icon];
  for (const object of objectsIn(contributes))
    for (const text of Object.values(object))
      if (typeof text === 'string' && /^media\//.test(text)) names.push(text);
  for (const name of names) assert.ok(fs.existsSync(name), name);
});

test('the views and the custom editor of the manifest are those of the code', () => {
  for (const { id } of Object.values(contributes.views).flat() as { id: string }[])
    assert.ok(sources.includes(`'${id}'`), id);
  for (const { viewType } of contributes.customEditors)
    assert.ok(sources.includes(`'${viewType}'`), viewType);
});

test('the manifest declares every language that cites', () => {
  const names = citationLanguages.map(language => language.names);
  const ids = names.flatMap(({ languageIds }) => languageIds);
  const activating = (manifest.activationEvents as string[])
    .filter(event => event.startsWith('onLanguage:'))
    .map(event => event.slice('onLanguage:'.length));
  assert.deepEqual(activating.sort(), [...ids].sort());

  const plain = names.flatMap(({ plainTextExtensions }) => plainTextExtensions);
  const contained = (manifest.activationEvents as string[]).find(event =>
    event.startsWith('workspaceContains:'),
  )!;
  for (const extension of plain) assert.match(contained, new RegExp(`[{,]${extension}[,}]`));

  const conditions = [...contributes.menus['editor/context'], ...contributes.menus.commandPalette]
    .map((item: { when?: string }) => item.when ?? '')
    .filter((when: string) => when.includes('editorLangId'));
  assert.ok(conditions.length > 0);
  for (const when of conditions) {
    const pattern = /editorLangId =~ \/\^\(([^)]*)\)\$\//.exec(when)?.[1] ?? '';
    assert.deepEqual(pattern.split('|').sort(), [...ids].sort(), when);
    const extensions = /resourceExtname =~ \/\^\\\.\(([^)]*)\)\$\/i/.exec(when)?.[1] ?? '';
    assert.deepEqual(extensions.split('|').sort(), [...plain].sort(), when);
  }
});

test('the tools of language models are declared as the code has them (npm run tools)', () => {
  assert.deepEqual(contributes.languageModelTools, declaredTools());
});
