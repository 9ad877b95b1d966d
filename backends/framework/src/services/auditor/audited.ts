import type { AuditEventOptions, AuditorService } from './auditor-service.ts';

/** What `audited` takes beside the work. */
export interface AuditedOptions<T> extends AuditEventOptions {
  readonly auditor: AuditorService;
  /** What is told of a result in addition. */
  readonly metaOf?: (result: T) => Readonly<Record<string, unknown>>;
}

/** Does a piece of work inside an audit event: it succeeds with the work, or fails with its fault, which is thrown on. */
export async function audited<T>({ auditor, metaOf, ...options }: AuditedOptions<T>, work: () => Promise<T>): Promise<T> {
  const event = await auditor.createEvent(options);
  let result: T;
  try {
    result = await work();
  } catch (thrown) {
    await event.fail({ error: thrown });
    throw thrown;
  }
  await event.success(metaOf ? { meta: metaOf(result) } : {});
  return result;
}
