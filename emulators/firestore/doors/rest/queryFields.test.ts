import { describe, expect, it } from 'vitest';
import { queryFields } from './queryFields.ts';

describe('the parameters of a REST address', () => {
  it('become fields of the request, repeated ones a list', () => {
    const query = new URLSearchParams(
      'pageSize=5&showMissing=true&mask.fieldPaths=a&mask.fieldPaths=b.c&orderBy=name&pageToken=x',
    );

    expect(queryFields('ListDocumentsRequest', query)).toEqual({
      pageSize: '5',
      showMissing: true,
      mask: { fieldPaths: ['a', 'b.c'] },
      orderBy: 'name',
      pageToken: 'x',
    });
  });

  it('keep a single field path a list, and false false', () => {
    const query = new URLSearchParams('updateMask.fieldPaths=a&currentDocument.exists=false');

    expect(queryFields('UpdateDocumentRequest', query)).toEqual({
      updateMask: { fieldPaths: ['a'] },
      currentDocument: { exists: false },
    });
  });

  it('are passed over where the request has no such field', () => {
    expect(
      queryFields('GetDocumentRequest', new URLSearchParams('key=abc&$alt=json&mask.nothing=1')),
    ).toEqual({});
  });
});
