import { type CitationCommand, formByName, looksLikeCiting, usualArguments } from '../citationCommand';
import { readCitation } from '../citations/citationArguments';
import type { Action, CommandTable } from '../reader/latexReader';
import { inlineVerbatimEnd, verbatimCommands } from '../reader/verbatim';
import { choiceCommands } from './choices';
import { definitionCommands } from './definitions';
import { knownCommands } from './knownCommands';
import { listLoops } from './listLoops';
import { referenceCommands } from './referenceCommands';
import { beginConditional, structureCommands } from './structureCommands';

/** What the commands of LaTeX and its packages do, and those of other names that look like citing. */
export const commandTable: CommandTable = {
  actionOf(name) {
    const action =
      structureCommands.get(name) ??
      definitionCommands.get(name) ??
      choiceCommands.get(name) ??
      referenceCommands.get(name) ??
      listLoops.get(name) ??
      verbatimAction(name);
    if (action) return action;
    const known = knownCommands.get(name);
    if (known) return citing(known);
    return looksLikeCiting(name)
      ? citing({ form: formByName(name), arguments: usualArguments }, true)
      : undefined;
  },
  citing: command => citing(command),
  known: knownCommands,
  beginConditional,
};

function verbatimAction(name: string): Action | undefined {
  const literal = verbatimCommands.get(name);
  return (
    literal &&
    (reader => {
      reader.position = inlineVerbatimEnd(reader.text, reader.position, literal.groups);
    })
  );
}

/** `byName`: nobody said that this command cites, so what it holds must look like keys. */
function citing(command: CitationCommand, byName = false): Action {
  return (reader, name, start) => readCitation(reader, name, start, command, byName);
}
