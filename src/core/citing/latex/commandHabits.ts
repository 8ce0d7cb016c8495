import type { Form } from '../citation';
import type { CommandHabits, LatexDocument } from './latexDocument';

/** Never a document's habit: they print other things than a reference to the text's claim. */
const notForClaims =
  /^(?:mask|nocite|defbibentryset|begin\{|forcsvlist|docsvlist|foreach|clist_map_.*|.*full|bibentry|citetitle|citeurl|citedate|cite(?:full)?author|Cite|.*alt|.*alp|.*alias|citeyear\*?$|.*(?:vol|note|table|field|list|name|quote)|citenum|citen$)/;

/** The commands that these files cite with, one key or several at a time, without the notes of several. */
export function commandHabits(
  documents: readonly Pick<LatexDocument, 'citations' | 'commands'>[],
): CommandHabits {
  const habits = {
    normal: new Map<string, number>(),
    inText: new Map<string, number>(),
    suppressAuthor: new Map<string, number>(),
  };
  for (const document of documents)
    for (const { command, keys, parts, unfinished } of document.citations) {
      const form = keys[0]?.form;
      if (!form || parts.length !== 1 || unfinished || /cites\*?$/i.test(command)) continue;
      if (notForClaims.test(command) || !takesKeysOnly(document, command)) continue;
      habits[form].set(command, (habits[form].get(command) ?? 0) + 1);
    }
  return habits;
}

/** The command most used for a form; `undefined` where none is. */
export function mostUsed(habits: CommandHabits | undefined, form: Form): string | undefined {
  return [...(habits?.[form] ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** An alias that wants more arguments than keys and notes cannot be written for the author. */
function takesKeysOnly(document: Pick<LatexDocument, 'commands'>, command: string): boolean {
  const own = document.commands.get(command.replace(/\*$/, ''));
  return !own || /^<?[npPo]*k$/.test(own.arguments);
}
