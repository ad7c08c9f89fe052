// A test suite exported for other packages. Some tests depend on optional features.
/* eslint-disable jest/no-export, jest/no-conditional-expect, jest/expect-expect */

import {
  entityRefSchema,
  timelineEventKindSchema,
  timestampSchema,
} from 'backstage-plugin-postmortems-common';
import { z } from 'zod';
import type {
  IncidentChange,
  IncidentSource,
  ParseContext,
  SourceRequest,
} from '../incidents';

/**
 * A source under test, with tool-specific details in the formats documented by the tool.
 *
 * @public
 */
export interface SourceBench {
  source: IncidentSource;
  /** Two configured secrets, as during rotation. */
  secrets: [string, string];
  /** The time that the source sees as current. */
  now: Date;
  /** Returns the headers that the tool sends with a body. */
  sign(options: {
    body: Buffer;
    secret: string;
    at: Date;
  }): SourceRequest['headers'];
  /** The header with the signature or other credentials. */
  signatureHeader: string;
  /** Whether the body is signed, rather than just sent with a secret. */
  signsBody: boolean;
  /** Whether the time is signed, which prevents replay attacks. */
  signsTime: boolean;
  /** Formats a header with several signatures, if the tool sends such headers. */
  several?(signatures: string[]): string;
  /** Bodies about incidents, each with different content. */
  deliveries: unknown[];
  /** Irrelevant bodies, including an unknown type. */
  ignored: unknown[];
  /** For sources that call `ParseContext.incidentsOf`. Default: a group has no incidents. */
  incidentsOf?: ParseContext['incidentsOf'];
  /** For sources that support backfill: a time before the incidents that it finds. */
  backfillSince?: Date;
  /** Cleans up after each test. */
  stop?(): Promise<void>;
}

const person = z.strictObject({
  email: z.string().min(3).optional(),
  name: z.string().min(1).optional(),
});
const identity = {
  incident: z.string().min(1).max(200),
  key: z.string().min(1).max(300),
  at: timestampSchema,
};
const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('declared'),
    ...identity,
    startedAt: timestampSchema.optional(),
    group: z.string().min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('described'),
    ...identity,
    title: z.string().min(1).optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    labels: z.array(z.string().min(1)).optional(),
    private: z.boolean().optional(),
    drill: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('severity-changed'),
    ...identity,
    severity: z.string().min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('services-changed'),
    ...identity,
    services: z.array(
      z.strictObject({
        id: z.string().min(1),
        name: z.string().min(1).optional(),
        otherIds: z.array(z.string().min(1)).optional(),
        entityRef: entityRefSchema.optional(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('times-changed'),
    ...identity,
    startedAt: timestampSchema.optional(),
    acknowledgedAt: timestampSchema.optional(),
    mitigatedAt: timestampSchema.optional(),
    resolvedAt: timestampSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('person-assigned'),
    ...identity,
    person: person.refine(({ email, name }) => email || name, {
      error: 'must have an email or name',
    }),
    role: z.string().min(1),
    commander: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.enum(['acknowledged', 'mitigated', 'resolved', 'reopened']),
    ...identity,
    by: person.optional(),
  }),
  z.strictObject({
    kind: z.literal('cancelled'),
    ...identity,
    reason: z.string().min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('merged'),
    ...identity,
    into: z.string().min(1).max(200),
  }),
  z.strictObject({
    kind: z.literal('note'),
    ...identity,
    text: z.string().trim().min(1),
    timelineKind: timelineEventKindSchema.optional(),
    by: person.optional(),
  }),
]);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const UNKNOWN_SECRET = 'whsec_bm9ib2R5J3Mgc2VjcmV0';

/**
 * Tests that an {@link IncidentSource} meets its contract. Call it in a test file, like `describe`.
 *
 * @param name - the source's name
 * @param setUp - creates a bench for each test
 * @public
 */
export function describeIncidentSource(
  name: string,
  setUp: () => Promise<SourceBench>,
): void {
  describe(`${name} as incident source`, () => {
    let bench: SourceBench;
    let source: IncidentSource;
    beforeEach(async () => {
      bench = await setUp();
      source = bench.source;
    });
    afterEach(() => bench.stop?.());

    const toBody = (json: unknown) => Buffer.from(JSON.stringify(json));
    const request = (
      options: { body?: Buffer; secret?: string; at?: Date } = {},
    ): SourceRequest => {
      const signed = {
        body: toBody(bench.deliveries[0]),
        secret: bench.secrets[0],
        at: bench.now,
        ...options,
      };
      return { headers: bench.sign(signed), body: signed.body };
    };
    const earlier = (ms: number) => new Date(bench.now.getTime() - ms);
    const parse = (body: Buffer) =>
      source.parse(
        { id: 'delivery-1', body, receivedAt: bench.now },
        {
          signal: new AbortController().signal,
          incidentsOf: bench.incidentsOf ?? (async () => []),
          severityOf: () => undefined,
        },
      );
    const expectValid = (changes: IncidentChange[]) => {
      for (const change of changes) changeSchema.parse(change);
      const byKey = new Map<string, IncidentChange>();
      for (const change of changes) {
        expect(byKey.get(change.key) ?? change).toEqual(change);
        byKey.set(change.key, change);
      }
    };
    const refused = (wrong: SourceRequest) => {
      try {
        source.verify(wrong);
      } catch (error) {
        return {
          name: (error as Error).name,
          message: (error as Error).message,
        };
      }
      return 'taken';
    };

    it('has a URL-safe id, a title and annotations', () => {
      expect(source.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(source.title).not.toBe('');
      for (const annotation of source.annotations) {
        expect(annotation).toMatch(/^[a-z0-9.-]+\/[a-z0-9.-]+$/);
      }
    });

    it('accepts requests signed with any secret', () => {
      for (const secret of bench.secrets) {
        const { id } = source.verify(request({ secret }));
        if (id !== undefined) {
          expect(id).not.toBe('');
          expect(id.length).toBeLessThanOrEqual(200);
          expect(source.verify(request({ secret }))).toEqual({ id });
        }
      }
    });

    it('accepts one valid signature among several', () => {
      const { signatureHeader, several } = bench;
      if (!several) return;
      const one = (secret: string) =>
        bench.sign({
          body: toBody(bench.deliveries[0]),
          secret,
          at: bench.now,
        })[signatureHeader] as string;
      const right = request();
      const withAll = (secrets: string[]) => ({
        ...right,
        headers: {
          ...right.headers,
          [signatureHeader]: several(secrets.map(one)),
        },
      });
      expect(refused(withAll([UNKNOWN_SECRET, bench.secrets[1]]))).toBe(
        'taken',
      );
      expect(refused(withAll([bench.secrets[0], UNKNOWN_SECRET]))).toBe(
        'taken',
      );
      expect(refused(withAll([UNKNOWN_SECRET, UNKNOWN_SECRET]))).not.toBe(
        'taken',
      );
    });

    it('rejects everything else, without a reason', () => {
      const right = request();
      const { signatureHeader } = bench;
      const signature = right.headers[signatureHeader] as string;
      const withSignature = (value: string | string[] | undefined) => ({
        ...right,
        headers: { ...right.headers, [signatureHeader]: value },
      });
      const wrong = [
        request({ secret: UNKNOWN_SECRET }),
        { ...right, headers: {} },
        withSignature(undefined),
        withSignature(''),
        withSignature('v1='),
        withSignature([]),
        withSignature(signature.slice(0, -3)),
        withSignature(signature.split('').reverse().join('')),
        withSignature(`${signature}${'0'.repeat(100_000)}`),
      ];
      if (bench.signsBody) {
        wrong.push(
          { ...right, body: Buffer.concat([right.body, Buffer.from(' ')]) },
          { ...right, body: toBody(bench.deliveries[1]) },
          { ...right, body: Buffer.alloc(0) },
        );
      }
      const results = wrong.map(refused);
      expect(results).toEqual(results.map(() => results[0]));
      expect(results[0]).toMatchObject({ name: 'AuthenticationError' });
      const told = JSON.stringify(results[0]);
      for (const secret of bench.secrets) expect(told).not.toContain(secret);
      expect(refused(right)).toBe('taken');
    });

    it('distinguishes new requests from replays', () => {
      const at = (ms: number) => refused(request({ at: earlier(ms) }));
      expect([at(-MINUTE), at(0), at(4 * MINUTE)]).toEqual([
        'taken',
        'taken',
        'taken',
      ]);
      const old = [at(11 * MINUTE), at(24 * 60 * MINUTE), at(-11 * MINUTE)];
      if (bench.signsTime) expect(old).not.toContain('taken');
      else expect(old).toEqual(['taken', 'taken', 'taken']);
    });

    it('reads deliveries deterministically', async () => {
      for (const json of bench.deliveries) {
        const { type, changes } = await parse(toBody(json));
        expect(type).not.toBe('');
        expect([type, changes]).not.toEqual([type, []]);
        expectValid(changes);
        expect(await parse(toBody(json))).toEqual({ type, changes });
      }
    });

    it('gives different changes different keys across deliveries', async () => {
      const parsed = await Promise.all(
        bench.deliveries.map(json => parse(toBody(json))),
      );
      expectValid(parsed.flatMap(({ changes }) => changes));
    });

    it('ignores irrelevant deliveries', async () => {
      for (const json of bench.ignored) {
        const { type, changes } = await parse(toBody(json));
        expect([type, changes]).toEqual([expect.stringMatching(/./), []]);
      }
    });

    it.each(['', '{', 'null', '[]', '"incident"', '7', '{}', '\u0000'])(
      'rejects %j as unreadable',
      async text => {
        await expect(parse(Buffer.from(text))).rejects.toMatchObject({
          name: 'InputError',
        });
      },
    );

    it('reads incomplete deliveries or rejects them', async () => {
      for (const json of bench.deliveries) {
        for (const broken of brokenOnes(json)) {
          const body = toBody(broken);
          try {
            expectValid((await parse(body)).changes);
          } catch (error) {
            if ((error as Error).name !== 'InputError') {
              throw new Error(`${body}: ${(error as Error).stack}`);
            }
          }
        }
      }
    }, 60_000);

    it('backfills incidents deterministically', async () => {
      if (!source.backfill || !bench.backfillSince) {
        expect([source.backfill, bench.backfillSince]).toContain(undefined);
        return;
      }
      const past = async (signal: AbortSignal) => {
        const pages: IncidentChange[][] = [];
        const since = bench.backfillSince!;
        for await (const page of source.backfill!({ since, signal })) {
          pages.push(page);
        }
        return pages;
      };
      const pages = await past(new AbortController().signal);
      expect(pages).not.toEqual([]);
      expectValid(pages.flat());
      const incidents = pages.map(page => [
        ...new Set(page.map(({ incident }) => incident)),
      ]);
      expect(incidents.flat()).toEqual([...new Set(incidents.flat())]);
      expect(await past(new AbortController().signal)).toEqual(pages);
      await expect(past(AbortSignal.abort())).rejects.toThrow();
    });
  });
}

/** Variants of a JSON value, each with one part missing or replaced. */
function* brokenOnes(json: unknown): Iterable<unknown> {
  if (typeof json !== 'object' || json === null) return;
  for (const key of Object.keys(json)) {
    const value = (json as any)[key];
    const put = (other: unknown) =>
      Array.isArray(json)
        ? json.map((each, index) => (String(index) === key ? other : each))
        : { ...json, [key]: other };
    yield put(undefined);
    for (const other of [null, 7, 'else', {}, [null]]) {
      yield put(other);
    }
    for (const broken of brokenOnes(value)) yield put(broken);
  }
}
