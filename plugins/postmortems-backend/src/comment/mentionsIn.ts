const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?';

/** `@grace`, `@default/grace`, `@user:default/grace` and `user:default/grace`. */
const MENTION = new RegExp(
  `(?<![\\w@./:#-])(?:@(?:user:)?(?:(${NAME})/)?(${NAME})|user:(${NAME})/(${NAME}))`,
  'g',
);

/** Fenced and inline code. Mentions in it are ignored. */
const CODE =
  /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1|$(?![\s\S]))|(?<!`)(`+)(?!`)[^`]+\2(?!`)/gm;

/** The users that Markdown mentions, as entity references in canonical form. */
export function mentionsIn(markdown: string): string[] {
  const refs = [...markdown.replace(CODE, ' ').matchAll(MENTION)].map(
    ([, atNamespace, atName, namespace, name]) =>
      `user:${atNamespace ?? namespace ?? 'default'}/${
        atName ?? name
      }`.toLocaleLowerCase('en-US'),
  );
  return [...new Set(refs)];
}
