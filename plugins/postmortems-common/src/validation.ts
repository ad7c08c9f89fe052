import type { z } from 'zod';
import { truncateText } from './kernel/truncateText';

/** Longer values aren't quoted, and longer field names are cut. */
const MAX_QUOTED = 60;
const MAX_UNKNOWN = 5;

const TYPE_NAMES: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
};

const FORMAT_NAMES: Record<string, string> = {
  datetime: 'an ISO 8601 time',
  date: 'a date such as 2026-12-24',
  url: 'an http or https URL',
  email: 'an email address',
};

/**
 * Options for `safeParse` that replace the validator's wording. Each message completes a sentence
 * that starts with the name of a field, such as "must be at most 100". Messages in the schema
 * itself take precedence.
 *
 * @public
 */
export const plainIssues: { error: z.core.$ZodErrorMap; reportInput: true } = {
  error: explain,
  reportInput: true,
};

/**
 * Describes an issue in full: the field, what it must be and the value received.
 *
 * @param issue - from a `safeParse` with {@link plainIssues}
 * @param root - name of the whole value, such as `body`, for issues that aren't about a single
 * field
 * @public
 */
export function describeIssue(issue: z.core.$ZodIssue, root: string): string {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys
      .slice(0, MAX_UNKNOWN)
      .map(key => abridge(field ? `${field}.${key}` : key));
    return `${names.join(', ')} ${issue.message}`;
  }
  return `${field || root} ${messageOf(issue)}`;
}

/**
 * Says what a field must be, with the value received if that helps.
 *
 * @param issue - from a `safeParse` with {@link plainIssues}
 * @public
 */
export function messageOf(issue: z.core.$ZodIssue): string {
  // Schema messages describe wrong values, so missing values need their own message, except in a
  // union, whose message lists the accepted forms.
  if (
    issue.input === undefined &&
    !['custom', 'invalid_union'].includes(issue.code)
  ) {
    return 'is required';
  }
  return `${issue.message}${received(issue)}`;
}

/**
 * Formats the path of a field, such as `list[0].url`.
 *
 * @public
 */
export function fieldName(path: PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function explain(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeName(issue.expected)}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map(String))}`;
    case 'invalid_format':
      return `must be ${
        FORMAT_NAMES[issue.format] ?? `a valid ${issue.format}`
      }`;
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin !== 'number'
        ? 'must not be empty'
        : limit('at least', issue.origin, issue.minimum);
    case 'too_big':
      return limit('at most', issue.origin, issue.maximum);
    case 'unrecognized_keys':
      return unknownKeys(issue);
    case 'invalid_union':
      return explainUnion(issue.errors);
    default:
      return 'is not valid';
  }
}

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function oneOf(values: string[]): string {
  return values.length === 1 ? values[0] : `one of ${values.join(', ')}`;
}

function limit(
  bound: string,
  origin: string,
  value: number | bigint | Date,
): string {
  if (origin === 'string') return `must be ${bound} ${value} characters`;
  if (origin === 'array') return `must have ${bound} ${value} items`;
  return `must be ${bound} ${value}`;
}

function unknownKeys({ keys, inst }: z.core.$ZodRawIssue): string {
  const verb = (keys as string[]).length > 1 ? 'are' : 'is';
  const definition = (inst as z.core.$ZodType | undefined)?._zod.def as
    | { shape?: Record<string, unknown> }
    | undefined;
  const known = Object.keys(definition?.shape ?? {});
  return known.length > 0
    ? `${verb} not known here; use ${known.join(', ')}`
    : `${verb} not known here`;
}

/**
 * Explains the problem with the union option that the value resembles most. If that is unclear,
 * lists the types of all options.
 */
function explainUnion(options: z.core.$ZodIssue[][]): string {
  const isOtherType = ([first]: z.core.$ZodIssue[]) =>
    first?.code === 'invalid_type' && first.path.length === 0;
  const similar = options.filter(issues => !isOtherType(issues));
  if (similar.length === 1) {
    const [[{ path, message }]] = similar;
    const field = fieldName(path);
    return field ? `is not valid: ${field} ${message}` : message;
  }
  const types = options
    .filter(isOtherType)
    .map(([first]) => typeName((first as { expected: string }).expected));
  return similar.length === 0
    ? `must be ${[...new Set(types)].join(' or ')}`
    : 'matches none of the allowed forms';
}

/** The received value, if it is short and quoting it helps. */
function received({ code, input, message }: z.core.$ZodIssue): string {
  if (message === 'is required' || message.includes(', not ')) return '';
  if (code === 'too_small' || code === 'too_big') {
    return typeof input === 'number' ? `, not ${input}` : '';
  }
  if (code === 'invalid_type' && typeof input === 'object') {
    if (input === null) return ', not null';
    return Array.isArray(input) ? ', not an array' : ', not an object';
  }
  if (typeof input === 'number' || typeof input === 'boolean') {
    return `, not ${input}`;
  }
  const isQuotable =
    typeof input === 'string' &&
    input.trim() !== '' &&
    input.length <= MAX_QUOTED &&
    !/\p{Control}|\p{Surrogate}/u.test(input);
  return isQuotable ? `, not "${input}"` : '';
}

function abridge(name: string): string {
  return name.length > MAX_QUOTED ? `${truncateText(name, MAX_QUOTED)}…` : name;
}
