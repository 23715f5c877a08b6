package org.xincheng.supervision;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.identity.UserDirectory;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.BundleFiles.Fate;

/** Says before a case is bound what will be in it, and what was made before. */
@Component
class BundleViews {

    private static final int MOST_MADE = 10;

    private final CaseFiles cases;
    private final Letters letters;
    private final Attachments attachments;
    private final BundleRecords records;
    private final BundleLimits limits;
    private final UserDirectory users;

    BundleViews(
            CaseFiles cases,
            Letters letters,
            Attachments attachments,
            BundleRecords records,
            BundleLimits limits,
            UserDirectory users) {
        this.cases = cases;
        this.letters = letters;
        this.attachments = attachments;
        this.records = records;
        this.limits = limits;
        this.users = users;
    }

    /**
     * What a bundle of a case will hold.
     *
     * @param letters how many letters
     * @param redactedLetters how many of them have no text any more
     * @param bound how many files with their pages
     * @param enclosed how many files in the archive only
     * @param withheld how many files not at all
     * @param size of the files that are let out
     * @param tooLarge whether they are more than is bound
     * @param made bundles made before, latest first
     */
    record View(
            int letters,
            int redactedLetters,
            int bound,
            int enclosed,
            int withheld,
            String size,
            boolean tooLarge,
            int mostMegabytes,
            List<Made> made) {

        /** The last bundle, or null. */
        public Made last() {
            return made.isEmpty() ? null : made.get(0);
        }
    }

    /** A bundle made before. */
    record Made(String at, String by, String format, int parts, int pages, String size, String sha256) {}

    /** Empty where there is no such case, or none that may be seen. */
    Optional<View> of(String caseNumber, Sight sight) {
        return cases.find(caseNumber, sight).map(this::view);
    }

    private View view(LegalCase legalCase) {
        var issued = letters.ofCase(legalCase.id());
        var filed = attachments.ofCase(legalCase);
        long size = filed.stream()
                .filter(Attachment::released)
                .mapToLong(Attachment::size)
                .sum();
        return new View(
                issued.size(),
                (int) issued.stream().filter(Letter::isRedacted).count(),
                count(filed, Fate.BOUND),
                count(filed, Fate.ENCLOSED),
                count(filed, Fate.WITHHELD),
                AttachmentViews.size(size),
                size > limits.mostBytes(),
                limits.mostMegabytes(),
                records.ofCase(legalCase, MOST_MADE).stream()
                        .map(made -> new Made(
                                ChineseDates.moment(made.at()),
                                users.displayName(made.by()),
                                made.format().name(),
                                made.parts(),
                                made.pages(),
                                AttachmentViews.size(made.size()),
                                made.sha256()))
                        .toList());
    }

    private static int count(List<Attachment> filed, Fate fate) {
        return (int)
                filed.stream().filter(file -> BundleFiles.fateOf(file) == fate).count();
    }
}
