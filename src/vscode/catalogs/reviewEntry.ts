import * as vscode from 'vscode';
import { fieldWord } from '../../core/catalogs/records/provenance';
import { personName } from '../../core/catalogs/text/names/personName';
import { plainLabel } from '../../core/display/text/plainText';
import type { LibraryReference } from '../../core/library/libraryService';
import type { CslItem, Name } from '../../core/model/reference';
import { yearOf } from '../../core/model/year';

/** Fields that are shown, in the order people write them; each can be changed. */
const textFields = [
  'title',
  'container-title',
  'collection-title',
  'publisher',
  'edition',
  'volume',
  'issue',
  'page',
  'number',
  'DOI',
  'ISBN',
  'URL',
  'note',
] as const;

interface Row extends vscode.QuickPickItem {
  readonly edit?: () => Promise<Reviewed | undefined>;
}

export interface Reviewed {
  readonly key: string;
  readonly item: CslItem;
}

/** The file that the entry is written to, by name; `choose` asks for another where there are several. */
export interface ReviewedPlace {
  readonly name: string;
  /** It is the one: nobody has to be asked again. */
  readonly accept: () => Promise<void>;
  readonly choose?: (() => Promise<ReviewedPlace | undefined>) | undefined;
}

/** Shows an entry before it is written; its key and its texts can be changed. `undefined` when it is not to be written. */
export async function reviewEntry(
  { key, item }: LibraryReference,
  notes: readonly string[],
  target?: ReviewedPlace,
): Promise<Reviewed | undefined> {
  let entry: Reviewed = { key, item };
  let place = target;
  for (;;) {
    const rows = [
      ...rowsOf(entry, place),
      ...placeRow(place, chosen => {
        place = chosen;
      }),
    ];
    const chosen = await vscode.window.showQuickPick(rows, {
      title: vscode.l10n.t('Add This Entry?'),
      placeHolder:
        notes.length > 0
          ? plainLabel(notes.join(' · '))
          : vscode.l10n.t('Enter adds it; choose a field to change it'),
      ignoreFocusOut: true,
    });
    if (!chosen) return undefined;
    if (!chosen.edit) {
      await place?.accept();
      return entry;
    }
    entry = (await chosen.edit()) ?? entry;
  }
}

function placeRow(place: ReviewedPlace | undefined, set: (place: ReviewedPlace) => void): Row[] {
  if (!place) return [];
  const edit = async () => {
    const chosen = await place.choose?.();
    if (chosen) set(chosen);
    return undefined;
  };
  return [{ label: vscode.l10n.t('Bibliography'), description: plainLabel(place.name), edit }];
}

function rowsOf(entry: Reviewed, place: ReviewedPlace | undefined): Row[] {
  const { key, item } = entry;
  const added = place
    ? vscode.l10n.t('Add to {0} as {1}', plainLabel(place.name), plainLabel(key))
    : vscode.l10n.t('Add as {0}', plainLabel(key));
  return [
    { label: `$(check) ${added}` },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Citation key'),
      description: plainLabel(key),
      edit: async () => {
        const changed = await ask(vscode.l10n.t('Citation key'), key, value =>
          /^[^\s{}(),"'%#~\\@]+$/.test(value)
            ? undefined
            : vscode.l10n.t('A key has no blanks, commas, braces or quotation marks.'),
        );
        return changed ? { key: changed, item: { ...item, id: changed } } : undefined;
      },
    },
    {
      label: vscode.l10n.t('Authors'),
      description: plainLabel((item.author ?? []).map(written).join('; ')),
      edit: async () => changedAuthors(entry),
    },
    { label: vscode.l10n.t('Year'), description: yearOf(item) ?? '', edit: async () => changedYear(entry) },
    ...textFields.flatMap((field): Row[] =>
      typeof item[field] === 'string' || field === 'title'
        ? [
            {
              label: headed(fieldWord(field)),
              description: plainLabel(String(item[field] ?? '')),
              edit: async () => {
                const value = await ask(headed(fieldWord(field)), String(item[field] ?? ''));
                return value === undefined
                  ? undefined
                  : { key, item: { ...item, [field]: value || undefined } };
              },
            },
          ]
        : [],
    ),
  ];
}

async function changedAuthors({ key, item }: Reviewed): Promise<Reviewed | undefined> {
  const text = await ask(
    vscode.l10n.t('Authors, as “Family, Given; Family, Given”'),
    (item.author ?? []).map(written).join('; '),
  );
  if (text === undefined) return undefined;
  const author = text
    .split(/\s*;\s*/)
    .filter(Boolean)
    .map(personName)
    .filter(name => name !== undefined);
  return { key, item: { ...item, author } };
}

async function changedYear({ key, item }: Reviewed): Promise<Reviewed | undefined> {
  const year = await ask(vscode.l10n.t('Year'), yearOf(item) ?? '', value =>
    /^\d{4}$/.test(value) ? undefined : vscode.l10n.t('Four digits.'),
  );
  return year ? { key, item: { ...item, issued: { 'date-parts': [[Number(year)]] } } } : undefined;
}

/** `van Rossum, Guido`, `King, Martin Luther, Jr.`: as it is read again. */
function written(name: Name): string {
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family]
    .filter(Boolean)
    .join(' ');
  return name.literal ?? [family, name.given, name.suffix].filter(Boolean).join(', ');
}

function headed(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

async function ask(
  title: string,
  value: string,
  validateInput?: (value: string) => string | undefined,
): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title,
    value,
    ignoreFocusOut: true,
    ...(validateInput && { validateInput }),
  });
}
