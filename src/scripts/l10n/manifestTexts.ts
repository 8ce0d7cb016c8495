/** The texts of package.json that people read, which stand in package.nls.json so that they can be translated. */
type Json = { [name: string]: unknown };

/** Fields of `contributes` that VS Code shows. */
const shownFields = new Set(
  `title category description markdownDescription enumDescriptions markdownEnumDescriptions enumItemLabels patternErrorMessage errorMessage
   deprecationMessage markdownDeprecationMessage label contextualTitle contents displayName altText userDescription`.split(
    /\s+/,
  ),
);
/** What language models and programs read. */
const notShown = new Set(['inputSchema', 'when', 'default', 'enum', 'command', 'icon']);
const placeholder = /^%([\w.:-]+)%$/;

/** A text of the manifest: the object or list that holds it, under which name, and its name in package.nls.json. */
interface TextPlace {
  readonly holder: Json | unknown[];
  readonly field: string | number;
  readonly key: string;
  readonly text: string;
}

/** Every text that is shown, as it stands in the manifest: `%key%` or the text itself. */
export function manifestTexts(manifest: Json): TextPlace[] {
  const places: TextPlace[] = [];
  for (const field of ['displayName', 'description'])
    places.push({ holder: manifest, field, key: field, text: String(manifest[field]) });
  const trust = (manifest.capabilities as Json).untrustedWorkspaces as Json;
  places.push({
    holder: trust,
    field: 'description',
    key: 'untrustedWorkspaces',
    text: String(trust.description),
  });
  walk(manifest.contributes as Json, [], places);
  return places;
}

/** The name of a text in package.nls.json, where the manifest says nothing but that. */
export function nlsKey(text: string): string | undefined {
  return placeholder.exec(text)?.[1];
}

/** Moves texts that stand in the manifest itself to package.nls.json. Gives the texts that are used now, by their names in order. */
export function moveTexts(manifest: Json, texts: Readonly<Record<string, string>>): Record<string, string> {
  const used: Record<string, string> = {};
  for (const { holder, field, key, text } of manifestTexts(manifest)) {
    const known = nlsKey(text);
    const name = known ?? freeName(key, text, used);
    if (known === undefined) (holder as Json)[field] = `%${name}%`;
    used[name] = known === undefined ? text : (texts[known] ?? text);
  }
  return used;
}

/** Two welcome texts of one view are two texts. */
function freeName(key: string, text: string, used: Readonly<Record<string, string>>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? key : `${key}.${number}`;
    if (used[name] === undefined || used[name] === text) return name;
  }
}

function walk(value: unknown, path: readonly string[], places: TextPlace[]): void {
  if (Array.isArray(value))
    value.forEach((one, index) => {
      walk(one, [...path, nameOf(one) ?? String(index + 1)], places);
    });
  else if (typeof value === 'object' && value !== null)
    for (const [field, inside] of Object.entries(value as Json)) {
      if (notShown.has(field)) continue;
      const isView = path[0] === 'views' && field === 'name';
      if ((shownFields.has(field) || isView) && !isNameOfSetting(path))
        addTexts(value as Json, field, path, places);
      else walk(inside, [...path, field], places);
    }
}

/** A setting may be called as a field is. */
function isNameOfSetting(path: readonly string[]): boolean {
  return path.at(-1) === 'properties';
}

function addTexts(holder: Json, field: string, path: readonly string[], places: TextPlace[]): void {
  const value = holder[field];
  const key = field === 'category' ? 'category' : keyOf([...path, field]);
  if (typeof value === 'string') places.push({ holder, field, key, text: value });
  else if (Array.isArray(value))
    value.forEach((text, index) => {
      places.push({ holder: value, field: index, key: `${key}.${index + 1}`, text: String(text) });
    });
}

function nameOf(value: unknown): string | undefined {
  const { command, id, viewType, name, view, title } = (value ?? {}) as Json;
  const named = command ?? id ?? viewType ?? name ?? view ?? (nlsKey(String(title))?.split('.')[1] || title);
  return typeof named === 'string' ? named : undefined;
}

/** Settings by their names alone: in which section they are listed may change. */
function keyOf(path: readonly string[]): string {
  const isSetting = path[0] === 'configuration' && path.length > 3;
  return (isSetting ? ['settings', ...path.slice(2)] : path)
    .filter(part => part !== 'properties')
    .join('.')
    .replaceAll('literature.', '')
    .replace(/[^\w.:-]+/g, '');
}
