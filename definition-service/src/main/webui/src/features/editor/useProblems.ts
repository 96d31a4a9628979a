import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { FieldError } from '@/api/problem';
import { validateDocument, versionKeys, type Checked } from '@/api/queries/versions';
import type { NodeProblems } from './canvas/types';
import { TRIGGER, type FlowDocument } from './model/document';

/** After the last key stroke. */
const QUIET = 500;

export interface Problem extends FieldError {
  /** The node at fault; `$trigger` for the workflow itself. */
  key: string;
  isViolation: boolean;
}

export interface Problems {
  all: Problem[];
  /** Violations and findings with pointers into the document as it is now, for the drawers. */
  errors: FieldError[];
  byKey: ReadonlyMap<string, NodeProblems>;
  violations: number;
  /** Whether what is shown is about an older document. */
  isChecking: boolean;
}

/** What the services say about the document, shortly after each change. */
export function useProblems(document: FlowDocument, isEnabled: boolean): Problems {
  const quiet = useQuiet(document);
  const { data, isFetching } = useQuery({
    queryKey: versionKeys.validation(quiet),
    queryFn: ({ signal }) => validateDocument(quiet, signal),
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 10_000,
  });
  const checked = isEnabled ? data : undefined;
  return useMemo(
    () => ({ ...problemsOf(checked, document), isChecking: isEnabled && (isFetching || quiet !== document) }),
    [checked, document, isFetching, quiet, isEnabled],
  );
}

export function problemsOf(checked: Checked | undefined, document: FlowDocument): Omit<Problems, 'isChecking'> {
  const about = (isViolation: boolean) => (error: FieldError) => ({
    ...error,
    isViolation,
    key: keyAt(error.pointer, checked?.document ?? document),
  });
  const all = [...(checked?.violations.map(about(true)) ?? []), ...(checked?.findings.map(about(false)) ?? [])];
  const byKey = new Map<string, NodeProblems>();
  for (const { key, isViolation } of all) {
    const { violations, findings } = byKey.get(key) ?? { violations: 0, findings: 0 };
    byKey.set(key, { violations: violations + Number(isViolation), findings: findings + Number(!isViolation) });
  }
  const violations = checked?.violations.length ?? 0;
  return { all, byKey, violations, errors: all.map((problem) => ({ ...problem, pointer: moved(problem, document) })) };
}

function keyAt(pointer: string, document: FlowDocument): string {
  const index = /^\/nodes\/(\d+)(\/|$)/.exec(pointer)?.[1];
  return (index === undefined ? undefined : document.nodes[Number(index)]?.key) ?? TRIGGER;
}

/** The document may have changed since it was checked: pointers follow their node. */
function moved({ key, pointer }: Problem, document: FlowDocument): string {
  const index = document.nodes.findIndex((node) => node.key === key);
  return index < 0 ? pointer : pointer.replace(/^\/nodes\/\d+/, `/nodes/${index}`);
}

function useQuiet<T>(value: T): T {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), QUIET);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
}
