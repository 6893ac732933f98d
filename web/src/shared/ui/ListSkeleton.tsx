import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import { SlowNote } from '../connection/SlowNote.tsx';
import { placeholderAppears } from './placeholderAppears.ts';

interface ListSkeletonProps {
  /** What is being waited for. */
  label: string;
  count: number;
  itemHeight: number;
  /** How wide an item is at least: what fits beside it stands beside it. */
  itemWidth?: string;
}

/** A list on its way, in the shape that it will have: nothing jumps when it comes. */
export function ListSkeleton({ label, count, itemHeight, itemWidth = '100%' }: ListSkeletonProps) {
  return (
    <Box role="status" sx={placeholderAppears}>
      <Box
        role="progressbar"
        aria-label={label}
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${itemWidth}), 1fr))`,
        }}
      >
        {Array.from({ length: count }, (_, item) => (
          <Card key={item} sx={{ height: itemHeight, px: 2, py: 1.5, overflow: 'hidden' }}>
            <Skeleton width="55%" />
            <Skeleton width="35%" />
          </Card>
        ))}
      </Box>
      <Box sx={{ mt: 2, textAlign: 'center' }}>
        <SlowNote />
      </Box>
    </Box>
  );
}
