/** One value that a text of a node may name; the tree of all of them is what the variable picker shows. */
export interface VariableNode {
  /** What stands between the braces: `$jobsMapByNodeKey.abc.id`. Empty for a heading that cannot be chosen itself. */
  value: string;
  label: string;
  /** JSON Schema's word for it (`string`, `array`, ...); absent when nothing is known. */
  type?: string;
  /** A value seen before: pinned sample data. */
  sample?: unknown;
  children?: VariableNode[];
}
