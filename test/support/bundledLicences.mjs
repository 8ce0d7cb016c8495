// The licence of every package that esbuild put into the extension, as its package has it: `dist/LICENSES.txt`.
import fs from 'node:fs';
import path from 'node:path';

/** The folders of the packages that the inputs of builds come from: `node_modules/yaml`, `node_modules/a/node_modules/@b/c`. */
export function packagesOf(metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles)
    for (const input of Object.keys(inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(
        input.replaceAll('\\', '/'),
      )?.[0];
      if (folder) folders.add(folder);
    }
  return [...folders].sort();
}

/** Throws where a package comes without its licence. */
export function licencesOf(folders) {
  return folders
    .map(folder => {
      const { name, version, license, author } = JSON.parse(
        fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
      );
      const files = fs.readdirSync(folder).filter(file => /^(?:licen[cs]e|copying|notice)/i.test(file));
      const texts = files.map(file => fs.readFileSync(path.join(folder, file), 'utf8').trim());
      const by = typeof author === 'string' ? author : author?.name;
      if (!texts.length && !license) throw new Error(`${name} says nothing of its licence`);
      const heading = `${name} ${version} (${typeof license === 'string' ? license : (license?.type ?? 'see below')})${by ? `, ${by}` : ''}`;
      return `${'='.repeat(80)}\n${heading}\n${'='.repeat(80)}\n\n${texts.join('\n\n')}`;
    })
    .join('\n\n')
    .concat('\n');
}
