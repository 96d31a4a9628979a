import type { Descriptors } from '../model/descriptors';
import type { BranchIndex, FlowDocument, FlowNode, Place } from '../model/document';

/** What an execution made of a node, drawn on its card. */
export interface NodeOverlay {
  /** Status of its newest job: PENDING, RESOLVED, FAILED, ... */
  status: string;
  /** How many jobs it had: more than one in loops. */
  count: number;
  /** How many of them did not succeed. */
  failed?: number;
}

export interface NodeProblems {
  violations: number;
  findings: number;
}

/** What the canvas asks for in edit mode. The page carries it out, so that undo knows of it. */
export interface CanvasCommands {
  insert(place: Place, type: string): void;
  move(key: string, to: Place): void;
  remove(key: string, keep: BranchIndex | null): void;
  copy(key: string): void;
  paste(place: Place): void;
  change(key: string, change: Partial<Pick<FlowNode, 'title' | 'onFailure'>>): void;
  /** Whether there is something to paste. */
  canPaste: boolean;
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
  /** Opens what belongs to a node: double click or Enter. */
  onOpen?: (key: string) => void;
  /** Required in edit mode. */
  commands?: CanvasCommands;
}
