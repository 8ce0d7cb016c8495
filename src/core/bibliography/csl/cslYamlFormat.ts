import type { BibliographyFormat } from '../bibliographyFormat';
import { appendCslYaml } from '../write/appendCsl';
import { fillCslYaml } from '../write/fillCsl';
import { withoutEntry } from '../write/withoutEntry';
import { yamlKeyInPlace } from '../yamlKey';
import { cslYamlPositions, readCslYaml } from './readCslYaml';

/** CSL YAML: a list of items, or one under `references:`, as Pandoc reads it from metadata. */
export const cslYamlFormat: BibliographyFormat = {
  id: 'csl-yaml',
  name: 'CSL YAML',
  extensions: ['yaml', 'yml'],
  ownExtensions: [],
  recognizes: head =>
    /^(?:references|items)[ \t]*:[ \t]*(?:\[|(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*-(?:[ \t]|\r?\n))/m.test(
      head,
    ) || /^- +(?:["']?(?:id|type)["']?:|\{)/m.test(head),
  read: readCslYaml,
  positions: cslYamlPositions,
  writtenKey: yamlKeyInPlace,
  append: appendCslYaml,
  fill: fillCslYaml,
  remove: withoutEntry,
};
