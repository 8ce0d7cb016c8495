import { documentsIn } from '../../project/projectDocuments';
import { type ProjectFiles, readOnce } from '../../project/projectFiles';
import { labelsOf } from '../labels';

/** Targets of MyST: `(name)=` above a section, `$$ … $$ (name)`, `:label: name` and `:name: name` among the options of a directive. */
const target = /^[ \t>]*\(([^()\n]{1,200})\)=[ \t]*$/gm;
const equation = /\$\$[ \t]*\(([^()\s]{1,200})\)/g;
const directiveOption = /^[ \t>]*:?(?:label|name):[ \t]*["']?([^\s"']+)/gm;

/** A figure that holds several, and what is in it. */
const figure = /^[ \t>]*(`{3,}|:{3,})\{(?:figure|subfigure)\}[^\n]*\n([\s\S]*?)\n[ \t>]*\1[ \t]*$/gm;

/** What `@name` may mean in a MyST document besides a reference. */
export function mystLabelsOf(text: string): ReadonlySet<string> {
  const labels = new Set(labelsOf(text));
  for (const pattern of [target, equation, directiveOption])
    for (const [, name] of text.matchAll(pattern)) labels.add(name!.trim());
  for (const [, , content] of text.matchAll(figure))
    for (const label of partsOfFigure(content!)) labels.add(label);
  return labels;
}

/** The figures in a figure `fig` are `fig-a`, `fig-b`, … (mystmd.org, “Images and figures”). */
function partsOfFigure(content: string): string[] {
  const [first] = content.matchAll(directiveOption);
  const name = first?.[1];
  const images = content.match(/!\[|\{(?:image|figure)\}/g)?.length ?? 0;
  if (name === undefined || images < 2) return [];
  return Array.from({ length: Math.min(images, 26) }, (_, i) => `${name}-${String.fromCharCode(97 + i)}`);
}

/** The targets of all documents below a folder: in mystmd `@name` refers to one of them where no bibliography has that key. */
export async function mystProjectLabels(folder: string, files: ProjectFiles): Promise<ReadonlySet<string>> {
  const labels = new Set<string>();
  const labelsIn = readOnce(files, 'myst labels', mystLabelsOf);
  for (const path of await documentsIn(folder, ['md', 'ipynb'], files, { below: true })) {
    const text = await files.read(path);
    if (text !== undefined) for (const label of labelsIn(text)) labels.add(label);
  }
  return labels;
}
