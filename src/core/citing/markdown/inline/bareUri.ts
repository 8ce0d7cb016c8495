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
