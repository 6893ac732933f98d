import { keyframes } from '@mui/material/styles';

const appear = keyframes({ from: { opacity: 0 } });

/** `sx` of what stands for something on its way. What comes sooner needs none: a placeholder that flashes is worse. */
export const placeholderAppears = { animation: `${appear} 150ms 300ms backwards` } as const;
