import { useState } from 'react';
import { useCallable } from '../../shared/callable/useCallable.ts';
import type { Problem } from '../../shared/callable/toProblem.ts';
import { useToast } from '../../shared/ui/ToastContext.ts';
import {
  realChanges,
  toRequest,
  valuesOf,
  type Changes,
  type SettingName,
  type SettingsValues,
  type StoredSettings,
} from './settingsValues.ts';

export interface SettingsForm {
  /** What is stored, under what was changed here and not saved so far. */
  values: SettingsValues;
  hasChanges: boolean;
  change: <Name extends SettingName>(name: Name, value: SettingsValues[Name]) => void;
  discard: () => void;
  save: () => void;
  saving: boolean;
  problem: Problem | null;
}

/** @param live the settings as they are stored: what others change meanwhile is shown, except where it is being changed here */
export function useSettingsForm(tenantId: string, live: StoredSettings): SettingsForm {
  const [changes, setChanges] = useState<Changes>({});
  const [answered, setAnswered] = useState<{ over: StoredSettings; now: StoredSettings } | null>(null);
  const { run, loading, error, reset } = useCallable('updateTenantSettings');
  const showToast = useToast();
  // The answer is there a moment before the listener tells the same.
  const stored = valuesOf(answered?.over === live ? answered.now : live);
  const real = realChanges(changes, stored);

  const save = async () => {
    const now = await run(toRequest(tenantId, real));
    if (!now) return;
    setAnswered({ over: live, now });
    setChanges({});
    showToast('Settings saved', 'success');
  };
  return {
    values: { ...stored, ...real },
    hasChanges: Object.keys(real).length > 0,
    change: (name, value) => {
      setChanges({ ...real, [name]: value });
      if (error) reset();
    },
    discard: () => {
      setChanges({});
      reset();
    },
    save: () => void save(),
    saving: loading,
    problem: error,
  };
}
