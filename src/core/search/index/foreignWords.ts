import type { ByteReader, ByteWriter } from '../../util/bytes/byteStream';
import { resizeTypedArray } from '../../util/collections/typedArrays';
import { everyCommonWord } from '../text/languages/commonWords';
import { otherBeginnings, rootsIn } from '../text/languages/derivations';
import { beginningsOfStems, inflected, plainUmlauts, stemsIn } from '../text/languages/inflections';
import {
  Language,
  type Languages,
  languagesOfLetter,
  languagesWithLetter,
} from '../text/languages/languages';
import { isUnspaced } from '../text/scripts/syllables';
import { letterSet } from './letterSet';

/** Languages that write compounds as one word. */
const compoundingLanguages = [
  Language.german,
  Language.dutch,
  Language.scandinavian,
  Language.finnish,
  Language.estonian,
  Language.hungarian,
  Language.baltic,
] as const;
const compounding = compoundingLanguages.reduce<Languages>((all, one) => all | one, Language.unknown);
/** Parts of compounds are words of so many letters at least, and so are the other parts; shorter ones only at an end, or before a long other part. */
const shortestPart = 5;
const shortestRest = 3;
/** Where a language is guessed, or English texts have the word, too, three letters say too little. */
const shortestGuessedStem = 4;
const shortestAtEnd = 3;
const shortestBare = 4;
const maxCompounds = 64;
const foreign = ~Language.english;
/** Languages whose endings fit many a word of others: it is of them only where some text of the library is for sure. */
const onlyWhereTold: Languages =
  Language.romanian |
  Language.southSlavic |
  Language.estonian |
  Language.baltic |
  Language.basque |
  Language.indonesian;

/** Words by language and by what they have in common. */
type Groups = Map<Languages, Map<string, number[]>>;

interface Kin {
  readonly ids: number[];
  /** By stem. */
  readonly families: Groups;
  /** By root. */
  readonly relatives: Groups;
  grouped: number;
  /** What a word of an unknown language was taken for. */
  guessed: Languages;
}

/**
 * The words of a library that texts in other languages than English have, as far as they have to be told: which languages, by forms and
 * by parts of compounds. Words are the numbers of the vocabulary.
 */
export class ForeignWords {
  private languages = new Uint32Array(1024);
  private present: Languages = 0;
  private readonly kin = new Map<string, Kin>();
  private readonly compounds: number[] = [];
  private readonly lettersOfCompounds: number[] = [];

  constructor(private readonly words: readonly string[]) {}

  /** Tells that a text in one of these languages has a word. */
  note(id: number, languages: Languages): void {
    if (id >= this.languages.length)
      this.languages = resizeTypedArray(this.languages, Math.max(id + 1, this.languages.length * 2));
    const before = this.languages[id]!;
    if ((before | languages) === before) return;
    const word = this.words[id]!;
    // Pairs of characters have no forms.
    if (isUnspaced(word.charCodeAt(0))) return;
    const now = before | inItsLetters(word, languages);
    if (now === before) return;
    this.languages[id] = now;
    this.present |= now;
    const isNew = !(before & foreign) && (now & foreign) !== 0;
    if (isNew) for (const beginning of beginningsOf(word, now)) this.kinOf(beginning).ids.push(id);
    else if (now & foreign) this.regroup(word, now);
    if (!(before & compounding) && now & compounding && word.length >= shortestPart + shortestRest) {
      this.compounds.push(id);
      this.lettersOfCompounds.push(letterSet(word));
    }
  }

  /** The languages it may be in; a word that English texts have, too, is not of an unknown one. */
  private languagesOf(id: number): Languages {
    const languages = this.languages[id]!;
    return languages & Language.english ? languages & ~Language.unknown : languages;
  }

  private kinOf(beginning: string): Kin {
    let kin = this.kin.get(beginning);
    if (!kin) {
      kin = { ids: [], families: new Map(), relatives: new Map(), grouped: 0, guessed: 0 };
      this.kin.set(beginning, kin);
    }
    return kin;
  }

  /** A word is of one more language: its kin are grouped anew when they are next asked for. */
  private regroup(word: string, languages: Languages): void {
    for (const beginning of beginningsOf(word, languages)) forgetGroups(this.kinOf(beginning));
  }

  /** Forms of a word in any of the languages. */
  family(word: string): readonly number[] {
    if (!(this.present & foreign)) return [];
    const found = new Set<number>();
    const languages = this.possible(this.present) & languagesWithLetter(word.charCodeAt(0));
    for (const beginning of beginningsOfStems(word)) {
      const kin = this.kin.get(beginning);
      if (!kin) continue;
      this.group(kin);
      for (const [language, families] of kin.families)
        if (languages & language)
          for (const stem of stemsIn(language, word))
            for (const id of families.get(stem) ?? []) found.add(id);
    }
    return [...found];
  }

  /** Words of a language that is told that may be derived from the same root, each with the length of the longest that it shares. */
  relatives(word: string): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const languages = this.present & foreign & languagesWithLetter(word.charCodeAt(0));
    if (!(languages & ~Language.unknown)) return found;
    for (const beginning of beginningsOf(word, languages)) {
      const kin = this.kin.get(beginning);
      if (!kin) continue;
      this.group(kin);
      for (const [language, relatives] of kin.relatives)
        if (languages & language)
          for (const root of rootsIn(language, word))
            for (const id of relatives.get(root) ?? [])
              if (root.length > (found.get(id) ?? 0)) found.set(id, root.length);
    }
    return found;
  }

  /** The languages that some may be, an unknown one being any that can be guessed. */
  private possible(languages: Languages): Languages {
    if (!(languages & Language.unknown)) return languages;
    return languages | ~onlyWhereTold | (this.present & onlyWhereTold);
  }

  /** Sorts those of the words that are new into families. */
  private group(kin: Kin): void {
    const { ids, families, relatives } = kin;
    const guessed = this.possible(Language.unknown);
    if (kin.guessed !== guessed) {
      forgetGroups(kin);
      kin.guessed = guessed;
    }
    for (; kin.grouped < ids.length; kin.grouped++) {
      const id = ids[kin.grouped]!;
      const told = this.languagesOf(id);
      const languages = this.possible(told) & languagesWithLetter(this.words[id]!.charCodeAt(0));
      for (const language of inflected) {
        if (!(languages & language)) continue;
        const shortest = told & language && !(told & Language.english) ? 0 : shortestGuessedStem;
        for (const stem of stemsIn(language, this.words[id]!)) {
          if (stem.length < shortest) continue;
          put(families, language, stem, id);
        }
        if (!(told & language)) continue;
        for (const root of rootsIn(language, this.words[id]!)) put(relatives, language, root, id);
      }
    }
  }

  /** Compounds that have a word as a part, with or without its ending: `entwurfslehre` for `lehre`, `skogsbruk` for `skogar`. */
  compoundsWith(word: string): readonly number[] {
    if (word.length < shortestAtEnd || everyCommonWord.has(word)) return [];
    return this.compoundsOf(language => partsOf(word, language));
  }

  /** Compounds that have what a word is derived from as a part: `jugendbuch` for `jugendlich`. */
  compoundsWithRoot(word: string): readonly number[] {
    if (word.length <= shortestPart) return [];
    return this.compoundsOf(language =>
      rootsIn(language, word).filter(({ length }) => length >= shortestPart),
    );
  }

  private compoundsOf(partsIn: (language: Languages) => readonly string[]): readonly number[] {
    if (!this.compounds.length) return [];
    const parts = new Map<string, Languages>();
    for (const language of compoundingLanguages)
      if (this.present & (language | Language.unknown))
        for (const part of partsIn(language)) parts.set(part, (parts.get(part) ?? 0) | language);
    const wanted = [...parts].map(([part, languages]) => ({
      part,
      // A short part says too little where nothing tells the language.
      languages: part.length < shortestPart ? languages : languages | Language.unknown,
      letters: letterSet(part),
    }));
    const found: number[] = [];
    for (const [place, id] of this.compounds.entries()) {
      const missing = ~this.lettersOfCompounds[place]!;
      for (const { part, languages, letters } of wanted) {
        if (letters & missing || !(languages & this.languagesOf(id))) continue;
        // English has many a word that ends like another.
        if (part.length < shortestPart && this.languagesOf(id) & Language.english) continue;
        if (!isPart(part, this.words[id]!) && !endsInFormOf(part, this.words[id]!, languages)) continue;
        found.push(id);
        break;
      }
      if (found.length >= maxCompounds) break;
    }
    return found;
  }

  /** Whether it may be of a language that writes compounds as one word. */
  isCompounding(id: number): boolean {
    return id < this.languages.length && (this.languagesOf(id) & compounding) !== 0;
  }

  /** Writes what `read` reads, of words in the order given; those of English texts alone take no room. */
  write(writer: ByteWriter, order: Uint32Array): void {
    const told: (readonly [gap: number, languages: Languages])[] = [];
    let last = 0;
    for (const [place, id] of order.entries()) {
      const languages = this.languages[id] ?? 0;
      if (!(this.languagesOfWritten(id) & foreign)) continue;
      told.push([place - last, languages]);
      last = place;
    }
    writer.varint(told.length);
    for (const [gap, languages] of told) {
      writer.varint(gap);
      writer.varint(languages);
    }
  }

  private languagesOfWritten(id: number): Languages {
    return id < this.languages.length ? this.languagesOf(id) : 0;
  }

  read(reader: ByteReader): void {
    // What is not told was in English texts.
    this.languages = new Uint32Array(Math.max(1024, this.words.length * 2)).fill(
      Language.english,
      0,
      this.words.length,
    );
    const count = reader.varint();
    let place = 0;
    for (let i = 0; i < count; i++) {
      place += reader.varint();
      const languages = reader.varint();
      this.languages[place] = 0;
      this.note(place, languages);
    }
  }
}

function forgetGroups(kin: Kin): void {
  kin.families.clear();
  kin.relatives.clear();
  kin.grouped = 0;
}

function put(groups: Groups, language: Languages, shared: string, id: number): void {
  const group = groups.get(language) ?? new Map<string, number[]>();
  groups.set(language, group);
  const members = group.get(shared);
  if (members) members.push(id);
  else group.set(shared, [id]);
}

/** How the stems and roots of a word may begin in some languages. */
function beginningsOf(word: string, languages: Languages): readonly string[] {
  const others = otherBeginnings(word, languages);
  if (!others.length) return beginningsOfStems(word);
  return [...new Set([...beginningsOfStems(word), ...others.flatMap(beginningsOfStems)])];
}

/** The languages of a text that a word in these letters can be of: those of its letters, where they are not those of the text. */
function inItsLetters(word: string, languages: Languages): Languages {
  const possible = languagesOfLetter(word.charCodeAt(0));
  return possible ? languages & possible || possible : languages;
}

/** What of a word stands within compounds: it, and it without its ending, `entwurf` for `entwürfe`. */
function partsOf(word: string, language: Languages): string[] {
  const whole = language === Language.german ? plainUmlauts(word) : word;
  const least = language === Language.german ? shortestPart : shortestBare;
  const bare = stemsIn(language, word)
    .filter(stem => stem.length >= least)
    .reduce((a, b) => (b.length < a.length ? b : a), whole);
  // Where an ending was taken that is none, the whole word is the surer part.
  const isSure = bare.length >= shortestPart && whole.startsWith(bare);
  return isSure || whole === bare ? [bare] : [whole, bare];
}

/** Within a word, what comes before is a word; at its beginning, what comes after is more than an ending. */
function isPart(part: string, compound: string): boolean {
  const at = compound.indexOf(part);
  const after = compound.length - at - part.length;
  if (at < 0 || after + at < shortestRest) return false;
  if (part.length < shortestPart)
    return part.length < shortestBare
      ? at >= shortestBare && after === 0
      : (at === 0 && after >= shortestPart) || (at >= shortestBare && (after === 0 || after >= shortestPart));
  return (at >= shortestRest || at === 0) && (at > 0 || after >= shortestRest + 1);
}

const longestEndingAtEnd = 4;

/** Whether a compound ends in an inflected short part: `kinderbücher` in `buch`. */
function endsInFormOf(part: string, compound: string, languages: Languages): boolean {
  const at = compound.lastIndexOf(part);
  const after = compound.length - at - part.length;
  if (part.length >= shortestPart || at < shortestBare || after > longestEndingAtEnd) return false;
  return compoundingLanguages.some(
    language => (languages & language) !== 0 && stemsIn(language, compound).some(stem => stem.endsWith(part)),
  );
}
