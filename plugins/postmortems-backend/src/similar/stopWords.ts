/**
 * English and German words, and names of months, that say nothing about an incident. If there are
 * few postmortems, they would look rare.
 */
const STOP_WORDS = new Set(
  `a about after again all also although an and any are as at be because been before being between
  both but by can could did do does during each few for from further get had has have having he her
  here him his how i if in into is it its just less made many may me more most much must my no nor
  not now of off on once one only or other our out over own same she should since so some still such
  than that the their them then there these they this those through to too two under until up upon
  already really given going done instead last half away old new later often rather january february
  march april june july august september october november december januar februar marz juni juli
  oktober dezember us very was we were what when where which while who whom why will with within without would you
  your aber alle als am an auch auf aus bei bis da damit dann das dass dem den der des die dies doch
  durch ein eine einem einen einer eines er es fur gegen hat hatte ihr im ist kein keine konnte man
  mehr mit nach nicht noch nur ob oder ohne seit sich sie sind so uber um und unter vom von vor war
  waren wegen weil wenn werden wie wieder wir wird wurde wurden zu zum zur zwei`.split(
    /\s+/,
  ),
);

/** Whether a normalized word says nothing about an incident. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
