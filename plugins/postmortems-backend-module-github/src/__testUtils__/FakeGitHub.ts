import { FakeServer } from 'backstage-plugin-postmortems-node/testUtils';
import type {
  FakeResponse,
  FakeRequest,
} from 'backstage-plugin-postmortems-node/testUtils';

interface FakeIssue {
  number: number;
  title: string;
  body: string;
  labels: { name: string }[];
  state: 'open' | 'closed';
  state_reason: string | null;
  html_url: string;
  created_at: string;
  updated_at: string;
}

const REPO = '/api/v3/repos/acme/shop';

/** Simulates the issues of one repository, `acme/shop`, as in GitHub's REST API documentation. */
export class FakeGitHub {
  readonly server = new FakeServer(request => this.#answer(request));
  readonly token: string;
  /** Whether the token has access to the repository. */
  permitted = true;
  issues: FakeIssue[] = [];
  #numbered = 0;
  #host = '';

  constructor(token: string) {
    this.token = token;
  }

  /** @returns the portal configuration for it */
  async start() {
    const url = await this.server.start();
    this.#host = new URL(url).host;
    return {
      host: this.#host,
      apiBaseUrl: `${url}/api/v3`,
      token: this.token,
    };
  }

  issue(number: number): FakeIssue {
    return this.issues.find(each => each.number === number)!;
  }

  #answer({ method, path, query, headers, body }: FakeRequest): FakeResponse {
    if (headers.authorization !== `Bearer ${this.token}`) {
      return problem(401, 'Bad credentials');
    }
    // GitHub hides inaccessible private repositories.
    if (!this.permitted || !path.startsWith(REPO)) {
      return problem(404, 'Not Found');
    }
    const [, collection, number] = path.slice(REPO.length).split('/');
    if (!collection) return { status: 200, body: { full_name: 'acme/shop' } };
    if (collection !== 'issues') return problem(404, 'Not Found');
    if (!number) {
      return method === 'POST'
        ? { status: 201, body: this.#create(body) }
        : { status: 200, body: this.#list(query) };
    }
    if (Number(number) > this.#numbered) return problem(404, 'Not Found');
    const issue = this.issue(Number(number));
    if (!issue) return problem(410, 'This issue was deleted');
    if (method === 'PATCH') {
      Object.assign(issue, { state_reason: 'reopened' }, body);
    }
    return { status: 200, body: issue };
  }

  #create(body: any): FakeIssue {
    const number = ++this.#numbered;
    const now = new Date().toISOString();
    const issue: FakeIssue = {
      number,
      title: body.title,
      body: body.body,
      labels: body.labels.map((name: string) => ({ name })),
      state: 'open',
      state_reason: null,
      html_url: `http://${this.#host}/acme/shop/issues/${number}`,
      created_at: now,
      updated_at: now,
    };
    this.issues.push(issue);
    return issue;
  }

  #list(query: URLSearchParams): FakeIssue[] {
    const size = Number(query.get('per_page') ?? 30);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    const state = query.get('state') ?? 'open';
    return [...this.issues]
      .reverse()
      .filter(
        issue =>
          (state === 'all' || issue.state === state) &&
          issue.updated_at >= (query.get('since') ?? ''),
      )
      .slice(start, start + size);
  }
}

function problem(status: number, message: string): FakeResponse {
  return {
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest' },
  };
}
