// Assembles s../core/search/meaning/kernel.wat into kernelBytes.ts beside it: `npm run build:kernel`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../core/search/meaning');
const wabt = await loadWabt();
const module = wabt.parseWat('kernel.wat', fs.readFileSync(path.join(folder, 'kernel.wat'), 'utf8'), {
  simd: true,
});
const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64');
fs.writeFileSync(
  path.join(folder, 'kernelBytes.ts'),
  `// Made from kernel.wat by \`npm run build:kernel\`.
const base64 =
  '${base64}';

export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), char => char.charCodeAt(0));
}
`,
);
