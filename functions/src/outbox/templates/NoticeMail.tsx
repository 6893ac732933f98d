/** The HTML of a notice. */
import { brandColors } from './mailColors.ts';
import { MailFrame } from './MailFrame.tsx';
import { Button, Line, PlainLink, Quote, SoftLink, SoftText, Text } from './MailParts.tsx';
import { CHOOSE_NOTICES, LINK_INTRO, type NoticeMailModel } from './noticeMail.ts';

export function NoticeMail({ model }: { model: NoticeMailModel }) {
  const colors = brandColors(model.brandColor);
  return (
    <MailFrame words={model} preview={model.lines[0] ?? model.heading} brand={colors.brand}>
      {model.lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {model.quote && <Quote intro={model.quote.intro} message={model.quote.text} brand={colors.brand} />}
      <Button href={model.link} {...colors}>
        {model.button}
      </Button>
      <PlainLink intro={LINK_INTRO} href={model.link} />
      <Line />
      <SoftText>{model.why}</SoftText>
      {model.noticesLink !== null && (
        <SoftText margin={0}>
          <SoftLink href={model.noticesLink}>{CHOOSE_NOTICES}</SoftLink>
        </SoftText>
      )}
    </MailFrame>
  );
}
