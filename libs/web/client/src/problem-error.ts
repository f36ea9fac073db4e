/** What the server said of one field of the request. */
export interface FieldError {
  readonly field: string;
  readonly code?: string;
  readonly detail: string;
}

/** Codes of refusals that arise here, before or instead of an answer. */
export type LocalCode = 'network.offline' | 'network.not_json';

interface ProblemFields {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly params?: Record<string, unknown>;
  readonly evidence?: unknown;
  readonly errors?: readonly FieldError[];
  readonly retryAfter?: number;
  readonly trace?: string;
}

/** A refusal as RFC 9457 problem details, or the lack of an answer (`status` 0). `detail` is already in the office's words. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly params: Record<string, unknown>;
  /** What won against the request: the receipt, the newer version. */
  readonly evidence: unknown;
  readonly errors: readonly FieldError[];
  /** Seconds, of the header `Retry-After`. */
  readonly retryAfter: number | undefined;
  /** To quote when asking for help. */
  readonly trace: string | undefined;

  constructor(problem: ProblemFields) {
    super(`${problem.code}: ${problem.detail}`);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.params = problem.params ?? {};
    this.evidence = problem.evidence;
    this.errors = problem.errors ?? [];
    this.retryAfter = problem.retryAfter;
    this.trace = problem.trace;
  }

  /** The act may or may not have been done: repeat it with the same key, or look. */
  get inDoubt(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** Reads a refused answer, whatever its body is. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  const body = (await response.json().catch(() => null)) as Partial<ProblemFields> | null;
  return new ProblemError({
    status: response.status,
    code: typeof body?.code === 'string' ? body.code : 'network.not_json',
    detail: typeof body?.detail === 'string' ? body.detail : `服务没有给出说明（HTTP ${response.status}）。`,
    params: body?.params,
    evidence: body?.evidence,
    errors: Array.isArray(body?.errors) ? body.errors : [],
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    trace: typeof body?.trace === 'string' ? body.trace : undefined,
  });
}
