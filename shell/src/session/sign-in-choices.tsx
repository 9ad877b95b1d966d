import { useEffect, useEffectEvent, useState } from 'react';
import { authProvidersSchema, parseShape } from '@portico/contracts';
import type { AuthProviders } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { readJson } from '@portico/plugin-api';
import { Icon } from '../layout/icon.tsx';
import styles from './sign-in.module.css';

async function fetchProviders(): Promise<AuthProviders> {
  const answer = parseShape(authProvidersSchema, await readJson(await fetch('/api/auth/providers')));
  return answer.ok ? answer.value : { providers: [] };
}

/** Props of `SignInChoices`. */
export interface SignInChoicesProps {
  /** Called once a guest is signed in; the other providers lead away, or to another tab. */
  readonly onSignedIn: () => void;
  /** True where the page has to stay: providers open in a tab of their own. */
  readonly stays?: boolean;
  /** Called when there is something to choose from. */
  readonly onReady?: () => void;
}

/** One button for each sign-in provider. Each leads back to the page that was asked for. */
export function SignInChoices({ onSignedIn, stays = false, onReady }: SignInChoicesProps) {
  const [answer, setAnswer] = useState<AuthProviders>();
  const [problem, setProblem] = useState('');
  const [attempt, setAttempt] = useState(0);
  const fail = (thrown: unknown) => setProblem(messageOf(thrown));
  useEffect(() => {
    let current = true;
    fetchProviders().then(
      found => current && setAnswer(found),
      (thrown: unknown) => current && fail(thrown),
    );
    return () => void (current = false);
  }, [attempt]);
  const tellReady = useEffectEvent(() => onReady?.());
  useEffect(() => {
    if (answer) tellReady();
  }, [answer]);
  const enterAsGuest = async (startUrl: string) => {
    await readJson(await fetch(startUrl, { method: 'POST' }));
    onSignedIn();
  };
  const retry = () => {
    setProblem('');
    setAttempt(attempt + 1);
  };
  const { providers, problem: refused } = answer ?? {};
  if (problem) {
    return (
      <div role="alert" className={styles['problem']}>
        <p>{problem}</p>
        <button type="button" className={styles['quiet']} onClick={retry}>
          Try again
        </button>
      </div>
    );
  }
  return (
    <div className={styles['choices']} aria-busy={!providers}>
      {refused && (
        <div role="alert" className={styles['problem']}>
          <p>{refused.message}</p>
          <p>{refused.fix}</p>
        </div>
      )}
      {!providers && <div className={styles['waiting']} aria-hidden="true" />}
      {providers?.map(({ id, title, startUrl }) =>
        id === 'guest' ? (
          <button key={id} type="button" className={styles['button']} onClick={() => void enterAsGuest(startUrl).catch(fail)}>
            <Icon name="user" />
            Continue as {title.toLowerCase()}
          </button>
        ) : (
          <a
            key={id}
            className={styles['button']}
            href={`${startUrl}?from=${encodeURIComponent(window.location.href)}`}
            {...(stays ? { target: '_blank' } : {})}
          >
            {title}
          </a>
        ),
      )}
      {providers?.length === 0 && <p>No sign-in provider is configured. Ask whoever runs this portal.</p>}
    </div>
  );
}
