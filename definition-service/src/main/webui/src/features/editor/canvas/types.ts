import type { AnyStatus } from '@/features/executions/model/status';
import type { Descriptors } from '../model/descriptors';
import type { BranchIndex, FlowDocument, FlowNode, Place } from '../model/document';

/** What an execution made of a node, drawn on its card. */
export interface NodeOverlay {
  /** Status of the job that matters most: what is under way, else what is in trouble, else the newest. */
  status: AnyStatus;
  /** How many jobs it had: more than one in loops. */
  count: number;
  /** How many of them did not succeed. */
  troubled?: number;
}

export interface NodeProblems {
  violations: number;
  findings: number;
}

/** What the canvas asks for in edit mode. The page carries it out, so that undo knows of it. */
export interface CanvasCommands {
  /** @param takeIn the branch of the new node that takes in what stood there; null leaves it behind the node */
  insert(place: Place, type: string, takeIn: BranchIndex | null): void;
  /** @param keys of a run: nodes that follow each other in one list; so in the others */
  move(keys: readonly string[], to: Place): void;
  remove(keys: readonly string[], keep: BranchIndex | null): void;
  /** The nodes as text, with their branches, and with what follows them when asked to. */
  copy(keys: readonly string[], withFollowers: boolean): string | null;
  /** @param text copied nodes; null for what was copied last */
  paste(place: Place, text: string | null): void;
  change(key: string, change: Partial<Pick<FlowNode, 'title' | 'onFailure'>>): void;
}

export interface FlowCanvasProps {
  document: FlowDocument;
  descriptors: Descriptors;
  mode: 'edit' | 'view';
  /** By node key; the trigger's is `$trigger`. */
  overlay?: ReadonlyMap<string, NodeOverlay>;
  problems?: ReadonlyMap<string, NodeProblems>;
  /** Key of the selected node, or `$trigger`. */
  selected?: string | null;
  onSelect?: (key: string | null) => void;
  /** Opens what belongs to a node: a click on its card, or Enter. */
  onOpen?: (key: string) => void;
  /** How much of the right side something lies over, in px: what is selected is shown beside it. */
  covered?: number;
  /** Required in edit mode. */
  commands?: CanvasCommands;
}
