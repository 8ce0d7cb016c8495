/** No address is longer; it bounds how far is looked back for its beginning. */
const maxLength = 500;
/** Of Pandoc's schemes (Text.Pandoc.URI) those that addresses in texts have. */
const begun =
  /(?:^|[^\p{L}\p{N}])(?:https?|ftps?|sftp|mailto|xmpp|irc|git|ssh|file|doi|urn):[^\s<>"{}|\\^`[\]]*$/iu;
const rest = /[^\s<>"{}|\\^`[\]]*/y;

/** Where the address ends that was begun before `at` and goes on there (`autolink_bare_uris`); `undefined` where none is. */
export function endOfBareUri(text: string, at: number): number | undefined {
  if (!begun.test(text.slice(Math.max(0, at - maxLength), at))) return undefined;
  rest.lastIndex = at;
  rest.test(text);
  return rest.lastIndex;
}

/** A local part as Pandoc takes it (`emailAddress`): words of letters, digits and much else, each of which begins with a letter or digit. */
const word = String.raw`[\p{L}\p{N}][\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;]*`;
const localPart = new RegExp(String.raw`(?:^|[^\p{L}\p{N}])${word}(?:\.${word})*$`, 'u');
const domain = /@[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/uy;

/** Where the e-mail address ends whose `@` is at `at` (`see/@roe` is one to Pandoc); `from` is where the text begins that it may be of. */
export function endOfBareEmail(text: string, at: number, from: number): number | undefined {
  if (!localPart.test(text.slice(Math.max(from, at - maxLength), at))) return undefined;
  domain.lastIndex = at;
  return domain.test(text) ? domain.lastIndex : undefined;
}
