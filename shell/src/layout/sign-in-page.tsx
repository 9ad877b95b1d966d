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

/** The way in: one button for each sign-in provider. Each leads back to the page that was asked for. */
export function SignInPage({ title }: { readonly title: string }) {
  const [providers, setProviders] = useState<Providers>();
  const [problem, setProblem] = useState('');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    fetchProviders().then(
      found => current && setProviders(found),
      (thrown: unknown) => current && setProblem(messageOf(thrown)),
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
          {providers?.map(provider => (
            <form key={provider.id} method="post" action={provider.startUrl}>
              <input type="hidden" name="from" value={window.location.pathname + window.location.search} />
              <button type="submit" className={styles['button']}>
                {provider.title}
              </button>
            </form>
          ))}
          {providers?.length === 0 && <p>No sign-in provider is configured. Ask whoever runs this portal.</p>}
        </div>
      )}
    </StatePage>
  );
}
