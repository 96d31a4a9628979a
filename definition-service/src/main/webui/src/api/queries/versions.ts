import { useQuery, useQueryClient } from '@tanstack/react-query';
import { documentOf, type FlowDocument } from '@/features/editor/model/document';
import { api, type Schemas } from '../client';
import { Problem, type FieldError } from '../problem';

/** A version as it was read or saved: what it does, what is known of it, and the mark that a save must name. */
export interface ReadVersion {
  id: string;
  document: FlowDocument;
  view: Schemas['WorkflowView'];
  etag: string | null;
}

export const versionKeys = {
  edited: (id: string) => ['workflows', 'edited', id] as const,
  validation: (document: FlowDocument) => ['workflows', 'validation', document] as const,
};

interface Answer {
  data?: unknown;
  response: Response;
}

function versionOf({ data, response }: Answer): ReadVersion {
  const view = (data ?? {}) as Schemas['WorkflowView'];
  return { id: view.id ?? '', document: documentOf(view), view, etag: response.headers.get('ETag') };
}

export async function readVersion(id: string): Promise<ReadVersion> {
  return versionOf(await api.GET('/api/workflows/{id}', { params: { path: { id } } }));
}

function ifMatch(etag: string | null) {
  return etag === null ? {} : { 'If-Match': etag };
}

/** Writes what differs. Without an ETag whatever is there is overwritten. */
export async function saveVersion(
  id: string,
  changes: Partial<FlowDocument>,
  etag: string | null,
): Promise<ReadVersion> {
  return versionOf(
    await api.PATCH('/api/workflows/{id}', {
      params: { path: { id }, header: ifMatch(etag) },
      body: changes as unknown as Schemas['WorkflowDocument'],
    }),
  );
}

/** A new version with the same content, neither current nor enabled. */
export async function reviseVersion(id: string): Promise<ReadVersion> {
  return versionOf(await api.POST('/api/workflows/{id}/revisions', { params: { path: { id } } }));
}

/** Enables what was read: with the ETag of an older state nothing is enabled. */
export async function enableVersion(id: string, etag: string | null): Promise<ReadVersion> {
  return versionOf(await api.POST('/api/workflows/{id}/enable', { params: { path: { id }, header: ifMatch(etag) } }));
}

/** @param running what becomes of executions under way */
export async function disableVersion(id: string, running: 'finish' | 'cancel'): Promise<ReadVersion> {
  return versionOf(await api.POST('/api/workflows/{id}/disable', { params: { path: { id }, query: { running } } }));
}

/** Starts an execution with this context; resolves with its id. */
export async function executeVersion(id: string, context: unknown): Promise<string> {
  const { data } = await api.POST('/api/workflows/{id}/execute', {
    params: { path: { id } },
    body: { context } as unknown as string,
    bodySerializer: (body) => JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  return (data as unknown as { executionId?: string } | undefined)?.executionId ?? '';
}

export interface Checked {
  /** What was checked: pointers count its nodes. */
  document: FlowDocument;
  violations: FieldError[];
  findings: FieldError[];
}

export async function validateDocument(document: FlowDocument, signal: AbortSignal): Promise<Checked> {
  const { data } = await api.POST('/api/workflows/validate', {
    body: document as unknown as Schemas['WorkflowDocument'],
    signal,
  });
  const errors = (found: Schemas['Violation'][] | undefined) =>
    (found ?? []).map(({ pointer = '', code = '', detail = '' }) => ({ pointer, code, detail }));
  return { document, violations: errors(data?.violations), findings: errors(data?.findings) };
}

/** The version to edit. It is read once: from then on the editor's own document is the truth, until it is saved. */
export function useEditedVersion(id: string) {
  return useQuery({ queryKey: versionKeys.edited(id), queryFn: () => readVersion(id), staleTime: Infinity, gcTime: 0 });
}

/** Tells the lists of workflows that one of them changed. */
export function useVersionChanged() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] === 'workflows' && queryKey[1] !== 'edited' && queryKey[1] !== 'validation',
    });
}

export function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.status === 412;
}

/** The version ran in the meantime, and can no longer be changed. */
export function isExecuted(error: unknown): boolean {
  return error instanceof Problem && error.code === 'version_executed';
}
