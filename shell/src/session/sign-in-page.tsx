import type { Brand } from '../tweaks/branding.ts';
import { SignInChoices } from './sign-in-choices.tsx';
import styles from './sign-in.module.css';

/** Props of `SignInPage`. */
export interface SignInPageProps {
  readonly title: string;
  readonly brand?: Brand | undefined;
  /** Whose portal it is. */
  readonly organization?: string | undefined;
}

/** The way in. The portal is opened anew then, so that nothing of another user stays in the page. */
export function SignInPage({ title, brand, organization }: SignInPageProps) {
  return (
    <div className={styles['page']}>
      <section className={styles['card']}>
        {brand?.logo ? (
          <img className={styles['logo']} src={brand.logo} alt="" />
        ) : (
          <svg className={styles['sign']} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M2 9 12 3l10 6v2H2zM5 12h2v7H5zM11 12h2v7h-2zM17 12h2v7h-2zM3 20h18v2H3z" />
          </svg>
        )}
        <div>
          <h1>Sign in to {title}</h1>
          <p className={styles['text']}>{organization ? `The developer portal of ${organization}.` : 'Choose how you want to come in.'}</p>
        </div>
        <SignInChoices onSignedIn={() => window.location.reload()} />
      </section>
    </div>
  );
}
