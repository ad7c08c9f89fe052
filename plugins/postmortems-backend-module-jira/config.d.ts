/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

export interface Config {
  postmortems?: {
    trackers?: {
      /** Tickets in Jira. */
      jira?: {
        /** Where people see it, such as https://acme.atlassian.net. */
        baseUrl: string;

        /**
         * Where its API is, if elsewhere: https://api.atlassian.com/ex/jira/CLOUD-ID for a token
         * with scopes.
         */
        apiBaseUrl?: string;

        /** Whether it is Cloud rather than Data Center. By default as the address tells. */
        cloud?: boolean;

        /** The e-mail address of the account that the API token is of. Left out for Data Center. */
        email?: string;

        /**
         * An API token of Cloud, or a personal access token of Data Center.
         *
         * @visibility secret
         */
        token: string;

        /** The type of the issues made. By default Task. */
        issueType?: string;

        /** Labels of the issues made, besides one to find each by. By default postmortem. */
        labels?: string[];

        /**
         * The secret of the webhook that tells of changed issues. Without it, webhooks are refused.
         *
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
  };
}
