import { editDistance } from '../text/editDistance';
import {
  type Alphabet,
  alphabetOf,
  cyrillicAlphabet,
  endsLikeSlavicName,
  skeletons,
} from '../text/scripts/alphabets';
import { type SyllabicScript, syllabicScriptOf } from '../text/scripts/syllables';

/** Words, by their numbers, that another one may be when it is written in another script. */
export interface WordsInScript {
  readonly ids: readonly number[];
  /** What the having of one of them says of having the word: less where several make it up. */
  readonly weight: number;
  /** How surely they are the word. */
  readonly trust: number;
}

const shortestSure = 3;
/** Skeletons as long as this may differ in one letter. */
const shortestDiffering = 6;
/** … and go on by an ending of so many. */
const longestEnding = 3;
/** Trust in words of the same sound, and in those where only the beginning, or each half, has it. */
const spelledTrust = 0.85;
/** Trust in words whose letters tell little. */
const vagueTrust = 0.6;
const surnameTrust = 0.5;
const halvesTrust = 0.6;
/** Steps of looking for characters that are read like one word at most. */
const maxSteps = 4000;
const maxSurnames = 64;

type ByKey = Map<string, number[]>;

/** The words of one script, in pairs of characters. */
interface Pairs {
  readonly byFirst: ByKey;
  /** First characters, by their readings before any other character. */
  readonly byReading: Map<string, Set<string>>;
}

/** Latin words by how they would be written in a script, the first `made` of them. */
interface LatinKeys {
  readonly table: ByKey;
  made: number;
}

/**
 * The words of a library that are not in Latin letters, to be found by how they are written in them, and the other way. Words are sorted
 * in when they are first asked for; a library in Latin letters has no work with it.
 */
export class ScriptWords {
  private sorted = 0;
  private readonly latin: number[] = [];
  private readonly own = new Map<Alphabet, ByKey>();
  private readonly pairs = new Map<SyllabicScript, Pairs>();
  private readonly latinKeys = new Map<Alphabet | SyllabicScript, LatinKeys>();

  /** Latin words that end like Slavic names, of the first `slavicMade`. */
  private readonly slavicNames: ByKey = new Map();
  private slavicMade = 0;

  constructor(private readonly words: readonly string[]) {}

  /** Whether there are words whose characters are syllables. */
  get hasSyllables(): boolean {
    this.sortIn();
    return this.pairs.size > 0;
  }

  /**
   * The words that are the same in another script, the surest first; with `isBeginning`, those that begin so, too. Skeletons that tell little are for Latin
   * words of which nothing else `isKnown`.
   */
  like(word: string, isBeginning: boolean, isKnown: boolean): readonly WordsInScript[] {
    const syllabic = syllabicScriptOf(word);
    if (syllabic) return this.latinLikePair(word, syllabic);
    const alphabet = alphabetOf(word);
    if (alphabet) {
      const isSurer = isKnown && alphabet.isOfConsonants === true;
      return this.sameSkeleton(this.latinTable(alphabet), word, alphabet, isBeginning, isSurer);
    }
    this.sortIn();
    const found = [
      ...[...this.own].flatMap(([alphabet, table]) =>
        this.sameSkeleton(table, word, alphabet, isBeginning, isKnown),
      ),
      ...this.readLike(word, isBeginning),
      ...this.surnamesLike(word),
      ...(isKnown ? [] : this.slavicNamesLike(word)),
    ];
    return found.sort((a, b) => b.trust - a.trust);
  }

  private sortIn(): void {
    for (; this.sorted < this.words.length; this.sorted++) {
      const word = this.words[this.sorted]!;
      if (word.charCodeAt(0) < 0x370) {
        this.latin.push(this.sorted);
        continue;
      }
      const alphabet = alphabetOf(word);
      if (alphabet) {
        const table = known(this.own, alphabet, (): ByKey => new Map());
        for (const skeleton of skeletons(word, alphabet)) put(table, skeleton, this.sorted);
        continue;
      }
      const script = syllabicScriptOf(word);
      if (script) this.sortPairIn(word, this.sorted, script);
    }
  }

  private sortPairIn(word: string, id: number, script: SyllabicScript): void {
    const [first = '', next] = word;
    const readings = script.readings(first, next);
    if (!readings.length) return;
    const pairs = known(this.pairs, script, (): Pairs => ({ byFirst: new Map(), byReading: new Map() }));
    put(pairs.byFirst, first, id);
    for (const reading of readings) known(pairs.byReading, reading, () => new Set<string>()).add(first);
  }

  /** The same name in Latin letters as another language writes it: Dostoevsky for Dostojewski. */
  private slavicNamesLike(word: string): readonly WordsInScript[] {
    if (!endsLikeSlavicName.test(word)) return [];
    for (; this.slavicMade < this.latin.length; this.slavicMade++) {
      const id = this.latin[this.slavicMade]!;
      const other = this.words[id]!;
      if (endsLikeSlavicName.test(other))
        for (const skeleton of skeletons(other, cyrillicAlphabet)) put(this.slavicNames, skeleton, id);
    }
    const ids = skeletons(word, cyrillicAlphabet)
      .filter(({ length }) => length >= shortestSure)
      .flatMap(skeleton => this.slavicNames.get(skeleton) ?? []);
    return ids.length ? [{ ids: [...new Set(ids)], weight: 1, trust: spelledTrust }] : [];
  }

  private sameSkeleton(
    table: ByKey,
    word: string,
    alphabet: Alphabet,
    isBeginning: boolean,
    isKnown: boolean,
  ): readonly WordsInScript[] {
    const wanted = skeletons(word, alphabet);
    const isSure = !alphabet.isOfConsonants && wanted.every(({ length }) => length >= shortestSure);
    if (!wanted.length || (isKnown && !isSure)) return [];
    const found = new Set<number>();
    for (const skeleton of wanted) for (const id of table.get(skeleton) ?? []) found.add(id);
    if (isBeginning || (!found.size && !isKnown))
      for (const [skeleton, ids] of table)
        for (const one of wanted) {
          const isLike = !isKnown && one.length >= shortestDiffering && editDistance(one, skeleton, 1) <= 1;
          const goesOn = isBeginning && (!alphabet.isOfConsonants || one.length >= shortestSure);
          // Чайковского is one of the forms of Tchaikovsky.
          const isInflected =
            one.length >= shortestDiffering &&
            skeleton.length - one.length <= longestEnding &&
            skeleton.startsWith(one);
          if (isLike || isInflected || (goesOn && skeleton.startsWith(one)))
            for (const id of ids) found.add(id);
        }
    return found.size ? [{ ids: [...found], weight: 1, trust: isSure ? spelledTrust : vagueTrust }] : [];
  }

  /** The words of characters that are read, one after another, like one in Latin letters. */
  readLike(word: string, isBeginning: boolean): readonly WordsInScript[] {
    this.sortIn();
    if (!this.pairs.size || !/^[a-z]+$/.test(word)) return [];
    return [...this.pairs].flatMap(([script, pairs]) => {
      const plain = script.plain(word);
      const { ids, length } = new ReadingSearch(this.words, script, pairs, plain, isBeginning).find();
      return ids.length ? [{ ids, weight: 1 / Math.max(1, length - 1), trust: spelledTrust }] : [];
    });
  }

  /** The words that begin with a character that is read like all of one in Latin letters: names begin with surnames. */
  private surnamesLike(word: string): readonly WordsInScript[] {
    const ids = [...this.pairs].flatMap(([script, { byFirst, byReading }]) => {
      const characters = script.hasSurnames ? byReading.get(script.plain(word)) : undefined;
      return [...(characters ?? [])].flatMap(character => byFirst.get(character) ?? []);
    });
    return ids.length ? [{ ids: ids.slice(0, maxSurnames), weight: 1, trust: surnameTrust }] : [];
  }

  /** The Latin words that are read like a pair of characters: `Weiming` for 伟明, `Zhang` and `Wei` for 张伟. */
  private latinLikePair(pair: string, script: SyllabicScript): readonly WordsInScript[] {
    const [first = '', next] = pair;
    if (next === undefined) return [];
    const table = this.latinTable(script);
    const [before, after] = [script.readings(first, next), script.readings(next)];
    const whole = before.flatMap(a => after.flatMap(b => table.get(a + b) ?? []));
    if (whole.length) return [{ ids: whole, weight: 1, trust: spelledTrust }];
    const halves = [before, after].map(readings => readings.flatMap(reading => table.get(reading) ?? []));
    return halves.every(ids => ids.length)
      ? [{ ids: [...new Set(halves.flat())], weight: 0.5, trust: halvesTrust }]
      : [];
  }

  /** Latin words by how they would be written in a script. */
  private latinTable(script: Alphabet | SyllabicScript): ByKey {
    this.sortIn();
    const keys = known(this.latinKeys, script, (): LatinKeys => ({ table: new Map(), made: 0 }));
    for (; keys.made < this.latin.length; keys.made++) {
      const id = this.latin[keys.made]!;
      const word = this.words[id]!;
      const all = 'plain' in script ? [script.plain(word)] : skeletons(word, script);
      for (const key of all) put(keys.table, key, id);
    }
    return keys.table;
  }
}

/** Looks for characters, each pair of which the library has, that are read one after another like a word. */
class ReadingSearch {
  private steps = 0;
  private readonly ids = new Set<number>();
  /** Whether the word can end from a character at a place. */
  private readonly known = new Map<string, boolean>();
  private longest = 0;

  constructor(
    private readonly words: readonly string[],
    private readonly script: SyllabicScript,
    private readonly pairs: Pairs,
    private readonly plain: string,
    private readonly isBeginning: boolean,
  ) {}

  /** The pairs, and of how many characters they are made. */
  find(): { readonly ids: readonly number[]; readonly length: number } {
    const { byReading } = this.pairs;
    for (let length = 1; length <= this.plain.length; length++)
      for (const character of byReading.get(this.plain.slice(0, length)) ?? [])
        this.goOn(character, length, 1);
    return { ids: [...this.ids], length: this.longest };
  }

  /** `character` was read up to `at`. */
  private goOn(character: string, at: number, count: number): boolean {
    const place = `${character}${at}`;
    const before = this.known.get(place);
    if (before !== undefined) return before;
    // What comes back to the same place has got nowhere.
    this.known.set(place, false);
    let reached = false;
    for (const id of this.pairs.byFirst.get(character) ?? []) {
      if (this.steps++ > maxSteps) break;
      const next = [...this.words[id]!][1];
      const isEnd =
        next === undefined ? at === this.plain.length && count === 1 : this.reads(next, at, count);
      if (!isEnd) continue;
      this.ids.add(id);
      this.longest = Math.max(this.longest, count + 1);
      reached = true;
    }
    this.known.set(place, reached);
    return reached;
  }

  /** Whether the rest of the word can be read from this character on. */
  private reads(character: string, at: number, count: number): boolean {
    const rest = this.plain.slice(at);
    if (!rest) return false;
    let reached = false;
    for (const reading of this.script.readings(character)) {
      if (reading && (reading === rest || (this.isBeginning && reading.startsWith(rest)))) reached = true;
      else if (rest.startsWith(reading) && this.goOn(character, at + reading.length, count + 1))
        reached = true;
    }
    return reached;
  }
}

function put(table: ByKey, key: string, id: number): void {
  known(table, key, () => []).push(id);
}

/** What a table has, made now if it has nothing yet. */
function known<K, V>(table: Map<K, V>, key: K, make: () => V): V {
  const value = table.get(key) ?? make();
  table.set(key, value);
  return value;
}
