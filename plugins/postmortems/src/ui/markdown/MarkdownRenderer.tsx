import { useMemo } from 'react';
import ReactMarkdown from 'react-markdown';
import type { Components, Options } from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import { CodeSnippet } from '@backstage/core-components';
import { Link } from '../navigation/Link';
import { linkReferences } from './linkReferences';
import { prefixLinks } from './prefixLinks';
import { EntityReference, PostmortemReference } from './ReferenceLink';

export interface MarkdownRendererProps {
  markdown: string;
  className?: string;
  /** Unique on the page. The ids of footnotes and raw HTML start with it. */
  idPrefix: string;
  footnotes: {
    label: string;
    backLabel: string;
    headingLevel: number;
  };
}

/** What `linkReferences` sets on links. */
interface ReferenceAttributes {
  'data-postmortem'?: string;
  'data-action-item'?: string;
  'data-entity'?: string;
}

const attributes = defaultSchema.attributes ?? {};

function optionsFor(idPrefix: string): Pick<
  Options,
  'remarkPlugins' | 'rehypePlugins'
> & {
  components: Components;
} {
  return {
    remarkPlugins: [remarkGfm, remarkBreaks],
    rehypePlugins: [
      [rehypeRaw, { tagfilter: true }],
      [
        rehypeSanitize,
        {
          ...defaultSchema,
          clobberPrefix: idPrefix,
          clobber: ['name', 'id', 'ariaDescribedBy', 'ariaLabelledBy'],
          attributes: {
            ...attributes,
            // Syntax highlighting needs the class, which names the language.
            code: [...(attributes.code ?? []), 'className'],
            ul: [...(attributes.ul ?? []), ['className', 'contains-task-list']],
          },
        },
      ],
      [prefixLinks, idPrefix],
      linkReferences,
    ],
    components: {
      code: ({ inline, className, children }) => {
        const language = /language-(\w+)/.exec(className ?? '')?.[1];
        return !inline && language ? (
          <CodeSnippet
            language={language}
            text={String(children).replace(/\n+$/, '')}
          />
        ) : (
          <code className={className}>{children}</code>
        );
      },
      a: ({ id, href, title, children, ...rest }) => {
        const {
          'data-postmortem': postmortem,
          'data-action-item': actionItem,
          'data-entity': entity,
        } = rest as ReferenceAttributes;
        if (postmortem) {
          return (
            <PostmortemReference id={postmortem} actionItem={actionItem} />
          );
        }
        if (entity) return <EntityReference entity={entity} />;
        if (!href) return <>{children}</>;
        if (!href.startsWith('#')) {
          return (
            <Link to={href} title={title}>
              {children}
            </Link>
          );
        }
        return (
          <a
            id={id}
            href={href}
            title={title}
            aria-label={rest['aria-label']}
            aria-describedby={rest['aria-describedby']}
          >
            {children}
          </a>
        );
      },
    },
  };
}

/**
 * Renders GitHub Flavored Markdown the way GitHub renders comments, with single line breaks
 * preserved. References such as `PM-12` and `@user:default/grace` become links. Drops scripts, event
 * handlers and unsafe links.
 */
export default function MarkdownRenderer(props: MarkdownRendererProps) {
  const { markdown, className, idPrefix, footnotes } = props;
  const options = useMemo(() => optionsFor(idPrefix), [idPrefix]);
  return (
    <ReactMarkdown
      {...options}
      className={className}
      remarkRehypeOptions={{
        // The sanitizer already adds the prefix to all ids.
        clobberPrefix: '',
        footnoteLabel: footnotes.label,
        footnoteLabelTagName: `h${footnotes.headingLevel}`,
        footnoteBackLabel: footnotes.backLabel,
      }}
    >
      {markdown}
    </ReactMarkdown>
  );
}
