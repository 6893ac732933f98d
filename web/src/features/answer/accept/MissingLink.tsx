import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';

/** The page without a link: it was opened by hand, or in another tab. */
export function MissingLink() {
  return (
    <>
      <ScreenHeading>Open the link in your invitation email</ScreenHeading>
      <Typography sx={{ mt: 1.5 }}>
        This page doesn't have your link. Open the invitation email again and use its button, or use the link
        you were given.
      </Typography>
      <Button variant="outlined" size="large" fullWidth href={pagePaths.root.getHref()} sx={{ mt: 3 }}>
        Already joined? Sign in
      </Button>
    </>
  );
}
