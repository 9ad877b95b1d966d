import type { ProposedOverride } from '@portico/contracts';
import type { PorticoError } from '@portico/errors';
import { FindingList } from './finding-list.tsx';
import type { LocalNetwork } from './local-network.ts';
import styles from './override.module.css';
import { readProposal } from './use-consent.ts';
import type { ConsentStep } from './use-consent.ts';

const networkNotes: Readonly<Record<Exclude<LocalNetwork, 'open'>, string>> = {
  asks: 'Your browser is going to ask whether this site may reach your own machine or network. Allow it there, too: the build is there, the portal is not.',
  blocked:
    'Your browser keeps this site from reaching your own machine or network. Allow it in the site settings, beside the address, and try again.',
  insecure: 'This portal is not on https, and browsers let no such site reach your own machine. Open the portal by https, or run it on your machine.',
};

function hoursOf(ms: number): string {
  const hours = Math.round(ms / 360_000) / 10;
  return hours === 1 ? 'one hour has' : `${hours} hours have`;
}

function Question({ proposed, url, network }: { readonly proposed: ProposedOverride; readonly url: string; readonly network: LocalNetwork }) {
  const { remote, origin, lastsMs } = proposed;
  return (
    <>
      <p>
        The plugin <code>{remote}</code> would be loaded from this address instead of its published version:
      </p>
      <p className={styles['place']}>
        <strong>{origin}</strong>
        <span>{url}</span>
      </p>
      <ul className={styles['facts']}>
        <li>
          <strong>Its code can do everything that you can do here</strong>, in your name. Nobody has checked it.
        </li>
        <li>Only you see it, in this browser, until you reset it, sign out, or {hoursOf(lastsMs)} passed.</li>
        <li>
          Should the portal be of no use with it, open it with <code>?portico-remote=reset</code> in its address.
        </li>
        <li>The audit trail of the portal records it.</li>
      </ul>
      <p className={styles['muted']}>
        Nothing has been fetched from there so far. If a link brought you here and this is not your own build, cancel.
      </p>
      {network !== 'open' && <p className={styles['warning']}>{networkNotes[network]}</p>}
    </>
  );
}

function Failure({ error }: { readonly error: PorticoError }) {
  const { message, fix, code, details } = error;
  return (
    <div role="alert" className={styles['failure']}>
      {details?.length ? (
        <>
          <p>
            <strong>The build does not fit this portal.</strong> Nothing has changed.
          </p>
          <FindingList findings={details.map(detail => ({ rule: detail.code, path: detail.path ?? '', message: detail.message, fix: detail.fix }))} />
        </>
      ) : (
        <>
          <p>{message}</p>
          <p className={styles['muted']}>{fix}</p>
        </>
      )}
      <code className={styles['code']}>{code}</code>
    </div>
  );
}

/** What the dialog says at each step. */
export function ConsentBody({ text, step }: { readonly text: string; readonly step: ConsentStep }) {
  const { url } = readProposal(text);
  if (step.kind === 'checking') return <p role="status">Asking the portal whether it allows {url}…</p>;
  if (step.kind === 'refused') {
    return (
      <>
        <p className={styles['place']}>
          <span>{text}</span>
        </p>
        <Failure error={step.error} />
      </>
    );
  }
  const { proposed, network } = step;
  if (step.kind !== 'failed') return <Question proposed={proposed} url={url} network={network} />;
  return (
    <>
      <p className={styles['place']}>
        <strong>{proposed.origin}</strong>
        <span>{url}</span>
      </p>
      <Failure error={step.error} />
      {network !== 'open' && !step.error.details?.length && <p className={styles['warning']}>{networkNotes[network]}</p>}
    </>
  );
}
