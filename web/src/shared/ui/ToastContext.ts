import { createContext, useContext } from 'react';

export type ToastSeverity = 'success' | 'info' | 'error';
/** Shows a sentence for a few seconds, and has screen readers say it. */
export type ShowToast = (message: string, severity?: ToastSeverity) => void;

export const ToastContext = createContext<ShowToast | null>(null);

const silent: ShowToast = () => undefined;

/** @returns how to show a toast; a form that is mounted alone has nowhere to show one, and goes on without. */
export function useToast(): ShowToast {
  return useContext(ToastContext) ?? silent;
}
