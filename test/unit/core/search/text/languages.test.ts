import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldWord } from '../../../../../src/core/search/text/fold';
import { rootsIn } from '../../../../../src/core/search/text/languages/derivations';
import { detectLanguages } from '../../../../../src/core/search/text/languages/detectLanguages';
import { stemsIn, umlautSpellings } from '../../../../../src/core/search/text/languages/inflections';
import { Language } from '../../../../../src/core/search/text/languages/languages';
import { alphabetOf, alphabets, skeletons } from '../../../../../src/core/search/text/scripts/alphabets';
import { indexOf, paper } from '../support';

const titles: Readonly<Record<string, readonly string[]>> = {
  english: [
    'Attention Is All You Need',
    'On the Origin of Species',
    'Training Verifiers to Solve Math Word Problems',
  ],
  german: ['Kritik der reinen Vernunft', 'Die Verwandlung', 'Statistik und Praxis', 'Entwurfslehre'],
  french: [
    'L’être et le néant',
    'Les formes élémentaires de la vie religieuse',
    'Sociologie des organisations',
  ],
  spanish: ['Cien años de soledad', 'La rebelión de las masas', 'Historia de las ideas'],
  portuguese: ['A invenção da solidão', 'As nações e os cidadãos'],
  russian: ['Война и мир', 'Биосфера', 'Первые опыты'],
  ukrainian: ['Усні історії про село'],
  bulgarian: ['Първите читалища'],
  greek: ['Η ιστορία'],
  semitic: ['تاريخ الأدب', 'תולדות העיר'],
  romanian: ['Viața satului și a bisericii', 'Cântece din munții noștri'],
  southSlavic: ['Gradovi i sela na rijeci'],
  polish: ['O pojęciu nauki', 'Drogi polskiej literatury'],
  czech: ['Dějiny českých zemí', 'Škola a výchova'],
  turkish: ['Kent tarihi araştırmaları', 'Çocukların dil gelişimi'],
  vietnamese: ['Lịch sử Việt Nam'],
  finnish: ['Maaseudun kirjastojen kehitys', 'Lasten leikit kerrostalopihoilla'],
  estonian: ['Külade õnn ja haridus'],
  baltic: ['Vaikų žaidimai', 'Bērnu rotaļas'],
  basque: ['Euskal ipuinak eta kondairak'],
  indonesian: ['Pendidikan anak di pedesaan dan kota'],
  indic: ['भाषाओं का इतिहास'],
  hungarian: ['A falusi könyvtárak története', 'Levelek a frontról: katonák és családok'],
};
for (const [name, examples] of Object.entries(titles))
  test(`${name} titles are told`, () => {
    for (const title of examples)
      assert.ok(detectLanguages(title) & Language[name as keyof typeof Language], title);
  });

test('what an entry states tells the language, unless the text is plainly in another', () => {
  for (const stated of ['romanian', 'ro', 'ro-RO', 'Română', 'ron'])
    assert.equal(detectLanguages('Lumina', stated), Language.romanian, stated);
  assert.equal(detectLanguages('Grundlagen', 'ngerman'), Language.german);
  assert.equal(detectLanguages('Народна поезия', 'bg'), Language.bulgarian);
  assert.equal(detectLanguages('The Life of the Forest', 'german'), Language.english);
  assert.equal(detectLanguages('Критика чистого разума', 'en'), detectLanguages('Критика чистого разума'));
  assert.equal(detectLanguages('Grundlagen', 'klingon'), Language.unknown);
});

test('a name tells no language', () => assert.equal(detectLanguages('Grundlagen'), Language.unknown));

const forms: readonly (readonly [keyof typeof Language, string])[] = [
  ['german', 'Haus Häuser Hauses Häusern'],
  ['german', 'wissenschaftlich wissenschaftliche wissenschaftlichen'],
  ['french', 'cheval chevaux'],
  ['french', 'social sociale sociaux sociales'],
  ['spanish', 'voz voces'],
  ['spanish', 'revolución revoluciones'],
  ['portuguese', 'nação nações'],
  ['portuguese', 'homem homens'],
  ['russian', 'научная научной научных научные'],
  ['russian', 'революция революций революции революцию'],
  ['russian', 'рынок рынка рынке'],
  ['polish', 'nauka nauki nauce naukę'],
  ['polish', 'początek początku początki'],
  ['czech', 'škola školy školách školou'],
  ['turkish', 'kitap kitapların kitabı kitaplar'],
  ['spanish', 'migrante migrantes migración'],
  ['portuguese', 'cão cães'],
  ['portuguese', 'pão pães'],
  ['bulgarian', 'читалище читалището читалищата'],
  ['ukrainian', 'історія історії історією'],
  ['southSlavic', 'rijeka rijeke rijekama'],
  ['scandinavian', 'älv älven älvarna älvarnas'],
  ['scandinavian', 'kyrka kyrkor kyrkorna'],
  ['dutch', 'huis huizen'],
  ['dutch', 'brief brieven'],
  ['dutch', 'bibliotheek bibliotheken'],
  ['finnish', 'kirjasto kirjastot kirjastojen kirjastoissa'],
  ['finnish', 'kehitys kehityksen'],
  ['finnish', 'maaseutu maaseudun maaseudulla'],
  ['hungarian', 'könyvtár könyvtárak könyvtárban'],
  ['hungarian', 'nyelv nyelvek nyelvet'],
  ['hungarian', 'szó szavak szavakat'],
  ['french', 'œil yeux'],
  ['french', 'vieillir vieillissement'],
  ['italian', 'uomo uomini'],
  ['italian', 'lettore lettori lettrice lettrici'],
  ['dutch', 'stad steden'],
  ['polish', 'krew krwi'],
  ['czech', 'dům domu domy'],
  ['turkish', 'ev evler evlerde'],
  ['ukrainian', 'ніч ночі ночей'],
  ['ukrainian', 'збірка збірок збірки'],
  ['bulgarian', 'град градове градът'],
  ['romanian', 'carte cărți cărților'],
  ['romanian', 'floare flori florile'],
  ['romanian', 'oraș orașe orașelor'],
  ['southSlavic', 'početak početka početku'],
  ['southSlavic', 'dijete djeca djece'],
  ['scandinavian', 'mand mænd mændene'],
  ['scandinavian', 'bok böcker böckerna'],
  ['scandinavian', 'rum rummet'],
  ['finnish', 'ranta rannan rannalla'],
  ['finnish', 'vesi veden'],
  ['semitic', 'ספר ספרים הספרים בספר'],
  ['semitic', 'لغة لغات'],
  ['semitic', 'شهر شهرها شهرهای'],
  ['estonian', 'mets metsad metsade metsas'],
  ['baltic', 'miškas miškai miškų'],
  ['baltic', 'mežs meži mežu'],
  ['basque', 'mendi mendiko mendietan'],
  ['indic', 'भाषा भाषाएँ भाषाओं'],
];
for (const [language, words] of forms)
  test(`${words} are forms of one word`, () => {
    const [first, ...others] = words
      .split(' ')
      .map(word => new Set(stemsIn(Language[language], foldWord(word))));
    for (const stems of others)
      assert.ok(
        [...stems].some(stem => first!.has(stem)),
        `${[...first!]} / ${[...stems]}`,
      );
  });

const families: readonly (readonly [keyof typeof Language, string])[] = [
  ['german', 'erziehen Erzieher Erziehung'],
  ['german', 'forschen Forschung Forscherin'],
  ['french', 'nation national nationalité nationalisme'],
  ['french', 'naître naissance'],
  ['spanish', 'rico riqueza'],
  ['spanish', 'pueblo población'],
  ['spanish', 'nació nacional nacionalitat'],
  ['portuguese', 'nação nacional nacionalismo'],
  ['italian', 'banca banchiere bancario'],
  ['romanian', 'țăran țărănesc'],
  ['russian', 'революция революционный революционер'],
  ['russian', 'исследовать исследование исследователь'],
  ['ukrainian', 'ліс лісовий лісник'],
  ['bulgarian', 'учител училище'],
  ['polish', 'nauczać nauczanie nauczyciel'],
  ['czech', 'výzkum výzkumný výzkumník'],
  ['southSlavic', 'odgoj odgajati odgojitelj'],
  ['greek', 'έρευνα ερευνητής ερευνώ'],
  ['turkish', 'özgür özgürlük'],
  ['scandinavian', 'forska forskare forskning'],
  ['scandinavian', 'opdrage opdragelse opdrager'],
  ['dutch', 'geboren geboorte'],
  ['finnish', 'kasvattaa kasvattaja kasvatus'],
  ['finnish', 'tutkia tutkija tutkimus'],
  ['hungarian', 'nevelni nevelő nevelés'],
  ['estonian', 'uurima uurija uurimine'],
  ['baltic', 'auklėti auklėtojas auklėjimas'],
  ['baltic', 'zveja zvejnieks zvejniecība'],
  ['basque', 'irakasle irakaskuntza irakatsi'],
  ['indonesian', 'tulis menulis penulis tulisan'],
  ['semitic', 'شاعر شعر أشعار'],
  ['semitic', 'مدرسة درس مدرسي'],
  ['semitic', 'חינוך מחנך חינוכי'],
];
for (const [language, words] of families)
  test(`${words} are of one root`, () => {
    const [first, ...others] = words
      .split(' ')
      .map(word => new Set(rootsIn(Language[language], foldWord(word))));
    for (const roots of others)
      assert.ok(
        [...roots].some(root => first!.has(root)),
        `${[...first!]} / ${[...roots]}`,
      );
  });

const names = [
  'Достоевский Dostoevsky Dostoevskij Dostoyevsky Dostojewski Dostoïevski',
  'Чехов Chekhov Tschechow Čechov Tchekhov',
  'Чайковский Tchaikovsky Čajkovskij Tschaikowski',
  'Жуковский Zhukovsky Žukovskij',
  'Бахтин Bakhtin Bachtin',
  'Хрущев Khrushchev',
];
for (const spellings of names)
  test(`${spellings} are one name`, () => {
    const alphabet = alphabetOf(foldWord(spellings))!;
    const [first, ...others] = spellings.split(' ').map(name => skeletons(foldWord(name), alphabet));
    for (const other of others)
      assert.ok(
        other.some(skeleton => first!.includes(skeleton)),
        `${first} / ${other}`,
      );
  });

test('a name is found in letters that have no sign for each vowel, however its v is written', () => {
  for (const [own, latin] of [
    ['پرویز', 'Parviz'],
    ['לביא', 'Lavi'],
    ['विजय', 'Vijay'],
  ]) {
    const alphabet = alphabetOf(own!)!;
    const skeletonsOfLatin = skeletons(foldWord(latin!), alphabet);
    assert.ok(
      skeletons(foldWord(own!), alphabet).some(skeleton => skeletonsOfLatin.includes(skeleton)),
      latin,
    );
  }
});

test('umlauts are written with and without an e', () => {
  assert.deepEqual(umlautSpellings('mueller'), ['muller']);
  assert.ok(umlautSpellings('muller').includes('mueller'));
});

const { keys } = indexOf([
  paper('etre', 'L’être et le néant', { authors: ['Jean-Paul Sartre'] }),
  paper('lehre', 'Grundlagen der Produktentwurfslehre', { authors: ['Jürgen Müller'] }),
  paper('haus', 'Häuser und Gärten der Moderne'),
  paper('revolution', 'Структура научных революций', { authors: ['Фёдор Достоевский'] }),
  paper('latin', 'The Poetics of Bakhtin', { authors: ['Mikhail Dostoevsky'] }),
  paper('data', 'データベースの設計'),
  paper('other', 'A Short History of Tuples'),
  paper('kinder', 'Die Kindergärten der Arbeiter'),
  paper('garden', 'Garden Markets of the North'),
  paper('skog', 'Skogsbrukets betydelse för älvarnas ekologi'),
  paper('gyerek', 'Gyermekjátékok a lakótelepeken'),
  paper('uk', 'Усні історії про село'),
  paper('storie', 'Storie di acque e di città'),
]);
const asked: Readonly<Record<string, string>> = {
  'etre et neant': 'etre',
  "l'etre": 'etre',
  'letre neant': 'etre',
  Entwurfslehre: 'lehre',
  Entwürfe: 'lehre',
  Ziergärten: 'haus',
  'haus und garten': 'haus',
  haeuser: 'haus',
  mueller: 'lehre',
  'научная революция': 'revolution',
  Dostojewski: 'revolution',
  'nauchnykh revolyutsiy': 'revolution',
  Бахтин: 'latin',
  データ: 'data',
  skogar: 'skog',
  játék: 'gyerek',
};
for (const [query, key] of Object.entries(asked))
  test(`${query} finds ${key}`, () => assert.ok(keys(query, 2).includes(key), String(keys(query, 3))));

test('forms and parts of compounds go before words that are spelled alike, and before those of other scripts', () => {
  assert.ok(keys('Arbeiter Gärten', 1).includes('kinder'));
  const places = keys('Gärten', 10);
  assert.ok(places.indexOf('kinder') < places.indexOf('garden'), String(places));
  assert.equal(keys('історією', 1)[0], 'uk');
});

test('words of a language that looks like others are found by other forms where their entry states it', () => {
  const named = [
    paper('noc', 'Noci', { language: 'cs' }),
    paper('notte', 'Notti', { language: 'italian' }),
    paper('other', 'Noctuid Moths'),
  ];
  const { keys } = indexOf(named);
  assert.equal(keys('notte', 1)[0], 'notte');
  assert.equal(keys('noc', 1)[0], 'noc');
});

test('a form of a word goes before another word that is spelled alike', () => {
  const { keys } = indexOf([paper('stad', 'Kinderen in de stad'), paper('steven', 'Steven in Numbers')]);
  assert.equal(keys('steden', 1)[0], 'stad');
});

const related = indexOf([
  paper('erziehung', 'Die Erziehung der Kinder'),
  paper('erzwungen', 'Erzwungene Wege und Erze'),
  paper('revolution', 'Революция и народ'),
  paper('revolver', 'Револьвер в ящике'),
  paper('forest', 'Хвороби лісу'),
  paper('poet', 'شعراء الأندلس'),
  paper('ordering', 'Ordering in Finite Groups'),
  paper('writer', 'Para penulis dan kota', { language: 'id' }),
  paper('vrijheid', 'De vrijheid van het woord'),
  paper('vrijdag', 'Vrijdag in de stad'),
]).keys;
for (const [query, key] of Object.entries({
  erziehen: 'erziehung',
  Erzieherin: 'erziehung',
  революционный: 'revolution',
  лісовий: 'forest',
  شعر: 'poet',
  menulis: 'writer',
  vrij: 'vrijheid',
}))
  test(`${query} finds a word that is derived from the same root`, () =>
    assert.equal(related(query, 1)[0], key));

test('forms of a word go before words that are derived from the same root', () => {
  const { keys } = indexOf([
    paper('teacher', 'Erzieher der Fürsten'),
    paper('teaching', 'Erziehungen der Fürsten und ihrer Kinder und Enkel'),
  ]);
  assert.deepEqual(keys('Erziehung', 2), ['teaching', 'teacher']);
});

test('forms of words that begin differently are found in an index that was written and read', () => {
  const { keys } = indexOf([paper('yeux', 'Les yeux du peintre'), paper('oil', 'Oil Painting')]);
  assert.ok(keys('œil', 2).includes('yeux'));
});

const slavic = indexOf([
  paper('dostoevsky', 'Poor Folk', { authors: ['Fyodor Dostoevsky'] }),
  paper('chaikovsky', 'Симфонии Чайковского'),
  paper('lü', '冒险小说史', { authors: ['吕梁'] }),
  paper('other', 'Systems of Post Offices', { authors: ['Ada Dostal'] }),
]).keys;
for (const name of ['Dostojewski', 'Dostojevskij', 'Dostoïevski', 'Достоевский'])
  test(`${name} finds the name in the Latin letters of another language`, () =>
    assert.equal(slavic(name, 1)[0], 'dostoevsky'));
test('an inflected name in Cyrillic is found in Latin letters, whatever follows it', () =>
  assert.equal(slavic('Tschaikowski symphonies', 1)[0], 'chaikovsky'));

test('compounds are found by a short word at their end, however it is inflected', () => {
  const { keys } = indexOf([
    paper('buch', 'Kinderbücher der Aufklärung'),
    paper('other', 'Buying and Selling'),
  ]);
  assert.equal(keys('buch', 1)[0], 'buch');
});

const compounds = indexOf([
  paper('merchant', 'Købmændenes handelsveje gennem Jylland'),
  paper('war', 'Børnebøger i mellemkrigstiden'),
  paper('forest', 'Skogbrukets utvikling i Trøndelag'),
  paper('youth', 'Het lezen van jeugdboeken'),
  paper('nature', 'Metsänhoito ja luonnonsuojelu'),
  paper('school', 'Kasvatus ja haridus Eesti külakoolis'),
  paper('other', 'Sveriges vejrhistorie og hendes bruker'),
]).keys;
for (const [query, key] of Object.entries({
  'handel vej': 'merchant',
  krig: 'war',
  tid: 'war',
  'bruk skog': 'forest',
  jeugdig: 'youth',
  suojella: 'nature',
  kool: 'school',
}))
  test(`${query} finds a compound of it, or of what it is derived from`, () =>
    assert.equal(compounds(query, 1)[0], key));

test('what is common in a language is no part of its compounds', () => {
  const { keys } = indexOf([paper('kinder', 'Lieder für Kinder und Brüder')]);
  assert.deepEqual(keys('der'), []);
});

test('any word has stems and skeletons', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), word => {
      const folded = foldWord(word);
      for (const language of Object.values(Language)) {
        assert.ok(stemsIn(language, folded).length > 0);
        rootsIn(language, folded);
      }
      for (const alphabet of alphabets) skeletons(folded, alphabet);
      detectLanguages(word);
    }),
  );
});
