import { SeverityScale } from '../../policy/SeverityScale';
import { uniteSeverities } from './mapSeverities';

const scale = new SeverityScale([{ id: 'SEV-1' }, { id: 'SEV-2' }]);
const AT = '2026-03-12T12:00:00.000Z';
const LATER = '2026-03-12T12:00:01.000Z';

describe('uniteSeverities', () => {
  it('keeps an intended severity next to the same one declared by mistake', () => {
    const united = uniteSeverities(
      [
        [
          { severity: 'SEV-1', at: AT, declaredByMistake: true },
          { severity: 'SEV-2', at: LATER },
        ],
        [{ severity: 'SEV-1', at: LATER }],
      ],
      scale,
    );
    expect(united.filter(change => !change.declaredByMistake)).toMatchObject(
      expect.arrayContaining([{ severity: 'SEV-1', at: LATER }]),
    );
    // Later changes are compared with this result.
    expect(scale.keepPeak(united, [{ severity: 'SEV-2', at: LATER }])).toEqual(
      expect.arrayContaining([{ severity: 'SEV-1', at: LATER }]),
    );
  });
});
