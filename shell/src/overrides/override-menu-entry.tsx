import { Link } from 'react-router';
import { useOverrides } from './use-overrides.ts';

/** In the user's menu, for those who may: the way to the overrides of this session. */
export function OverrideMenuEntry({ onFollow }: { readonly onFollow: (link: HTMLElement) => void }) {
  if (!useOverrides()) return null;
  return (
    <Link to="/settings#overrides" onClick={event => onFollow(event.currentTarget)}>
      Local overrides…
    </Link>
  );
}
