// Writes into src/mcp/README.md what each tool answers, from a run of the built server over the sample manuscript: `npm run transcripts`;
// `-- --check` only says whether that is current.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const readme = path.join(root, 'src/mcp/README.md');
const calls = [
  ['literature_search', { query: 'transformers on longer inputs', limit: 2 }],
  ['literature_get', { key: 'anil2022exploring' }],
  ['literature_get', { key: 'anil2023exploring' }],
  ['literature_cited', { file: 'length.typ' }],
  [
    'literature_check',
    {
      keys: ['wu2026rote', 'wu2025rote'],
      references: [
        'Abbe, E. et al. (2024). How Far Can Transformers Reason? The Globality Barrier and Inductive Scratchpad.',
        'Abbe, E. (2021). How Far Can Birds Fly? The Barrier of the Alps.',
      ],
    },
  ],
  ['literature_format', { keys: ['zhou2024algorithms'], style: 'ieee' }],
  [
    'literature_cite',
    {
      file: 'generalization.md',
      keys: ['schlaginhaufen2023identifiability'],
      after: 'The order in which constraints are stated matters',
    },
  ],
];

const client = new Client({ name: 'transcripts', version: '1' });
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: [path.join(root, 'dist/mcp.js'), path.join(root, 'test/fixtures/sample')],
  }),
);
const call = ([name, args]) => client.callTool({ name, arguments: args });
while ((await call(calls[0])).structuredContent.hint) await setTimeout(100); // the library is still being read
const parts = [];
for (const [name, args] of calls) {
  const { isError, content, structuredContent } = await call([name, args]);
  const answer = isError ? content[0].text : json(structuredContent);
  parts.push(
    `**${name}** \`${JSON.stringify(args)}\`\n`,
    `\`\`\`${isError ? 'text' : 'json'}\n${answer}\n\`\`\`\n`,
  );
}
await client.close();

const before = fs.readFileSync(readme, 'utf8');
const after = before.replace(
  /(<!-- transcripts -->\n)[\s\S]*?(<!-- \/transcripts -->)/,
  (_, open, close) => `${open}${parts.join('\n')}${close}`,
);
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('The transcripts in src/mcp/README.md are out of date: run `npm run transcripts`.');
    process.exit(1);
  }
} else fs.writeFileSync(readme, after);

/** For reading: long texts are cut. */
function json(value) {
  return JSON.stringify(
    value,
    (_, one) => (typeof one === 'string' && one.length > 160 ? `${one.slice(0, 150)}…` : one),
    2,
  );
}
