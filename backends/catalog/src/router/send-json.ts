import type { Response } from 'express';

/** Sends a JSON text as it is, without parsing or hashing it. */
export function sendJsonText(response: Response, text: string): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(text);
}

/** Sends a list of JSON texts that come in parts, no faster than they are taken. */
export async function sendJsonList(response: Response, parts: AsyncIterable<readonly string[]>): Promise<void> {
  let started = false;
  for await (const texts of parts) {
    if (!started) response.setHeader('Content-Type', 'application/json; charset=utf-8');
    const lead = started && texts.length > 0 ? ',' : started ? '' : '[';
    started = true;
    if (!response.write(lead + texts.join(','))) await drained(response);
    if (response.destroyed) return;
  }
  response.end(started ? ']' : '[]');
}

/** Waits until the client has taken what was written, or is gone. */
function drained(response: Response): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
