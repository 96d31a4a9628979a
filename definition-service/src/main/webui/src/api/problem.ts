/** One fault in what was sent; the pointer is an RFC 6901 JSON pointer into the request's body. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

/** An error answer of the services: RFC 9457 problem+json. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(detail);
    this.name = 'Problem';
  }

  static async of(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as Partial<Record<'code' | 'detail' | 'title', string>> & {
      errors?: FieldError[];
    };
    const detail = body.detail ?? body.title ?? `${response.status} ${response.statusText}`;
    return new Problem(response.status, body.code ?? 'unknown', detail, body.errors ?? []);
  }
}
