package org.xincheng.supervision;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.FileVersions;
import org.xincheng.credit.file.Quarantine;
import org.xincheng.identity.UserDirectory;
import org.xincheng.platform.web.ChineseDates;

/** Says what the pages show of a case's files. */
@Component
class AttachmentViews {

    private final CaseFiles cases;
    private final Attachments attachments;
    private final Quarantine quarantine;
    private final UserDirectory users;
    private final Texts texts;

    AttachmentViews(CaseFiles cases, Attachments attachments, Quarantine quarantine, UserDirectory users, Texts texts) {
        this.cases = cases;
        this.attachments = attachments;
        this.quarantine = quarantine;
        this.users = users;
        this.texts = texts;
    }

    /**
     * A file as the pages show it.
     *
     * @param state name of its state, or {@code WITHDRAWN}
     * @param note what there is to say about the state, may be empty
     * @param versions which version it is, what it replaces and what replaced it; empty where there is no other version
     */
    record View(
            int serial,
            String name,
            String senderName,
            String evidence,
            String description,
            String kind,
            String size,
            String sha256,
            String added,
            String state,
            String note,
            String versions,
            boolean released,
            boolean withdrawn) {}

    /** The files of a case, in their order; none where the reader may not see it. */
    List<View> ofCase(String caseNumber, Sight sight) {
        var files = cases.find(caseNumber, sight).map(attachments::ofCase).orElse(List.of());
        var versions = new FileVersions(files);
        return files.stream().map(file -> view(file, versions)).toList();
    }

    /** The files of a case of which a new version may be filed; none where the reader may not see it. */
    List<Attachment> replaceable(String caseNumber, Sight sight) {
        return new FileVersions(
                        cases.find(caseNumber, sight).map(attachments::ofCase).orElse(List.of()))
                .newest();
    }

    /** Whether a scanner looks through what is filed. */
    boolean scanned() {
        return quarantine.hasScanner();
    }

    /** A file as the pages show it. */
    View view(Attachment file, FileVersions versions) {
        var withdrawal = file.withdrawal();
        return new View(
                file.serial(),
                file.name(),
                file.senderName(),
                file.evidence().zh(),
                file.description(),
                file.kind().zh(),
                size(file.size()),
                file.sha256(),
                texts.of("files.added", ChineseDates.moment(file.addedAt()), users.displayName(file.addedBy())),
                withdrawal.isPresent() ? "WITHDRAWN" : file.state().name(),
                withdrawal
                        .map(w -> texts.of(
                                "files.withdrawn.by",
                                ChineseDates.moment(w.at()),
                                users.displayName(w.by()),
                                w.reason()))
                        .orElseGet(
                                () -> file.signature().isEmpty() ? "" : texts.of("files.signature", file.signature())),
                versions(file, versions),
                file.released(),
                withdrawal.isPresent());
    }

    private String versions(Attachment file, FileVersions versions) {
        var replaced = versions.replacedBy(file);
        var replacing = versions.replacing(file);
        if (replaced.isEmpty() && replacing.isEmpty()) {
            return "";
        }
        var said = new ArrayList<String>();
        said.add(texts.of("files.version.number", versions.numberOf(file)));
        replaced.ifPresent(former -> said.add(texts.of("files.version.replaces", former.name())));
        replacing.ifPresent(newer -> said.add(texts.of("files.version.replaced", newer.name())));
        return String.join("，", said);
    }

    /** E.g. 1.5 MB. */
    static String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : "%.1f MB".formatted(bytes / 1024.0 / 1024);
    }
}
