import { useEffect, useState } from 'react';
import { authProvidersSchema, parseShape } from '@portico/contracts';
import type { AuthProviders } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { readJson } from '@portico/plugin-api';
import { StatePage } from '../fallbacks/state-page.tsx';
import styles from '../fallbacks/state-page.module.css';

type Providers = AuthProviders['providers'];

async function fetchProviders(): Promise<Providers> {
  const answer = parseShape(authProvidersSchema, await readJson(await fetch('/api/auth/providers')));
  return answer.ok ? answer.value.providers : [];
}

/** Guests need no page of a provider. The portal is opened anew, so that nothing of another user stays in the page. */
async function enterAsGuest(startUrl: string): Promise<void> {
  await readJson(await fetch(startUrl, { method: 'POST' }));
  window.location.reload();
}

/** The way in: one button for each sign-in provider. Each leads back to the page that was asked for. */
export function SignInPage({ title }: { readonly title: string }) {
  const [providers, setProviders] = useState<Providers>();
  const [problem, setProblem] = useState('');
  const [attempt, setAttempt] = useState(0);
  const fail = (thrown: unknown) => setProblem(messageOf(thrown));
  useEffect(() => {
    let current = true;
    fetchProviders().then(
      found => current && setProviders(found),
      (thrown: unknown) => current && fail(thrown),
    );
    return () => void (current = false);
  }, [attempt]);
  const retry = () => {
    setProblem('');
    setAttempt(attempt + 1);
  };
  return (
    <StatePage title={`Sign in to ${title}`} icon="user" tone="calm">
      {problem ? (
        <div role="alert" className={styles['actions']}>
          <p>{problem}</p>
          <button type="button" className={styles['quiet']} onClick={retry}>
            Try again
          </button>
        </div>
      ) : (
        <div className={styles['actions']}>
          {providers?.map(({ id, title: name, startUrl }) =>
            id === 'guest' ? (
              <button key={id} type="button" className={styles['button']} onClick={() => void enterAsGuest(startUrl).catch(fail)}>
                Continue as {name.toLowerCase()}
              </button>
            ) : (
              <a key={id} className={styles['button']} href={`${startUrl}?from=${encodeURIComponent(window.location.href)}`}>
                {name}
              </a>
            ),
          )}
          {providers?.length === 0 && <p>No sign-in provider is configured. Ask whoever runs this portal.</p>}
        </div>
      )}
    </StatePage>
  );
}
