/**
 * Correction (更正) of data that is wrong, whoever finds it: the office, the unit that provided it, the subject or a department (WZ-ENT 四(六); EZHOU 19). It is
 * neither repair (the data was right, and the conduct has been mended) nor objection (a listing is disputed). {@code CorrectionFiling} opens and enters,
 * {@code CorrectionAcceptance} accepts and has the measures rest that stand on the record, {@code CorrectionVerification} verifies and decides,
 * {@code CorrectionCarriedOut} changes the data, settles the listings and closes, {@code CorrectionLetters} writes. {@code CorrectedListings} and
 * {@code LevelAfterCorrection} do to records and listings what objections and complaints do as well.
 */
package org.xincheng.credit.correction;
