/** How words begin that bodies call themselves by, and people do not. */
const stems =
  /(?<![\p{L}\p{M}])(?:universi|institut|istitut|instytut|d[eé]part[ae]ment|departament|dipartiment|minist(?:ry|ère|erio|ério|erium|ero)|consorti|collaborat|kollaborat|organi[sz]ation|associa[tçz]|asociaci|foundation|fondation|fundaci|fundaç|fondazion|stiftung|laborator|initiative|federation|föderation|commission|comisi|kommission|committee|comit[eé]|academ[yi]|académie|akademi|investigators|authority|administration|agency|agencia|gesellschaft|societ[yà]|soci[eé]t[eé]|sociedad|bundes(?:amt|anstalt|minister|verband|zentrale)|statistics|statistisch|arbeitsgruppe|working|contributors|developers)/iu;

/** Words that stand so in the names of bodies, whole. */
const wholeWords =
  /(?<![\p{L}\p{M}])(?:groupe?|grupo|gruppo|gruppe|teams?|council|cent(?:ers|re|res|ro)|zentrum|network|programme?|project|alliance|office|bureau|company|corporation|corp|inc|ltd|llc|gmbh|plc|hospitals?|national|international|united|european|task force|study|editors|editorial|staff|museum|library|survey|services|panel|partnership|observatory|government|parliament|union|division|directorate|secretariat|research|labs|ministers)(?![\p{L}\p{M}])/iu;

/** Names of bodies that are names of people too: `MIT Press`, `William H. Press`. */
const familyNamesToo =
  /(?<![\p{L}\p{M}])(?:press|schools?|world|center|college|church|bank|board|trust|lab|unit)(?![\p{L}\p{M}])/iu;

/** An initial with its stop, as people have it. */
const initial = /(?<!\p{L})\p{Lu}\.(?!\p{Lu})/u;

/** Whether a name is that of a body: an institution, a collaboration, a company. */
export function isBody(name: string): boolean {
  // `Bureau, Jean`
  const given = /^[\p{L}'’-]+,\s*(\p{Lu}\S*(?:\s\p{Lu}\S*)?)$/u.exec(name)?.[1];
  if (given !== undefined && !stems.test(given) && !wholeWords.test(given)) return false;
  if (stems.test(name) || wholeWords.test(name)) return true;
  // `Institute for …`, `Bundesamt für …`, `William of Ockham`: none of them has a family name.
  if (/^the\s|\p{L}\s(?:for|of|für|pour|para)\s\p{L}/iu.test(name)) return true;
  // `Meta AI`; in a name in capitals it is one.
  if (/\sAI$/.test(name) && /\p{Ll}/u.test(name)) return true;
  if (!familyNamesToo.test(name)) return false;
  return !initial.test(name);
}

/** Words that make a body of whatever stands before them: `ATLAS` and `Collaboration`, deposited as if they were a person's. */
export function isBodyAlone(word: string): boolean {
  return /^(?:collaborations?|consortium|group|team|committee|investigators|network|initiative|organi[sz]ation|university|institute|foundation|association|society|council|agency|department)$/i.test(
    word,
  );
}
