import type { Inclusion, Structure, StructureMacro } from '../latexDocument';
import { star } from '../reader/characters';
import type { LatexReader } from '../reader/latexReader';
import { readList, readText } from './arguments';

/** What the body of a definition makes of its arguments: `\newcommand{\chap}[1]{\input{chapters/#1}}`. */
export function structureIn(reader: LatexReader, readBody: () => void): Structure {
  const { inclusions, bibliographies, definedKeys } = reader;
  const inside: Pick<LatexReader, keyof Structure> = { inclusions: [], bibliographies: [], definedKeys: [] };
  Object.assign(reader, inside);
  readBody();
  Object.assign(reader, { inclusions, bibliographies, definedKeys });
  // What needs no argument is there whether the command is used or not.
  inclusions.push(...inside.inclusions.filter(one => !takesArgument(one)));
  bibliographies.push(...inside.bibliographies.filter(one => !takesArgument(one)));
  definedKeys.push(...inside.definedKeys.filter(({ key }) => !key.includes('#')));
  return {
    inclusions: inside.inclusions.filter(takesArgument),
    bibliographies: inside.bibliographies.filter(takesArgument),
    definedKeys: inside.definedKeys.filter(({ key }) => key.includes('#')),
  };
}

function takesArgument({ path, folder }: Partial<Inclusion>): boolean {
  return `${folder} ${path}`.includes('#');
}

/** From here on `name`, with parameters of one letter each, takes in and defines what its body made of them. */
export function defineStructure(
  reader: LatexReader,
  name: string,
  parameters: string,
  made: Structure,
): void {
  if (made.inclusions.length + made.bibliographies.length + made.definedKeys.length === 0) return;
  reader.structureMacros.set(name, { parameters, made });
  useStructure(reader, name, { parameters, made });
}

/** From here on `name` does what a file defined it to do. */
export function useStructure(reader: LatexReader, name: string, { parameters, made }: StructureMacro): void {
  reader.setAction(name, user => {
    const values = readArguments(user, parameters);
    if (!values) return;
    const [at] = values.filter(value => value !== undefined);
    const place = { start: at?.start ?? user.position, end: at?.end ?? user.position };
    const fill = (text: string) => text.replace(/#(\d)/g, (kept, number) => values[number - 1]?.path ?? kept);
    /** An argument that is handed on as it is may be a list. */
    const namesGiven = (path: string) => {
      const given = /^#\d$/.test(path) ? values[Number(path[1]) - 1] : undefined;
      return given ? readList(user, { ...given, closed: true }) : [undefined];
    };
    for (const { folder, ...one } of made.inclusions)
      user.inclusions.push({
        ...one,
        ...place,
        path: fill(one.path),
        ...(folder !== undefined && { folder: fill(folder) }),
      });
    for (const one of made.bibliographies)
      for (const name of namesGiven(one.path))
        user.bibliographies.push({
          ...one,
          ...(name ?? { ...place, path: fill(one.path) }),
          ...(one.list !== undefined && { list: fill(one.list) }),
        });
    for (const one of made.definedKeys) user.definedKeys.push({ ...one, ...place, key: fill(one.key) });
  });
}

/** The arguments of a command; `undefined` where they are not all there, or of a kind that is not read. */
function readArguments(reader: LatexReader, parameters: string) {
  const values: ReturnType<typeof readText>[] = [];
  for (const parameter of parameters) {
    let value: ReturnType<typeof readText>;
    if (parameter === 'm') {
      value = readText(reader);
      if (!value) return undefined;
    } else if (parameter === 'o') {
      const option = reader.readOption();
      value = option && { ...option, path: reader.text.slice(option.start, option.end).trim() };
    } else if (parameter !== '*') return undefined;
    else if (reader.text.charCodeAt(reader.position) === star) reader.position++;
    values.push(value);
  }
  return values;
}
