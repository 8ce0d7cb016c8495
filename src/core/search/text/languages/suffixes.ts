import type { LanguageName } from './languages';

/**
 * What makes other words of a root, `erzieh-ung`, `erzieh-er`, folded, without the endings of inflection: one may follow another. Verbs have
 * theirs here, since titles are asked for by them and seldom have them. `zja:t` is written where `t` takes the place of `zja`.
 */
export const suffixes: Readonly<Partial<Record<LanguageName, string>>> = {
  german:
    'al ant anz ar at atik ation ator bar chen ei el ell en end ent enz er erei erin haft heit ie ieren iert ig ik iker isch isieren ' +
    'isierung ismus ist istik itat ium iv keit ler lich ling los lung massig n ner nis sam sch schaft t tion tum ung ur voll weise ' +
    'werk wert',
  french:
    'abilite:able able age aire ais aison aitr:aiss al alisme aliste alite ance ant ard at ateur ation cation:quer eau ee ement ence ' +
    'er eri estre et ete ette eur euse eusement:eux ial ibilite:ible ible ication:ier icien:ique icite:ique ie ien ier iere if ion ' +
    'ique ir isation iser isme issement iste ite ition ivement:if ivite:if lement logie:logue mment:nt naire ne nel ner oire oire:or ' +
    'ois on orien:or orique:or ot re:er riat:ire sse te tion ure yer:i',
  spanish:
    'able acio acion ad ador aj al alit ament amente amient an anc anci ancia:ant ante anz ar ari ario atge bilidad:ble cio cion dad ' +
    'dament dor ear edad edor ell enc enci encia:ent ens ente eo er eri es essa et ez i ial ian ible ic icio icion ico id idad idor ' +
    'ient ier ilitat ill imient in ir isic isim isme ismo ist ista it itat iv iv:iu ivament:iu ivitat:iu izacion izar ment nar on or ' +
    'os quez:c quill:c quit:c se tat tiv tori ual ur',
  portuguese:
    'acao ad ador agem al ament an anc anci ante ao ar ari atur avel bilidade:vel cao cion:c dade ear edor eir enci ens ent ente ' +
    'er es esc ez ial ian ic icao id idade idao idor iment in inh ionar:iao ir ismo ista iv ivel iz izacao izar ment nat nte on or ' +
    'ori os quez:c tar tari tiv ud ur vel zinh',
  italian:
    'abil aggi ai al ament an ant anz ar ari at ator azion eggiar ell ent enz er eri es esc ess eta ett evol ezz ial ian ibil ic ier ' +
    'il iment in ion ir ism issim ist it itor iv izi izion izzar izzazion logi ment n on or os si sia:t ta trice ual ul ur ut zion',
  romanian:
    'al an ant ar ari ariat at ati ational ator bil eal ean easc ent er esc ic ii in int iona ir ism ist it itat iti itor iv iz nav ' +
    'nic oas onal onar onist or os ti toar toare uial uit ur uri',
  russian:
    'ал алн ан ани анин анн ант ар ат ател аци ач еб ев езн ен ени енн ент ер еск еств ет ец ив ива иват изм ик ин ир иров ирован ист ' +
    'ит ител ич ическ к лив лищ лн лов ловств н ник ниц нут об ов ова оват овск ок олов оловств он оналн онер онн ор ост от ск ств ' +
    'тел тин ун ц честв чик щик ыва ыват ян яни янин яр ят яци',
  ukrainian:
    'алн алств ан анин анн ант ані ар ат ател ати аці ація ач еб ев ен ени енн ені ер ец ив изм ик ин ист ит ител ити ичн к лив н ник ' +
    'ниц об ов овств ок олов оловств онер онн ост ск ств тел ува уват ц цк цтв янин яр ят яти ячи ів іт ічн',
  bulgarian:
    'ава авам ак ален алн ам ан ани анин анн ант ар ател аци ач ев езн ен ени енн ер ест ец ив изм изъм ик им ин ист ител ич ищ к лив ' +
    'лищ лов н ник ниц об ов овств олов онен онер онн ост ск ств тел ува увам ческ честв ява янин яр',
  greek:
    'αδ αδε αι ακ αρ αω ει ευσ ευτ ευτικ ευω ησ ητ ητικ ιακ ιζω ικ ικοτητ ιν ισμ ιστ ιτ μα ομαι οτητ σ ση τ τα τη τησ τικ τρι ω ωνω ' +
    'ωσ ωτ ωτικ',
  polish:
    'ac acj acz ak aln alny an ani anie ark arz ator ceni ciel cj ck ctw czn ec ecy ek eni enie ic ick iczn iec iecie ien ik in ist ' +
    'izm j jn jonist k l liw n nic nie nik ny ob on osc ow owac owsk rz sk stw tn tw unek wac wc yc yciel yck yczn yjn yk ys yst ywac ' +
    'yzm zeni zj:t',
  czech:
    'ac ace acn ak aln alni ani ar arik arstv at atel avat avatel ba c cen:t ch ck ctv ctvo dl ec ek eln eni eny et ick ik in ism ' +
    'ismus ist it itel iv ivat izmus jic k kyn ln ly n nic nictv nik nout ost ot ov ovat ovatel ovn ovnik sk stv stvo tel tin tv uv v ' +
    'zen:d',
  southSlavic:
    'ac acij alec alk an anj ar at atelj ati av avati c ck ec en enj est eti ez ezen ezn grad ic ij ijstv ik in ism ist istv it itelj ' +
    'iti iv ivac ivati izam k lac n nic nik nj olov ost ot ov oval ovalec ovati sk stv telj',
  turkish:
    'ar ca ce ci cilik cu culuk das dir dur er gen gin ici im in ir is la lan las le len les li lik lu luk ma mak me mek men nce ret ' +
    'sal sel siz suz t tas tir ucu um un ur us yis',
  scandinavian:
    'ad aktig al an and ande are ation ator bar dom el elig else ende er era ere eri eriet full hed het i ig ik inde ing inna is ' +
    'isera isk ism isme ist itet iv l lek lig los mang nad ning sam sel sk skab skap tion vis',
  dutch:
    'aal aar aat age al atie atisch baar eel eer el elijk end er eren erij heid ial ie iek ig ij ing isch isme ist iteit lijk loos nd ' +
    'nis s schap se ster te tie zaam',
  finnish:
    'a aa aja ala as aton e ea i ia ija ilija ime inen io is ismi isti ja kas kk ksellinen:s la lainen lais li lla llinen llis lo lu ' +
    'ma minen mis mus n nta nti nto nut o oa os ri s st sto ta taa tinen tomuus:ton ton tta ttaa ttu tus ty u ua uri us utua uus va ' +
    'vainen ys',
  hungarian:
    'al alm alom ani ar as asz aszat at atlan beli da de edik el elem elm ely emeny eni er es esz eszet et etlen ez hato heto i it j ' +
    'ju ka ke kedik kezik kodik kozik l lag leg many meny ni no nok nyi o odik ok omany os oz sag seg szer szeru szik szor talan ' +
    'telen u vany veny zat zet',
  estonian:
    'aja ama ata dama dus e el ik ja kond lane lik line lis los ma mus nik stama stik tama tud tus u ur us',
  baltic:
    'at ataj ej ejas el et etaj eti etojas ib ien iet imas in inat ini inink ininkas inis inti isk iskas isks it jimas nic niec ' +
    'nieciba niek nieks on onin ot otaj oti otojas sana t taj tajs tav ti toj tojas tojs um uoti yb ykl ymas yste ytoj',
  basque: 'ari era gile i keta ko kuntza le tar tasun tegi ti tsi:s tsu tu tza tzaile zain',
  indonesian: 'an i kan',
  indic: 'इ ई क कार न पन वाद वादी ा ाई िक िय ी ीय',
};

/** What other suffixes change at the end of a root, or within it, each with what stands for both: век, веч-ный; pueblo, poblacion. */
export const softened: Readonly<Partial<Record<LanguageName, readonly (readonly [RegExp, string])[]>>> = {
  russian: [
    [/[чц]$/, 'к'],
    [/[жз]$/, 'г'],
    [/ш$/, 'х'],
    [/щ$/, 'т'],
    [/(?<=[бвмпф])л$/, ''],
  ],
  ukrainian: [
    [/[чц]$/, 'к'],
    [/[жз]$/, 'г'],
    [/[шс]$/, 'х'],
  ],
  bulgarian: [
    [/[чц]$/, 'к'],
    [/[жз]$/, 'г'],
    [/ш$/, 'х'],
  ],
  polish: [
    [/cz$/, 'k'],
    [/(?:dz|z)$/, 'g'],
    [/rz$/, 'r'],
    [/sz$/, 'ch'],
    [/c$/, 'k'],
  ],
  czech: [
    [/c$/, 'k'],
    [/z$/, 'h'],
  ],
  southSlavic: [
    [/c$/, 'k'],
    [/z$/, 'g'],
    [/a(?=[jrv]$)/, 'o'],
  ],
  italian: [[/([cg])h$/, '$1']],
  spanish: [
    [/qu$/, 'c'],
    [/gu$/, 'g'],
    [/ue(?=[^aeiou]*$)/, 'o'],
    [/ie(?=[^aeiou]*$)/, 'e'],
  ],
  finnish: [[/([kpt])\1/g, '$1']],
};
