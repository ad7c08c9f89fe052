import { FakeServer } from 'backstage-plugin-postmortems-node/testUtils';
import type {
  FakeResponse,
  FakeRequest,
} from 'backstage-plugin-postmortems-node/testUtils';

interface FakeStatus {
  name: string;
  statusCategory: { key: string };
}

interface FakeIssue {
  key: string;
  fields: {
    summary: string;
    description: unknown;
    labels: string[];
    issuetype: { name: string };
    status: FakeStatus;
    resolution: { name: string } | null;
  };
}

const status = (name: string, category: string): FakeStatus => ({
  name,
  statusCategory: { key: category },
});

/** The statuses of the workflow. Each has transitions to all others. */
export const WORKFLOW = [
  status('In Progress', 'indeterminate'),
  status('To Do', 'new'),
  status("Won't Do", 'done'),
  status('Done', 'done'),
];

/**
 * Simulates one project, `OPS`, as in Jira's REST API documentation: v3 for Cloud, v2 for Data
 * Center.
 */
export class FakeJira {
  readonly server = new FakeServer(request => this.#answer(request));
  readonly #version: 2 | 3;
  readonly #authorization: string;
  /** Whether the account has access to the project. */
  permitted = true;
  issues: FakeIssue[] = [];
  workflow = WORKFLOW;
  #numbered = 0;

  constructor(version: 2 | 3, authorization: string) {
    this.#version = version;
    this.#authorization = authorization;
  }

  issue(key: string): FakeIssue {
    return this.issues.find(each => each.key === key)!;
  }

  #answer({ method, path, headers, body }: FakeRequest): FakeResponse {
    const api = `/rest/api/${this.#version}/`;
    if (headers.authorization !== this.#authorization) {
      return { status: 401, body: { message: 'Client must be authenticated' } };
    }
    if (!path.startsWith(api)) return { status: 404 };
    const [resource, name, part] = path.slice(api.length).split('/');
    switch (`${method} ${resource}`) {
      case 'POST search':
        // Cloud has removed the older endpoint, and Data Center lacks the newer one.
        if ((name === 'jql') !== (this.#version === 3)) {
          return { status: this.#version === 3 ? 410 : 404 };
        }
        return { status: 200, body: this.#search(body.jql, body.maxResults) };
      case 'GET project':
        return this.permitted && name === 'OPS'
          ? { status: 200, body: { key: 'OPS' } }
          : refusal(404, `No project could be found with key '${name}'.`);
      case 'POST issue':
        return part
          ? this.#transition(name, body.transition.id)
          : this.#create(body.fields);
      case 'GET issue':
        return part ? this.#transitions(name) : this.#get(name);
      default:
        return { status: 404 };
    }
  }

  #create(fields: any): FakeResponse {
    const problems: Record<string, string> = {
      ...((!this.permitted || fields.project.key !== 'OPS') && {
        project: 'valid project is required',
      }),
      ...(fields.issuetype.name !== 'Task' && {
        issuetype: 'Specify a valid issue type',
      }),
      ...((typeof fields.description === 'string') !==
        (this.#version === 2) && {
        description: 'Operation value must be of the right kind of document',
      }),
      ...(fields.labels.some((label: string) => label.includes(' ')) && {
        labels: 'The label contains spaces which is invalid.',
      }),
    };
    if (Object.keys(problems).length > 0) {
      return { status: 400, body: { errorMessages: [], errors: problems } };
    }
    const key = `OPS-${++this.#numbered}`;
    this.issues.push({
      key,
      fields: { ...fields, status: status('To Do', 'new'), resolution: null },
    });
    return { status: 201, body: { id: String(this.#numbered), key } };
  }

  #get(key: string): FakeResponse {
    const issue = this.permitted && this.issue(key);
    return issue ? { status: 200, body: issue } : missing();
  }

  #search(jql: string, maxResults: number) {
    const [, label] = /^labels = "([^"]+)"$/.exec(jql)!;
    return {
      issues: this.issues
        .filter(({ fields }) => fields.labels.includes(label))
        .slice(0, maxResults),
    };
  }

  #transitions(key: string): FakeResponse {
    const { fields } = this.issue(key);
    return {
      status: 200,
      body: {
        transitions: this.workflow
          .map((to, index) => ({
            id: String(index),
            name: `To ${to.name}`,
            to,
          }))
          .filter(({ to }) => to.name !== fields.status.name),
      },
    };
  }

  #transition(key: string, id: string): FakeResponse {
    this.issue(key).fields.status = this.workflow[Number(id)];
    return { status: 204 };
  }
}

function refusal(code: number, message: string): FakeResponse {
  return { status: code, body: { errorMessages: [message], errors: {} } };
}

function missing(): FakeResponse {
  return refusal(
    404,
    'Issue does not exist or you do not have permission to see it.',
  );
}
