import type { CitedItem, Form } from '../../citation';
import type { LatexDocument } from '../latexDocument';
import { chooseCommand, commandsOf, noteStyle } from './chooseCommand';
import { writeNotes } from './latexNotes';

/** A new citation, as it would stand in running text. */
export function writeCitation(
  document: LatexDocument,
  items: readonly CitedItem[],
  form: Form,
  command = chooseCommand(document, form),
): string {
  const style = noteStyle(document.packages);
  const [first] = items;
  const last = items.at(-1);
  const oneNote =
    items.slice(1).every(({ prefix }) => !prefix) && items.slice(0, -1).every(({ locator }) => !locator);
  if (!first || !last || oneNote) {
    const notes = {
      ...(first?.prefix && { prefix: first.prefix }),
      ...(last?.locator && { locator: last.locator }),
    };
    return `\\${command}${writeNotes(notes, style)}{${items.map(({ key }) => key).join(',')}}`;
  }
  const multicite = multiciteOf(command);
  if (document.packages.has('biblatex') && multicite)
    return `\\${multicite}${items.map(item => `${writeNotes(item, style)}{${item.key}}`).join('')}`;
  if (command === 'citep' && commandsOf(document.packages).normal === 'citep')
    return `\\citetext{${items.map(item => `\\citealp${writeNotes(item, style)}{${item.key}}`).join('; ')}}`;
  return items.map(item => `\\${command}${writeNotes(item, style)}{${item.key}}`).join(', ');
}

/** The command of biblatex that gives each key its own notes. */
export function multiciteOf(command: string): string | undefined {
  return /^(?:paren|foot|smart|text|super|auto)?cite$/i.test(command) ? `${command}s` : undefined;
}
