/** `letter Latin letter Latin …`; `-` for a letter that is not written. */
function table(text: string): [string, string][] {
  const words = text.trim().split(/\s+/);
  return words.flatMap((letter, index): [string, string][] =>
    index % 2 ? [] : [[letter, words[index + 1] === '-' ? '' : words[index + 1]!]],
  );
}

const latin = table('ß ss æ ae œ oe ø o ð d đ d þ th ł l ı i ħ h ŋ ng ŧ t ə e ƒ f');
const greek = table(
  'α a β b γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
);
/** й and ё decompose, so they are listed by their base letter. */
const cyrillic = table(`
  а a б b в v г g ґ g д d ђ dj е e є ye ж zh з z и i і i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ф f х kh ц ts ч ch
  џ dz ш sh щ shch ъ - ы y ь - э e ю yu я ya ө o ү u ң ng қ k ғ g ұ u һ h ә a`);
/** Short vowels are not written, so they are not here either. */
const arabic = table(`
  ا a ب b پ p ت t ث th ج j چ ch ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ک k گ g ل l م m ن n ه h و w
  ي y ی y ى a ة a ء - ٹ t ڈ d ڑ r ں n ے e ہ h ھ h`);
const hebrew = table(`
  א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע - פ p ף f צ ts ץ ts ק k ר r ש sh ת t`);
/** The vowel that a consonant has where no other is written is not here. */
const devanagari = table(`
  अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ai ओ o औ au क k ख kh ग g घ gh ङ ng च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh
  न n प p फ ph ब b भ bh म m य y र r ल l ळ l व v श sh ष sh स s ह h \u093e a \u093f i \u0940 i \u0941 u \u0942 u \u0943 ri \u0947 e \u0948 ai
  \u094b o \u094c au \u094d -`);
const georgian = table(`
  ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh
  ჯ j ჰ h`);
const armenian = table(`
  ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r
  ց ts ւ v փ p ք k օ o ֆ f`);
/** Hepburn; with the voiced ones composed. */
const kana = table(`
  あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne
  の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o ん n が ga ぎ gi
  ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po
  ゃ ya ゅ yu ょ yo っ - ー -`);

/** What Latin letters other scripts' letters are written with, in lower case, where Unicode does not decompose them. */
export const latinLetters: ReadonlyMap<string, string> = new Map(
  [latin, greek, cyrillic, arabic, hebrew, devanagari, georgian, armenian, kana].flat(),
);
