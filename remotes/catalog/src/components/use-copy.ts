import { notificationApiRef, useApi } from '@portico/plugin-api';
import { useCallback } from 'react';

/** Hook: copies a text and tells the user that it did, or shows the text where the browser does not allow it. */
export function useCopy(): (text: string, what: string) => Promise<boolean> {
  const notifications = useApi(notificationApiRef);
  return useCallback(
    async (text, what) => {
      try {
        await navigator.clipboard.writeText(text);
        notifications.post({ severity: 'success', message: `${what} copied`, description: text });
        return true;
      } catch {
        notifications.post({ severity: 'warning', message: 'The browser does not let this page copy', description: text });
        return false;
      }
    },
    [notifications],
  );
}
