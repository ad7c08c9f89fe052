import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RequestHandler } from 'express';
import type express from 'express';
import Router from 'express-promise-router';
import type { Knex } from 'knex';
import { z } from 'zod';
import { BADGES, readBadge, toSvg } from '../badge/ports';
import { parse } from '../kernel/parse';
import type { PublicAccessConfig } from '../kernel/publicAccess';
import type { PolicyBook } from '../policy/PolicyBook';
import { requestLimit } from './requestLimit';
import { sendUnlessKnown } from './sendUnlessKnown';

/** Path of badges, relative to the plugin. */
export const BADGES_PATH = '/badges';

/** How long browsers and proxies can reuse a badge, in seconds. */
const MAX_AGE_SECONDS = 300;

const querySchema = z.strictObject({
  show: z.enum(BADGES).default('days-since'),
});

/** What kinds, namespaces and names of entities consist of. */
const PART = /^[\w.-]{1,63}$/;

/**
 * Serves badges for READMEs, which are fetched without a token. A service that doesn't exist gets
 * the same badge as one without postmortems.
 */
export function createBadgesRouter(options: {
  config: PublicAccessConfig;
  knex: Knex;
  policy: PolicyBook;
  clock: () => Date;
}): express.Router {
  const { config, knex, policy, clock } = options;
  const router = Router();
  if (!config.enabled) return router;

  const serve: RequestHandler = async (req, res) => {
    const { kind, namespace, name } = req.params;
    const { show } = parse(querySchema, req.query, 'query');
    const isRef = [kind, namespace, name].every(part => PART.test(part));
    // No entity has an empty reference.
    const entityRef = isRef
      ? stringifyEntityRef({ kind, namespace, name })
      : '';
    const svg = toSvg(
      await readBadge({ knex, policy, now: clock() }, { entityRef, show }),
    );
    res.setHeader('Cache-Control', `public, max-age=${MAX_AGE_SECONDS}`);
    // Other sites may embed the image. It can't run scripts, even when opened on its own.
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    res.setHeader('Content-Security-Policy', "default-src 'none'");
    sendUnlessKnown(req, res, { mediaType: 'image/svg+xml', text: svg });
  };
  router.get(
    `${BADGES_PATH}/:kind/:namespace/:name.svg`,
    requestLimit(config.maxRequestsPerMinute),
    serve,
  );
  return router;
}
