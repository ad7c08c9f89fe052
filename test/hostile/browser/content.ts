import { createHmac, randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';

/** The affected entity, which no other test uses. */
export const SERVICE = 'quota-service';

interface Texts {
  /** Prefix of all titles, for finding them. */
  mark: string;
  texts: string[];
  corpora: Record<string, string[]>;
}

/**
 * Imports postmortems with hostile text in every field: one with all texts, a published one, and
 * one per text as its title.
 */
export async function contentOf(
  request: APIRequestContext,
  { mark, texts, corpora }: Texts,
): Promise<{ full: string; published: string }> {
  // A user other than the guest, who is notified of becoming the owner.
  const session = await request.get('/api/auth/demo-user/refresh', {
    headers: { 'x-demo-user': 'user:default/priya.raman' },
  });
  const { backstageIdentity } = await session.json();
  const headers = { Authorization: `Bearer ${backstageIdentity.token}` };
  const send = async (path: string, data: object) => {
    const response = await request.post(`/api/postmortems${path}`, {
      headers,
      data,
    });
    if (!response.ok()) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };

  const all = [...texts, ...Object.values(corpora).flat()].join('\n\n');
  const line = all.replaceAll('\n', ' ');
  const guest = 'user:default/guest';
  const full = (title: string, more: object = {}) => ({
    importKey: randomUUID(),
    title,
    severity: 'SEV-1',
    severityHistory: [
      {
        severity: 'SEV-1',
        at: '2026-03-10T09:00:00Z',
        reason: line.slice(0, 999),
      },
    ],
    startedAt: '2026-03-10T09:00:00Z',
    resolvedAt: '2026-03-10T11:00:00Z',
    entityRefs: [`component:default/${SERVICE}`],
    ownerRef: guest,
    contributors: texts
      .filter(text => text.length <= 100)
      .map(role => ({ userRef: guest, role }))
      .slice(0, 1),
    links: texts.slice(0, 10).map(text => ({
      url: `https://example.com/"onmouseover="hostile(1)`,
      title: text,
    })),
    sections: Object.fromEntries(
      ['summary', 'impact', 'what-happened', 'resolution', 'got-lucky'].map(
        key => [key, all],
      ),
    ),
    timeline: [
      {
        occurredAt: '2026-03-10T09:10:00Z',
        text: all,
        link: { url: 'https://example.com', title: texts[0] },
      },
    ],
    contributingFactors: texts
      .slice(0, 5)
      .map(text => ({ title: text, description: all })),
    actionItems: texts.slice(0, 5).map(text => ({
      title: `${text} ${mark}`,
      description: all,
      kind: 'prevent',
      priority: 'P1',
      status: 'open',
      ownerRef: guest,
    })),
    noActionItemsReason: line.slice(0, 1_999),
    waiver: {
      reason: line.slice(0, 1_999),
      approverRef: 'user:default/grace.kim',
    },
    extension: {
      reason: line.slice(0, 1_999),
      approverRef: 'user:default/grace.kim',
      dueAt: '2026-05-01T00:00:00Z',
    },
    ...more,
  });

  for (const text of texts) {
    await send('/postmortems', {
      title: `${text} ${mark}`.slice(0, 200),
      severity: 'SEV-1',
      startedAt: '2026-03-10T09:00:00Z',
      entityRefs: [`component:default/${SERVICE}`],
      ownerRef: guest,
      links: [{ url: 'https://example.com', title: text }],
    });
  }
  const { id: published } = await send(
    '/import',
    full(`${mark} ${texts[1]}`.slice(0, 200), {
      status: 'published',
      publishedAt: '2026-03-11T09:00:00Z',
    }),
  );
  const { id } = await send(
    '/import',
    full(`${mark} ${texts[0]}`.slice(0, 200)),
  );
  for (const anchor of [undefined, 'summary', 'timeline']) {
    await send(`/postmortems/${id}/comments`, { markdown: all, anchor });
  }
  return { full: id, published };
}

/** Declares incidents with hostile titles and service names, like an incident tool. */
export async function sendHostileIncident(
  request: APIRequestContext,
  { mark, texts }: Omit<Texts, 'corpora'>,
): Promise<void> {
  // The demo secret in app-config.yaml.
  const key = Buffer.from(
    'ZXZlcnlvbmUga25vd3MgdGhpczogb25seSBmb3IgdGhlIGRlbW8hIQ==',
    'base64',
  );
  for (const [index, text] of texts.slice(0, 5).entries()) {
    const body = JSON.stringify({
      id: `${mark}-${index}`,
      title: `${mark} ${text}`,
      severity: text.slice(0, 60),
      startedAt: '2026-03-10T09:00:00Z',
      services: [{ id: `service ${index} ${text}`.slice(0, 200), name: text }],
      note: text,
    });
    const id = randomUUID();
    const time = Math.floor(Date.now() / 1_000);
    const signature = createHmac('sha256', key)
      .update(`${id}.${time}.${body}`)
      .digest('base64');
    const response = await request.post(
      '/api/postmortems/incident-sources/generic',
      {
        data: body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(time),
          'webhook-signature': `v1,${signature}`,
        },
      },
    );
    if (!response.ok()) throw new Error(await response.text());
  }
}
