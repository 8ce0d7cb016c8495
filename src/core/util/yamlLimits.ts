const maxDepth = 100;
const maxProperties = 1000;

/** YAML no person wrote, on which the parser would take time or memory beyond all measure: `[[[[…`, `&a &a &a …`. */
export function exceedsYamlLimits(yaml: string): boolean {
  let depth = 0;
  let properties = 0;
  for (let at = 0; at < yaml.length; at++) {
    const character = yaml[at];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    else if (character === '&' || character === '!' || character === '?') properties++;
    if (depth > maxDepth || properties > maxProperties) return true;
  }
  return false;
}
