import net from 'node:net';

/** Sends a line to a port and checks that the answer begins as expected; rejects otherwise. */
export function probeText(port: number, line: string, expected: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port, timeout: 2_000 }, () => socket.write(`${line}\r\n`));
    const end = (fault?: Error) => {
      socket.destroy();
      if (fault) reject(fault);
      else resolve();
    };
    socket.on('data', data => end(expected.test(data.toString()) ? undefined : new Error(`got ${data.toString().slice(0, 80)}`)));
    socket.on('error', end);
    socket.on('timeout', () => end(new Error('got no answer')));
    socket.on('close', () => end(new Error('got a closed connection')));
  });
}
