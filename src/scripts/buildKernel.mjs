// Compiles src/core/search/meaning/kernel (AssemblyScript) into kernelBytes.ts beside it: `npm run build:kernel`. With
// `--print` it prints the module instead (base64).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import compiler from 'assemblyscript/asc';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = 'src/core/search/meaning/kernel';

/** The module as kernelBytes.ts has it. Names of files do not go into it, so that it is the same wherever it is made. */
async function compileKernel() {
  const options = ['--optimizeLevel', '3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'];
  const quiet = ['--disableWarning', '112']; // Vectors are passed between files of the kernel only.
  let module;
  const { error, stderr } = await compiler.main(
    [`${folder}/index.ts`, '--baseDir', root, '--outFile', 'kernel.wasm', ...options, ...quiet],
    {
      writeFile: (_name, contents) => {
        module = Buffer.from(contents);
      },
    },
  );
  if (error) throw new Error(`The kernel was not compiled. ${stderr}`, { cause: error });
  return module.toString('base64');
}

const base64 = await compileKernel();
if (process.argv.includes('--print')) process.stdout.write(base64);
else
  fs.writeFileSync(
    path.join(root, folder, '../kernelBytes.ts'),
    `// Made from kernel/ by \`npm run build:kernel\`.
const base64 =
  '${base64}';

export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), char => char.charCodeAt(0));
}
`,
  );
