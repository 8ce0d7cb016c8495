// literature check|lookup|search|mcp …
// The commands of this package for people without its sources.
import path from 'node:path';

const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  check: () => import('./check'),
  lookup: () => import('./lookup'),
  search: () => import('./search'),
  mcp: () => import('../mcp/main'),
};

const [name = ''] = process.argv.splice(2, 1);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
process.env.LITERATURE_COMMAND = 'literature';
// The package, in which the data lies; this file is in its `dist`.
process.env.LITERATURE_ROOT ??= path.resolve(__dirname, '..');
if (command) void command();
else {
  console.error(`Usage: literature ${Object.keys(commands).join('|')} …`);
  process.exitCode = 2;
}
