package org.xincheng.portal;

import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.verification.LetterStandings;
import org.xincheng.law.LegalTime;
import org.xincheng.notice.LetterFile;
import org.xincheng.notice.LetterFiles;
import org.xincheng.notice.print.LetterPrints;
import org.xincheng.notice.print.VerifyCode;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.portal.Verification.Authenticity;
import org.xincheng.portal.Verification.FileState;

/** Verifies letters for whoever holds one. */
@Component
class Verifications {

    private final LetterFiles files;
    private final LetterPrints prints;
    private final LetterStandings standings;

    Verifications(LetterFiles files, LetterPrints prints, LetterStandings standings) {
        this.files = files;
        this.prints = prints;
        this.standings = standings;
    }

    /** What can be said of the letter of a code; empty where there is none of this code. */
    @Transactional(readOnly = true)
    Optional<Verification> byCode(VerifyCode code) {
        return letter(code).map(letter -> answer(letter, FileState.NOT_GIVEN));
    }

    /** What can be said of a file, and of the letter it is a print of. */
    @Transactional(readOnly = true)
    Optional<Verification> byFile(InputStream file) {
        return prints.letterOf(file)
                .flatMap(files::find)
                .map(LetterFile::letter)
                .map(letter -> answer(letter, FileState.GENUINE));
    }

    /** What can be said of a file that is held to be a print of a code's letter; empty where there is no letter of this code. */
    @Transactional(readOnly = true)
    Optional<Verification> byCodeAndFile(VerifyCode code, InputStream file) {
        return letter(code)
                .map(letter -> answer(
                        letter,
                        prints.letterOf(file).filter(letter.id()::equals).isPresent()
                                ? FileState.GENUINE
                                : FileState.OTHER));
    }

    private Optional<Letter> letter(VerifyCode code) {
        return files.find(code.letterId()).map(LetterFile::letter).filter(code::fits);
    }

    private Verification answer(Letter letter, FileState file) {
        var authenticity = authenticity(letter);
        return new Verification(
                VerifyCode.of(letter).text(),
                letter.kind().title(),
                letter.number(),
                ChineseDates.day(letter.issuedAt().atZone(LegalTime.ZONE).toLocalDate()),
                standings.issuer(letter),
                letter.sha256(),
                authenticity,
                // Of a letter whose text cannot be trusted nothing is said that would make it look good.
                authenticity == Authenticity.BROKEN ? null : standings.of(letter),
                file);
    }

    private static Authenticity authenticity(Letter letter) {
        if (letter.isRedacted()) {
            return Authenticity.REDACTED;
        }
        return Letters.sha256(letter.html()).equals(letter.sha256()) ? Authenticity.GENUINE : Authenticity.BROKEN;
    }
}
