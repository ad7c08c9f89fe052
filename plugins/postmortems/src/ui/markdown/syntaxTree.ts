/** The parts of an HTML syntax tree that matter here. */
export interface Node {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

export function descendantsOf(node: Node): Node[] {
  return (node.children ?? []).flatMap(child => [
    child,
    ...descendantsOf(child),
  ]);
}
