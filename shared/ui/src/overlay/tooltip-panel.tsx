import type { ReactElement, ReactNode, RefObject } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components/Tooltip';
import styles from './overlay.module.css';

/** Props of `TooltipPanel`. */
export interface TooltipPanelProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly placement: 'top' | 'bottom';
  readonly onPointer: (inside: boolean) => void;
  readonly children: ReactNode;
}

/** The shown tooltip. The pointer may enter it, as WCAG 1.4.13 wants. */
export default function TooltipPanel({ trigger, placement, onPointer, children }: TooltipPanelProps): ReactElement {
  const state = { isOpen: true, shouldSkipAnimation: false, open: () => onPointer(true), close: () => onPointer(false) };
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip className={styles.tooltip ?? ''} triggerRef={trigger} placement={placement} offset={6}>
        {/* Its control's description says it already, inside of a landmark. */}
        <span aria-hidden="true">{children}</span>
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
